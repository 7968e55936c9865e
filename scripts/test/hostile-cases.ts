// Hostile values in every text of the variables, and what the schema says of them.

import { check } from '@nodeport-haproxy/schema';
import fc from 'fast-check';
import { hostile } from './hostile-values.ts';
import { type StringField, stringFields } from './string-fields.ts';

/** One hostile value in one place. */
export interface HostileCase {
  field: StringField;
  value: string;
  accepted: boolean;
}

type Path = StringField['path'];

const servers = [
  { name: 'worker-1', address: '192.0.2.11', port: 30306 },
  { name: 'worker-2', address: '192.0.2.12', port: 30306 },
];

/** Variables that have every section in use. */
export const base: Readonly<Record<string, unknown>> = {
  haproxy_tcp_backends: [
    { name: 'mysql', port: 3306, servers, sni_routes: [{ name: 'shop', hosts: ['shop.example'], servers }] },
    { name: 'redis', port: 6379, servers },
  ],
  haproxy_udp_backends: [
    { name: 'wireguard', port: 51820, check_port: 10256, servers },
    { name: 'dns', port: 53, health: 'tcp', check_port: 10256, servers },
  ],
  haproxy_stats_users: [{ name: 'ops', password_hash: '$6$saltsalt$hash' }],
};

/** The variables with a value in one place; a list on the way to it that is not there gets this one item. */
export function withValue(path: Path, value: string): Record<string, unknown> {
  return put(base, path, value) as Record<string, unknown>; // a path begins with a variable's name
}

function put(into: unknown, [step, ...rest]: Path, value: string): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const [first, ...others] = Array.isArray(into) ? into : [];
    return [put(first, rest, value), ...others];
  }
  const fields = (into ?? {}) as Record<string, unknown>; // the schema, which made the path, has a mapping here
  return { ...fields, [step]: put(fields[step], rest, value) };
}

/** What the schema and its rules say of variables; a hint is no refusal. */
function isAccepted(variables: unknown): boolean {
  return check(variables).every(({ severity }) => severity !== 'error');
}

/** Right values, one of which fits each place, and none of which is in a configuration by itself. */
const right = [
  'harmless',
  '/harmless',
  '$6$harmless',
  '203.0.113.77',
  '2001:db8::feed',
  '99ms',
  '250ms',
  '7h',
];

/** The right value that is of a kind with another: the templates tell families and short intervals apart. */
export function harmlessFor({ path, enum: choices, format = '' }: StringField, value = ''): string {
  if (choices) return choices.includes(value) ? value : (choices[0] ?? '');
  const alike = kinds[format]?.(value) ?? right;
  const fitting = alike.find((one) => isAccepted(withValue(path, one)));
  if (fitting === undefined) throw new Error(`give \`right\` a value for ${path.join('.')}`);
  return fitting;
}

const kinds: Readonly<Record<string, (value: string) => string[]>> = {
  'haproxy-duration': (value) => [intervalLike(value)],
  'ip-address': (value) => [addressLike(value)],
  'ip-range': (value) => [addressLike(value)],
  'server-address': (value) => [addressLike(value)],
  'sni-host': (value) => [value.startsWith('*') ? '*.harmless' : 'harmless'],
};

function intervalLike(value: string): string {
  if (!value.endsWith('ms')) return '7h';
  return Number.parseInt(value, 10) > 100 ? '250ms' : '99ms';
}

function addressLike(value: string): string {
  const isUnspecified = /^[0:.]+$/.test(value);
  if (value.includes(':')) return isUnspecified ? '::' : '2001:db8::feed';
  return isUnspecified ? '0.0.0.0' : '203.0.113.77';
}

/** Gives so many hostile values to each text of the variables. */
export function hostileCases({ count, seed }: { count: number; seed: number }): HostileCase[] {
  const recipes = fc.sample(hostile, { numRuns: count, seed });
  return stringFields().flatMap((field) => {
    const around = harmlessFor(field);
    const values = new Set(recipes.map((recipe) => recipe(around)));
    return [...values].map((value) => ({ field, value, accepted: isAccepted(withValue(field.path, value)) }));
  });
}
