import { Dict } from './dict.ts';
import { Float } from './float.ts';
import { Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { Tuple } from './tuple.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/**
 * Python's `bool(value)`.
 *
 * @throws PythonError for a strict undefined value.
 */
export function truth(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value !== '';
    case 'number':
      return value !== 0;
    case 'object':
      return value !== null && truthOfObject(value);
    default:
      // 0n is the number 0.
      return true;
  }
}

function truthOfObject(value: Exclude<Value, null | boolean | number | bigint | string>): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Dict) return value.size > 0;
  if (value instanceof Undefined) {
    if (value.isStrict) throw value.error();
    return false;
  }
  if (value instanceof Tuple) return value.items.length > 0;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Markup) return value.text !== '';
  return value instanceof Instance ? value.truth() : true;
}
