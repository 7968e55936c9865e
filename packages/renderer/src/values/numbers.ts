import { isAscii } from './code-points.ts';
import { PythonError, typeError, valueError } from './errors.ts';
import { Float } from './float.ts';
import { integer } from './integer.ts';
import { Markup } from './markup.ts';
import { type Int, integral, toDouble } from './numeric.ts';
import { repr } from './print.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';
import { stripped } from './whitespace.ts';

const MOST_DIGITS = 4300;
const PREFIXES: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 16: '0x' };

/**
 * Python's `int(value)`, and `int(text, base)`.
 *
 * @param base - 0: as the prefix says.
 * @throws PythonError - ValueError, TypeError or OverflowError, as Python does.
 */
export function toInteger(value: Value, base?: number): Int {
  const text = textOf(value);
  if (text !== undefined) return parseInteger(text, base ?? 10, value);
  if (base !== undefined) throw typeError("int() can't convert non-string with explicit base");
  const int = integral(value);
  if (int !== undefined) return int;
  if (value instanceof Float) return truncated(value.value);
  if (value instanceof Undefined) throw value.error();
  const wanted = 'a string, a bytes-like object or a real number';
  throw typeError(`int() argument must be ${wanted}, not '${typeName(value)}'`);
}

/** Python's `float(value)`. */
export function toFloat(value: Value): Float {
  const text = textOf(value);
  if (text !== undefined) return new Float(parseFloatText(text, value));
  if (value instanceof Float) return value;
  const int = integral(value);
  if (int !== undefined) return new Float(toDouble(int));
  if (value instanceof Undefined) throw value.error();
  throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

/** A float without what is after its point. */
export function truncated(value: number): Int {
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) {
    throw new PythonError('OverflowError', 'cannot convert float infinity to integer');
  }
  return integer(BigInt(Math.trunc(value)));
}

function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : undefined;
}

function parseInteger(text: string, base: number, given: Value): Int {
  if (base !== 0 && (base < 2 || base > 36)) throw valueError('int() base must be >= 2 and <= 36, or 0');
  const wrong = (): PythonError => valueError(`invalid literal for int() with base ${base}: ${repr(given)}`);
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(asciiDigits(trimmed(text)).toLowerCase()) ?? [];
  const actual = base || baseOf(rest);
  const prefix = PREFIXES[actual];
  const digits = prefix && rest.startsWith(prefix) ? rest.slice(2).replace(/^_(?=.)/, '') : rest;
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/.test(digits) || !isOfBase(digits, actual)) throw wrong();
  if (base === 0 && actual === 10 && /^0[0_]*[1-9]/.test(digits)) throw wrong();
  const value = parseDigits(digits.replaceAll('_', ''), actual);
  return integer(sign === '-' ? -value : value);
}

function baseOf(text: string): number {
  const found = Object.entries(PREFIXES).find(([, prefix]) => text.startsWith(prefix));
  return found ? Number(found[0]) : 10;
}

function isOfBase(digits: string, base: number): boolean {
  for (const digit of digits) if (digit !== '_' && Number.parseInt(digit, 36) >= base) return false;
  return true;
}

function parseDigits(digits: string, base: number): bigint {
  const prefix = base === 10 ? '' : PREFIXES[base];
  if ((base & (base - 1)) !== 0 && digits.length > MOST_DIGITS) {
    throw valueError(
      `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  if (prefix !== undefined) return BigInt(prefix + digits);
  let value = 0n;
  for (const digit of digits) value = value * BigInt(base) + BigInt(Number.parseInt(digit, 36));
  return value;
}

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

function parseFloatText(text: string, given: Value): number {
  const digits = asciiDigits(trimmed(text));
  if (FLOAT.test(digits)) return Number(digits.replaceAll('_', ''));
  const special = SPECIAL.exec(digits);
  if (!special) throw valueError(`could not convert string to float: ${repr(given)}`);
  if (special[2] === undefined) return Number.NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}

/** What separates files, groups, records and units is whitespace for `strip()`, and not around a number. */
function trimmed(text: string): string {
  const inner = stripped(text);
  const around = text.length === inner.length ? '' : text.replace(inner, () => '');
  for (const space of around) if (space >= '\x1c' && space <= '\x1f') return text;
  return inner;
}

/** Python reads the digits of all scripts: ٣ is 3. */
function asciiDigits(text: string): string {
  return isAscii(text) ? text : text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Digits are in runs of ten. */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return (code - start) % 10;
}
