import { defaults } from './generated/variables.ts';

/**
 * The names of all variables of the role, in the schema's order.
 *
 * @example
 * knownVariables.includes('haproxy_tcp_backends'); // true
 */
export const knownVariables: readonly string[] = Object.keys(defaults);
