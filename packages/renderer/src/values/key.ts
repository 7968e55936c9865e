import { Dict } from './dict.ts';
import { DictView } from './dict-view.ts';
import { typeError } from './errors.ts';
import { Float } from './float.ts';
import { assertDepth } from './limits.ts';
import { Markup } from './markup.ts';
import { Tuple } from './tuple.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/**
 * Returns what a key is found by in a Map: the same for all that Python calls equal.
 *
 * @throws PythonError for a list or a dict, which Python cannot hash.
 */
export function keyOf(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' ? Number(value) : value;
  if (value instanceof Float) return keyOfFloat(value.value);
  if (value instanceof Markup) return value.text;
  if (value instanceof Tuple) return interned(describe(value, 0));
  if (Array.isArray(value) || value instanceof Dict) throw typeError(`unhashable type: '${typeName(value)}'`);
  if (value instanceof DictView && value.part !== 'values')
    throw typeError(`unhashable type: '${typeName(value)}'`);
  return value instanceof Undefined ? keyOfUndefined(value) : value;
}

function keyOfFloat(value: number): unknown {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** All undefined values of a kind are equal. */
function keyOfUndefined(value: Undefined): object {
  if (value.isStrict) throw value.error();
  return interned(value.typeName);
}

/** An object for each description, as long as a dictionary has it: no text of a template can be one. */
function interned(description: string): object {
  const known = made.get(description)?.deref();
  if (known) return known;
  const key = { description };
  made.set(description, new WeakRef(key));
  collected.register(key, description);
  return key;
}

const made = new Map<string, WeakRef<object>>();

const collected = new FinalizationRegistry<string>((description) => {
  if (made.get(description)?.deref() === undefined) made.delete(description);
});

function describe(value: Value, depth: number): string {
  assertDepth(depth, '');
  if (value instanceof Tuple) return `(${value.items.map((item) => describe(item, depth + 1)).join(' ')})`;
  const key = keyOf(value);
  if (typeof key === 'string') return JSON.stringify(key);
  if (typeof key === 'number' || typeof key === 'bigint') return String(key);
  return typeof key === 'object' || typeof key === 'function' ? nameOf(key) : String(key);
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** Objects are equal to themselves only. */
function nameOf(key: object | null): string {
  if (key === null) return 'None';
  const known = numbers.get(key) ?? ++last;
  numbers.set(key, known);
  return `#${known}`;
}
