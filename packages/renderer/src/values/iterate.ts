import { characters, lengthOfText } from './code-points.ts';
import { Dict } from './dict.ts';
import { PythonError, typeError } from './errors.ts';
import { Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { Tuple } from './tuple.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/**
 * Python's `iter(value)`.
 *
 * @throws PythonError for what cannot be iterated, and for a strict undefined value.
 */
export function iterate(value: Value): Iterable<Value> {
  const items = iterable(value);
  if (items === undefined) throw typeError(`'${typeName(value)}' object is not iterable`);
  return items;
}

/** Python's `list(value)`: always a new one. */
export function listOf(value: Value): Value[] {
  if (Array.isArray(value)) return value.slice();
  if (value instanceof Dict) return [...value.keys()];
  return [...iterate(value)];
}

export function isIterable(value: Value): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return true;
  return value instanceof Undefined && value.isStrict ? true : iterable(value) !== undefined;
}

/**
 * Python's `len(value)`.
 *
 * @throws PythonError for what has none, and for a strict undefined value.
 */
export function lengthOf(value: Value): number {
  if (typeof value === 'string') return lengthOfText(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Dict) return value.size;
  if (value instanceof Tuple) return value.items.length;
  if (value instanceof Markup) return lengthOfText(value.text);
  if (value instanceof Undefined) {
    if (value.isStrict) throw value.error();
    return 0;
  }
  const length = value instanceof Instance ? value.length() : undefined;
  if (length === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return length;
}

function iterable(value: Value): Iterable<Value> | undefined {
  if (typeof value === 'string') return characters(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value;
  if (value instanceof Dict) return unchanged(value, value.keys());
  if (value instanceof Tuple) return value.items;
  if (value instanceof Markup) return characters(value.text);
  if (value instanceof Undefined) {
    if (value.isStrict) throw value.error();
    return [];
  }
  return value instanceof Instance ? inLoop(value.iterate()) : undefined;
}

function inLoop(iterator: Iterator<Value> | undefined): Iterable<Value> | undefined {
  return iterator && { [Symbol.iterator]: () => iterator };
}

/** Goes through what a dictionary has; Python refuses to go on once its size has changed. */
export function* unchanged<T>(dict: Dict, items: Iterable<T>): IterableIterator<T> {
  const { size } = dict;
  for (const item of items) {
    yield item;
    if (dict.size !== size) throw new PythonError('RuntimeError', 'dictionary changed size during iteration');
  }
}
