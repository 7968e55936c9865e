import { Float } from '../../values/float.ts';
import { numeric } from '../../values/numeric.ts';
import type { Value } from '../../values/value.ts';

/** Python's numbers are hashed by this prime. */
const MODULUS = 2n ** 61n - 1n;

/** Python's `hash()` of a number; undefined for all else. */
export function numberHash(value: Value): bigint | undefined {
  const number = numeric(value);
  if (number === undefined) return undefined;
  if (!(number instanceof Float)) return integerHash(BigInt(number));
  if (Number.isInteger(number.value)) return integerHash(BigInt(number.value));
  return Number.isFinite(number.value) ? fractionHash(number.value) : undefined;
}

function integerHash(value: bigint): bigint {
  const hash = (value < 0n ? -value : value) % MODULUS;
  return signed(hash, value < 0n);
}

/** -1 tells of an error in C. */
function signed(hash: bigint, negative: boolean): bigint {
  const result = negative ? -hash : hash;
  return result === -1n ? -2n : result;
}

/** Modulo that prime, a half is 2^60: a fraction is its numerator times that, for each power of two of its denominator. */
function fractionHash(value: number): bigint {
  let numerator = Math.abs(value);
  let power = 0n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    power++;
  }
  const half = 2n ** 60n;
  let hash = BigInt(numerator) % MODULUS;
  for (let left = power % 61n; left > 0n; left--) hash = (hash * half) % MODULUS;
  return signed(hash, value < 0);
}
