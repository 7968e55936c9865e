import { PythonError } from '../values/errors.ts';
import { Markup } from '../values/markup.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { type Given, plain, read } from './given.ts';
import { firstOf, formatNetwork, isWithin, parseNetwork, sizeOf } from './network.ts';
import { queries } from './queries.ts';
import { isInteger, numberOf } from './whole-number.ts';

/** Which filter is meant: its name for messages, and the addresses that it lets through. */
export interface Kind {
  readonly name: string;
  readonly version?: 4 | 6;
}

/**
 * Answers a query about an address, or about each of a list; what is no address is false, and left out of a list.
 *
 * @throws PythonError for a query that there is not, and for a value that is neither a text nor a number.
 */
export function ipaddr(value: Value, query: Value, kind: Kind): Value {
  if (Array.isArray(value)) return value.map((item) => answer(item, query, kind)).filter(isYes);
  if (value instanceof Undefined) throw value.error();
  if (typeof value !== 'string' && !(value instanceof Markup) && !isInteger(value))
    throw unrecognized(value, kind);
  return answer(value, query, kind);
}

/** A value of the wrong kind, in Ansible's words. */
export const unrecognized = (value: Value, { name }: Kind): PythonError =>
  new PythonError(
    'AnsibleFilterError',
    `Unrecognized type <<class '${typeName(value)}'>> for ${name} filter <value>`,
  );

function isYes(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== false && value !== null && value !== 0;
}

function answer(value: Value, query: Value, kind: Kind): Value {
  if (Array.isArray(value)) return ipaddr(value, query, kind);
  const given = givenBy(value, kind);
  if (!given) return false;
  const text = query === null ? '' : query instanceof Markup ? query.text : query;
  const named = typeof text === 'string' ? queries.get(text) : undefined;
  if (named) return named(given);
  const outer = typeof text === 'string' ? parseNetwork(text) : undefined;
  if (!outer) return atPlace(given, text, kind);
  return isWithin(given.network, outer) ? given.text : null;
}

/** The address that a value names. 0 and True are none, as no text is. */
export function givenBy(value: Value, { version }: Kind = { name: '' }): Given | undefined {
  const text =
    value instanceof Markup ? value.text : isInteger(value) && value !== true ? String(value) : value;
  return typeof text === 'string' && value !== 0 ? read(text, version) : undefined;
}

/** A query that is a number: a place in the network, from its end where it is negative. */
function atPlace(given: Given, query: Value, { name }: Kind): Value {
  const index = numberOf(query);
  if (index === undefined) throw unknownQuery(query, name);
  const { network } = given;
  const size = sizeOf(network);
  if (size === 1n) return plain(given);
  if (index >= size || index < -size) return false;
  const value = firstOf(network) + (index < 0n ? index + size : index);
  return formatNetwork({ ...network, value });
}

const unknownQuery = (query: Value, name: string): PythonError =>
  new PythonError('AnsibleFilterError', `${name}: unknown filter type: ${String(query)}`);
