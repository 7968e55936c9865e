import { Dict } from './dict.ts';
import { PythonError } from './errors.ts';
import { Float } from './float.ts';
import { floatText } from './float-text.ts';
import type { PythonFunction } from './function.ts';
import { Instance } from './instance.ts';
import { assertDepth } from './limits.ts';
import { Markup } from './markup.ts';
import { quoted } from './quote.ts';
import { Tuple } from './tuple.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/** Python's own limit: longer numbers take quadratic time there. */
const MOST_DIGITS = 4300;

/**
 * Python's `str(value)`.
 *
 * @throws PythonError for a strict undefined value, and for a value that is nested too deep.
 */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) {
    if (value.isStrict) throw value.error();
    return '';
  }
  return value instanceof Instance ? value.str() : repr(value);
}

/** Python's `repr(value)`: what a list prints its items with. */
export function repr(value: Value): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return bigText(value);
    case 'function':
      return functionText(value);
    default:
      return value === null ? 'None' : reprOfObject(value);
  }
}

function reprOfObject(
  value: Exclude<Value, null | boolean | number | bigint | string | PythonFunction>,
): string {
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof Markup) return `Markup(${quoted(value.text)})`;
  if (value instanceof Undefined) return ofUndefined(value);
  return nested(value);
}

function ofUndefined(value: Undefined): string {
  // Ansible has no text for it, not even within a list.
  if (value.strictness === 'strict-chainable') throw value.error();
  return 'Undefined';
}

/** The containers whose text is being made: one that contains itself is printed as dots. */
const open = new Set<Value>();

function nested(value: Value[] | Tuple | Dict | Instance): string {
  if (open.has(value)) return dots(value);
  assertDepth(open.size, 'while getting the repr of an object');
  open.add(value);
  try {
    return textOf(value);
  } finally {
    open.delete(value);
  }
}

function textOf(value: Value[] | Tuple | Dict | Instance): string {
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (value instanceof Tuple)
    return `(${value.items.map(repr).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  if (!(value instanceof Dict)) return value.repr();
  const parts: string[] = [];
  for (const [key, item] of value.entries()) parts.push(`${repr(key)}: ${repr(item)}`);
  return `{${parts.join(', ')}}`;
}

function dots(value: Value[] | Tuple | Dict | Instance): string {
  if (Array.isArray(value)) return '[...]';
  if (value instanceof Tuple) return '(...)';
  return value instanceof Dict ? '{...}' : '...';
}

function bigText(value: bigint): string {
  const text = String(value);
  if (text.length - (value < 0n ? 1 : 0) <= MOST_DIGITS) return text;
  throw new PythonError(
    'ValueError',
    `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** Where Python prints an address there is none here. */
export const ADDRESS = '0x7f0000000000';

function functionText(value: PythonFunction): string {
  return value.receiver === undefined
    ? `<function ${value.pythonName} at ${ADDRESS}>`
    : `<built-in method ${value.pythonName} of ${typeName(value.receiver)} object at ${ADDRESS}>`;
}
