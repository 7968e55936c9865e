import { bitLength } from '../arithmetic/integers.ts';
import { PythonError, valueError } from '../errors.ts';
import { Float } from '../float.ts';
import { integer } from '../integer.ts';
import type { Int } from '../numeric.ts';
import { Tuple } from '../tuple.ts';
import type { Value } from '../value.ts';
import { type Methods, methods } from './method.ts';

/** The methods of an `int`, which a `bool` is, too. */
export const integerMethods: Methods = methods({
  'as_integer_ratio(self, /)': (_call, value: Int | boolean) => new Tuple([plain(value), 1]),
  'bit_count(self, /)': (_call, value: Int | boolean) =>
    BigInt(value).toString(2).replaceAll(/[^1]/g, '').length,
  'bit_length(self, /)': (_call, value: Int | boolean) => bitLength(plain(value)),
  'conjugate(self, /)': (_call, value: Int | boolean) => plain(value),
});

export function integerAttribute(value: Int, name: string): Value | undefined {
  if (name === 'real' || name === 'numerator') return value;
  if (name === 'imag') return 0;
  return name === 'denominator' ? 1 : undefined;
}

/** The methods of a `float`. */
export const floatMethods: Methods = methods({
  'as_integer_ratio(self, /)': (_call, { value }: Float) => ratio(value),
  'conjugate(self, /)': (_call, value: Float) => value,
  'hex(self, /)': (_call, { value }: Float) => hexadecimal(value),
  'is_integer(self, /)': (_call, { value }: Float) => Number.isInteger(value),
});

export function floatAttribute(value: Float, name: string): Value | undefined {
  if (name === 'real') return value;
  return name === 'imag' ? new Float(0) : undefined;
}

const plain = (value: Int | boolean): Int => (typeof value === 'boolean' ? Number(value) : value);

function ratio(value: number): Tuple {
  if (Number.isNaN(value)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value))
    throw new PythonError('OverflowError', 'cannot convert Infinity to integer ratio');
  let top = value;
  let bottom = 1n;
  while (!Number.isInteger(top)) {
    top *= 2;
    bottom *= 2n;
  }
  return new Tuple([integer(BigInt(top)), integer(bottom)]);
}

function hexadecimal(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  let mantissa = Math.abs(value);
  let exponent = 0;
  for (; mantissa >= 2; exponent++) mantissa /= 2;
  for (; mantissa < 1 && exponent > -1022; exponent--) mantissa *= 2;
  const [whole, fraction = ''] = mantissa.toString(16).split('.');
  return `${sign}0x${whole}.${fraction.padEnd(13, '0')}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
