import { nearestFloat } from './round.ts';

/** Bits after the point: enough for the powers of what is next to 1, where the exponent can be 2^63. */
const BITS = 220n;
const ONE = 1n << BITS;

/**
 * `base ** exponent` of a positive base, rounded correctly: JavaScript's own is often wrong in its last digit, and
 * what C gives is nearly always the nearest float.
 */
export function positivePower(base: number, exponent: number): number {
  if (!Number.isFinite(base) || !Number.isFinite(exponent) || base === 0) return base ** exponent;
  const size = Math.log2(base) * exponent;
  if (size > 1100) return Infinity;
  if (size < -1200) return 0;
  const isExact = Number.isInteger(exponent) && exponent > 0 && exponent <= 64;
  return isExact ? wholePower(base, exponent) : viaLogarithm(base, exponent);
}

/** Exact, because only such a power can be half-way between two floats. */
function wholePower(base: number, exponent: number): number {
  const { mantissa, scale } = parts(base);
  return nearestFloat(mantissa ** BigInt(exponent), scale * exponent);
}

function viaLogarithm(base: number, exponent: number): number {
  const { mantissa, scale } = parts(exponent);
  const product = logarithm(base) * mantissa;
  const power = scale < 0 ? product >> BigInt(-scale) : product << BigInt(scale);
  const doublings = power / LN2;
  return nearestFloat(exponential(power - doublings * LN2), Number(doublings) - Number(BITS));
}

/** A float as `mantissa · 2^scale`. */
function parts(value: number): { mantissa: bigint; scale: number } {
  let scale = 0;
  let mantissa = value;
  for (; !Number.isInteger(mantissa); scale--) mantissa *= 2;
  return { mantissa: BigInt(mantissa), scale };
}

/**
 * The natural logarithm of a positive number, rounded correctly: JavaScript's own says 1.0986122886681096 for 3, which
 * is 1.0986122886681098.
 */
export function naturalLogarithm(value: number): number {
  return Number.isFinite(value) ? nearestFloat(logarithm(value), -Number(BITS)) : value;
}

const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;
const ONE_BY_LN10 = Math.LOG10E;

/** The logarithm to the base 10 as C's library works it out, which is not always the nearest float. */
export function decimalLogarithm(value: number): number {
  if (!Number.isFinite(value)) return value;
  const { mantissa, scale } = parts(value);
  const exponent = mantissa.toString(2).length - 1 + scale;
  const twos = exponent < 0 ? exponent + 1 : exponent;
  const rest = naturalLogarithm(value / 2 ** twos);
  return twos * LOG10_2_LOW + ONE_BY_LN10 * rest + twos * LOG10_2_HIGH;
}

function logarithm(value: number): bigint {
  const { mantissa, scale } = parts(value);
  const bits = mantissa.toString(2).length;
  return logarithmOf(mantissa, 1n << BigInt(bits - 1)) + BigInt(scale + bits - 1) * LN2;
}

/** The logarithm of a quotient from 1 up to 2, by the series of atanh. */
function logarithmOf(top: bigint, bottom: bigint): bigint {
  const z = ((top - bottom) * ONE) / (top + bottom);
  const square = (z * z) >> BITS;
  let power = z;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> BITS;
  }
  return 2n * sum;
}

const LN2 = logarithmOf(2n, 1n);

function exponential(power: bigint): bigint {
  let term = ONE;
  let sum = 0n;
  for (let index = 1n; term !== 0n && term !== -1n; index++) {
    sum += term;
    term = ((term * power) >> BITS) / index;
  }
  return sum;
}
