import { PythonError, valueError } from '../errors.ts';
import { type Int, toDouble } from '../numeric.ts';
import { repr } from '../print.ts';
import { type FloatStyle, floatDigits } from './float.ts';
import { groupedDigits } from './grouping.ts';
import { padded } from './pad.ts';
import type { Spec } from './spec-parse.ts';

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

/** @param object - the name of its type, for messages. */
export function formatInteger(value: Int, spec: Spec, object: string): string {
  const { type } = spec;
  if ('eEfFgG%'.includes(type) && type !== '') return formatFloat(toDouble(value), spec, object);
  if (!['', 'd', 'n', 'c', 'b', 'o', 'x', 'X'].includes(type)) throw unknownCode(type, object);
  if (spec.precision !== undefined) throw valueError('Precision not allowed in integer format specifier');
  if (spec.hasNoNegativeZero) {
    throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (type === 'c') return formatCharacter(value, spec);
  const base = BASES[type] ?? 10;
  const size = value < 0 ? -value : value;
  const digits = base === 10 ? repr(size) : size.toString(base);
  const prefix = spec.isAlternate && base !== 10 ? `0${type}` : '';
  const body = type === 'X' ? digits.toUpperCase() : digits;
  return laidOut(signOf(value < 0, spec) + prefix, body, spec, base === 10 ? 3 : 4);
}

export function formatFloat(value: number, spec: Spec, object: string): string {
  const { type } = spec;
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'].includes(type)) throw unknownCode(type, object);
  const scaled = type === '%' ? value * 100 : value;
  const digits = floatText(scaled, spec);
  const isZero = spec.hasNoNegativeZero && !/[1-9in]/i.test(digits);
  const isNegative = !isZero && (scaled < 0 || Object.is(scaled, -0));
  return laidOut(signOf(isNegative, spec), digits, spec, 3);
}

function floatText(value: number, { type, precision, isAlternate }: Spec): string {
  if (type === '' && precision === undefined) {
    return floatDigits(value, { style: 'r', precision: 0, isAlternate, hasPoint: true });
  }
  const style = STYLES[type] ?? (type.toLowerCase() as FloatStyle);
  const text = floatDigits(value, { style, precision: precision ?? 6, isAlternate, hasPoint: type === '' });
  if (type === '%') return `${text}%`;
  return type === 'E' || type === 'F' || type === 'G' ? text.toUpperCase() : text;
}

const STYLES: Readonly<Record<string, FloatStyle>> = { '': 'g', n: 'g', '%': 'f' };

function formatCharacter(value: Int, spec: Spec): string {
  if (spec.sign) throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.isAlternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < 0 || value > 0x10ffff) {
    throw new PythonError('OverflowError', '%c arg not in range(0x110000)');
  }
  // A character stands to the right, as a number does.
  return padded(String.fromCodePoint(Number(value)), spec.width, spec.align ?? '>', spec.fill);
}

function signOf(isNegative: boolean, { sign }: Spec): string {
  if (isNegative) return '-';
  return sign === '-' ? '' : sign;
}

/** Fills between sign and digits, or around both; zeros are grouped as the digits are. */
function laidOut(before: string, body: string, spec: Spec, group: number): string {
  const { fill, align = '>', width, grouping } = spec;
  const missing = width - before.length;
  const digits = grouping
    ? grouped(body, grouping, group, fill === '0' && align === '=' ? missing : 0)
    : body;
  if (align !== '=') return padded(before + digits, width, align, fill);
  return before + padded(digits, missing, '>', fill);
}

function grouped(body: string, separator: string, group: number, width: number): string {
  const [digits = ''] = (group === 3 ? /^\d*/ : /^[\da-f]*/i).exec(body) ?? [];
  const rest = body.slice(digits.length);
  return groupedDigits(digits, separator, group, width - rest.length) + rest;
}

function unknownCode(type: string, object: string): PythonError {
  return valueError(`Unknown format code '${type}' for object of type '${object}'`);
}
