import { PythonError } from '../errors.ts';
import { integer } from '../integer.ts';
import { MOST_BITS } from '../limits.ts';
import type { Int } from '../numeric.ts';
import { nearestFloat } from './round.ts';

/** The result of doubles where it is exact, and otherwise that of big integers. */
export function addInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return integer(BigInt(a) + BigInt(b));
}

export function subtractInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return integer(BigInt(a) - BigInt(b));
}

export function multiplyInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // There is no -0 among integers.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  assertBits(bitLength(a) + bitLength(b));
  return integer(BigInt(a) * BigInt(b));
}

/** Rounds down, so that the rest has the sign of the divisor. */
export function floorDivideInts(a: Int, b: Int): Int {
  assertDivisor(b, 'integer division or modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const multiple = a - restOf(a, b);
    if (Number.isSafeInteger(multiple)) return multiple / b + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  return integer((x - restOfBig(x, y)) / y);
}

export function moduloInts(a: Int, b: Int): Int {
  assertDivisor(b, 'integer modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') return restOf(a, b);
  return integer(restOfBig(BigInt(a), BigInt(b)));
}

function restOf(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
}

function restOfBig(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** The float that is nearest to the quotient, however large the integers are. */
export function divideInts(a: Int, b: Int): number {
  assertDivisor(b, 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const isNegative = a < 0 !== b < 0;
  const [x, y] = [absolute(BigInt(a)), absolute(BigInt(b))];
  // So many bits that what is cut off can only break a tie, which the last bit stands for.
  const shift = bitLength(y) - bitLength(x) + 66;
  const [top, bottom] = shift > 0 ? [x << BigInt(shift), y] : [x, y << BigInt(-shift)];
  const quotient = (top / bottom) | (top % bottom === 0n ? 0n : 1n);
  const result = nearestFloat(quotient, -shift);
  if (result === Infinity) {
    throw new PythonError('OverflowError', 'integer division result too large for a float');
  }
  return isNegative ? -result : result;
}

export function powerOfInts(base: Int, exponent: Int): Int {
  if (typeof base === 'number' && typeof exponent === 'number') {
    const result = base ** exponent;
    if (Number.isSafeInteger(result) && Math.abs(result) < 2 ** 52) return result + 0;
  }
  if (base === 0 || base === 1) return exponent === 0 ? 1 : base;
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  assertBits((bitLength(base) - 1) * Number(exponent));
  return integer(BigInt(base) ** BigInt(exponent));
}

export function negateInt(value: Int): Int {
  return typeof value === 'number' ? 0 - value : integer(-value);
}

export function bitLength(value: Int): number {
  if (typeof value === 'number') {
    const size = Math.abs(value);
    return size === 0 ? 0 : size < 2 ** 32 ? 32 - Math.clz32(size) : 64 - Math.clz32(size / 2 ** 32);
  }
  const digits = absolute(value).toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits[0] ?? '0', 16)));
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function assertDivisor(value: Int, message: string): void {
  if (value === 0) throw new PythonError('ZeroDivisionError', message);
}

function assertBits(bits: number): void {
  if (bits > MOST_BITS) throw new PythonError('MemoryError', 'the integer would be too large');
}
