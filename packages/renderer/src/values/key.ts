import { Dict } from './dict.ts';
import { typeError } from './errors.ts';
import { Float } from './float.ts';
import { Markup } from './markup.ts';
import { Tuple } from './tuple.ts';
import { typeName } from './type-name.ts';
import type { Value } from './value.ts';

/**
 * Returns what a key is found by in a Map: the same for all that Python calls equal.
 *
 * @throws PythonError for a list or a dict, which Python cannot hash.
 */
export function keyOf(value: Value): unknown {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Float) return keyOfFloat(value.value);
  if (value instanceof Markup) return value.text;
  if (value instanceof Tuple) return keyOfTuple(value);
  if (Array.isArray(value) || value instanceof Dict) throw typeError(`unhashable type: '${typeName(value)}'`);
  return value;
}

function keyOfFloat(value: number): unknown {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** A symbol for each tuple: no text of a template can be one. */
function keyOfTuple({ items }: Tuple): symbol {
  return Symbol.for(`tuple ${items.map((item) => describe(keyOf(item))).join(' ')}`);
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** Objects are equal to themselves only. */
function describe(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key);
  if (typeof key !== 'object' || key === null) return `${typeof key}:${String(key)}`;
  const known = numbers.get(key) ?? ++last;
  numbers.set(key, known);
  return `object:${known}`;
}
