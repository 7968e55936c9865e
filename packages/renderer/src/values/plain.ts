import { dateOf } from '../yaml/timestamp.ts';
import { Dict } from './dict.ts';
import { PythonError } from './errors.ts';
import { Float } from './float.ts';
import { Instance } from './instance.ts';
import { integer } from './integer.ts';
import { assertDepth } from './limits.ts';
import { Markup } from './markup.ts';
import { Tuple } from './tuple.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/**
 * A value of JavaScript as one of Python: whole numbers are integers, other numbers floats. Values of Python stay what
 * they are; so do those within arrays, maps and plain objects.
 *
 * @throws PythonError for what has no likeness in Python, such as a symbol, and for what is nested too deep.
 */
export function fromPlain(value: unknown): Value {
  return converted(value, 0);
}

function converted(value: unknown, depth: number): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return numberOf(value);
    case 'bigint':
      return integer(value);
    case 'undefined':
      return null;
    case 'function':
      // Only functions of Python's kind have a name of Python's.
      if ('pythonName' in value) return value as Value;
      break;
    case 'object':
      return value === null ? null : valueOfObject(value, depth);
    default:
      break;
  }
  throw new PythonError('NotSupported', `a ${typeof value} of JavaScript is no value for a template`);
}

function numberOf(value: number): Value {
  if (!Number.isInteger(value) || Object.is(value, -0)) return new Float(value);
  return Number.isSafeInteger(value) ? value : BigInt(value);
}

function valueOfObject(value: object, depth: number): Value {
  assertDepth(depth, 'in a value');
  if (Array.isArray(value)) return value.map((item) => converted(item, depth + 1));
  if (isValue(value)) return value;
  const scalar = fromYaml(value);
  if (scalar !== undefined) return scalar;
  const dict = new Dict();
  for (const [key, item] of entriesOf(value)) dict.set(converted(key, depth + 1), converted(item, depth + 1));
  return dict;
}

function entriesOf(value: object): Iterable<[unknown, unknown]> {
  if (value instanceof Map) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return Object.entries(value);
  throw new PythonError('NotSupported', `a ${nameOf(value)} is no value for a template`);
}

/** What ansible-yaml reads floats, dates and vaulted values as; a vaulted value prints without what is in it. */
function fromYaml(value: object): Value | undefined {
  const name = nameOf(value);
  if (name === 'YamlFloat' && 'value' in value) return new Float(Number(value.value));
  if (name === 'Timestamp') return dateOf(String(value));
  return name === 'VaultString' ? String(value) : undefined;
}

const nameOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

function isValue(value: object): value is Float | Tuple | Dict | Markup | Undefined | Instance {
  return (
    value instanceof Dict ||
    value instanceof Float ||
    value instanceof Markup ||
    value instanceof Tuple ||
    value instanceof Undefined ||
    value instanceof Instance
  );
}

/** A value of Python as one of JavaScript: a dictionary is an object, or a Map where a key is no text. */
export function toPlain(value: Value): unknown {
  return plainOf(value, 0);
}

function plainOf(value: Value, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  assertDepth(depth, 'in a value');
  if (Array.isArray(value)) return value.map((item) => plainOf(item, depth + 1));
  if (value instanceof Tuple) return value.items.map((item) => plainOf(item, depth + 1));
  if (value instanceof Float) return value.value;
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) return undefined;
  return value instanceof Dict ? plainDict(value, depth) : value;
}

function plainDict(dict: Dict, depth: number): unknown {
  const entries = [...dict.entries()].map(([key, item]): [unknown, unknown] => [
    plainOf(key, depth + 1),
    plainOf(item, depth + 1),
  ]);
  const isObject = entries.every(([key]) => typeof key === 'string');
  // fromEntries defines `__proto__` as a key like any other.
  return isObject ? Object.fromEntries(entries as [string, unknown][]) : new Map(entries);
}
