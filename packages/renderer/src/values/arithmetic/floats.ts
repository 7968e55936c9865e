import { PythonError } from '../errors.ts';
import { positivePower } from './float-power.ts';

const zeroDivision = (message: string): PythonError => new PythonError('ZeroDivisionError', message);

export function divideFloats(a: number, b: number): number {
  if (b === 0) throw zeroDivision('float division by zero');
  return a / b;
}

/** The rest has the sign of the divisor, even where it is a zero. */
export function moduloFloats(a: number, b: number): number {
  if (b === 0) throw zeroDivision('float modulo');
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

export function floorDivideFloats(a: number, b: number): number {
  if (b === 0) throw zeroDivision('float floor division by zero');
  const rest = a % b;
  const quotient = (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  // The quotient is an integer but for its rounding.
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

export function powerOfFloats(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (base === -1 && !Number.isFinite(exponent)) return Number.isNaN(exponent) ? Number.NaN : 1;
  if (!Number.isFinite(base) || !Number.isFinite(exponent)) return base ** exponent;
  if (base === 0 && exponent < 0) throw zeroDivision('0.0 cannot be raised to a negative power');
  if (base < 0 && !Number.isInteger(exponent)) {
    throw new PythonError('NotSupported', 'the result is a complex number');
  }
  const size = positivePower(Math.abs(base), exponent);
  if (size === Infinity) throw new PythonError('OverflowError', "(34, 'Numerical result out of range')");
  const isNegative = (base < 0 || Object.is(base, -0)) && Math.abs(exponent % 2) === 1;
  return isNegative ? -size : size;
}
