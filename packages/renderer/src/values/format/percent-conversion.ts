import { lengthOfText, textBetween } from '../code-points.ts';
import { PythonError, typeError, valueError } from '../errors.ts';
import { Float } from '../float.ts';
import { Markup } from '../markup.ts';
import { truncated } from '../numbers.ts';
import { type Int, integral, numeric, toDouble } from '../numeric.ts';
import { quotedInAscii } from '../quote.ts';
import { typeName } from '../type-name.ts';
import { Undefined } from '../undefined.ts';
import type { Value } from '../value.ts';
import { type FloatStyle, floatDigits } from './float.ts';
import { padded } from './pad.ts';

export interface Conversion {
  readonly type: string;
  readonly isLeft: boolean;
  readonly sign: '+' | ' ' | '';
  readonly isAlternate: boolean;
  readonly isZeroed: boolean;
  readonly width: number;
  readonly precision: number | undefined;
}

export interface Printing {
  readonly str: (value: Value) => string;
  readonly repr: (value: Value) => string;
}

/** A value as a conversion such as `%05.1f` has it. */
export function converted(
  value: Value,
  conversion: Conversion,
  printing: Printing,
  at: () => number,
): string {
  const { type } = conversion;
  if (type === 's') return ofText(printing.str(value), conversion);
  if (type === 'r') return ofText(printing.repr(value), conversion);
  if (type === 'a') return ofText(inAscii(printing.repr(value)), conversion);
  if (type === 'c') return ofText(character(value), { ...conversion, precision: undefined });
  if ('diu'.includes(type)) return ofInteger(wholeNumber(value, type), 10, conversion);
  if ('xXo'.includes(type)) return ofInteger(exactInteger(value, type), type === 'o' ? 8 : 16, conversion);
  if ('eEfFgG'.includes(type)) return ofFloat(value, conversion);
  const code = (type.codePointAt(0) ?? 0).toString(16);
  const shown = /^[ -~]$/.test(type) ? type : '?';
  throw valueError(`unsupported format character '${shown}' (0x${code}) at index ${at()}`);
}

function ofText(text: string, { precision, width, isLeft }: Conversion): string {
  const cut = precision === undefined ? text : textBetween(text, 0, precision);
  return padded(cut, width, isLeft ? '<' : '>');
}

function inAscii(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => quotedInAscii(character).slice(1, -1));
}

function character(value: Value): string {
  const text = value instanceof Markup ? value.text : value;
  if (typeof text === 'string') {
    if (lengthOfText(text) !== 1) throw typeError('%c requires int or char');
    return text;
  }
  const code = integral(value);
  if (code === undefined) throw typeError('%c requires int or char');
  if (code < 0 || code > 0x10ffff) throw new PythonError('OverflowError', '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function wholeNumber(value: Value, type: string): Int {
  const number = numeric(value);
  if (value instanceof Undefined) throw value.error();
  if (number === undefined)
    throw typeError(`%${type} format: a real number is required, not ${typeName(value)}`);
  return number instanceof Float ? truncated(number.value) : number;
}

function exactInteger(value: Value, type: string): Int {
  const number = integral(value);
  if (number === undefined)
    throw typeError(`%${type} format: an integer is required, not ${typeName(value)}`);
  return number;
}

function ofInteger(value: Int, base: number, conversion: Conversion): string {
  const { type, precision = 0, isAlternate } = conversion;
  const digits = (value < 0 ? -value : value).toString(base).padStart(precision, '0');
  const prefix = isAlternate && base !== 10 ? `0${type}` : '';
  return numberText(
    value < 0,
    type === 'X' ? prefix + digits.toUpperCase() : prefix + digits,
    prefix.length,
    conversion,
  );
}

function ofFloat(value: Value, conversion: Conversion): string {
  const number = numeric(value);
  if (value instanceof Undefined) throw value.error();
  if (number === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  const double = toDouble(number);
  const { type, precision = 6, isAlternate } = conversion;
  const style = type.toLowerCase() as FloatStyle;
  const digits = floatDigits(double, { style, precision, isAlternate });
  const isNegative = double < 0 || Object.is(double, -0);
  return numberText(isNegative, type === style ? digits : digits.toUpperCase(), 0, conversion);
}

/** Zeros come between the sign or the prefix and the digits. */
function numberText(isNegative: boolean, body: string, prefix: number, conversion: Conversion): string {
  const { sign, width, isLeft, isZeroed } = conversion;
  const before = (isNegative ? '-' : sign) + body.slice(0, prefix);
  const digits = body.slice(prefix);
  if (isLeft || !isZeroed) return padded(before + digits, width, isLeft ? '<' : '>');
  return before + padded(digits, width - before.length, '>', '0');
}
