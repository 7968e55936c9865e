import { decimalLogarithm, naturalLogarithm, positivePower } from '../../values/arithmetic/float-power.ts';
import { PythonError, valueError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { numeric } from '../../values/numeric.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { failed } from './plugin.ts';

/** A number as C has it. */
function double(value: Value, filter: string): number {
  const number = numeric(value);
  if (number === undefined)
    throw failed(`${filter}() can only be used on numbers: must be real number, not ${typeName(value)}`);
  return Number(number instanceof Float ? number.value : number);
}

/** C tells what is no number, and what is too large, apart from a result. */
function checked(result: number, ...operands: readonly number[]): Float {
  const areFinite = operands.every(Number.isFinite);
  if (Number.isNaN(result) && !operands.some(Number.isNaN)) throw valueError('math domain error');
  if (!Number.isFinite(result) && areFinite) throw new PythonError('OverflowError', 'math range error');
  return new Float(result);
}

function pow(base: number, exponent: number): Float {
  if (base === 0 && exponent < 0) throw valueError('math domain error');
  // JavaScript alone says that 1 to the power of what is no number is none.
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return new Float(1);
  return checked(power(base, exponent), base, exponent);
}

/** In its last digit, JavaScript's own power is often another than C's. */
function power(base: number, exponent: number): number {
  if (base >= 0) return positivePower(base, exponent);
  if (!Number.isInteger(exponent)) return base ** exponent;
  return exponent % 2 === 0 ? positivePower(-base, exponent) : -positivePower(-base, exponent);
}

function logarithm(value: number, base: number): Float {
  if (value <= 0 || base <= 0) throw valueError('math domain error');
  if (base === 10) return new Float(decimalLogarithm(value));
  if (base === Math.E) return new Float(naturalLogarithm(value));
  if (base === 1) throw new PythonError('ZeroDivisionError', 'float division by zero');
  return new Float(naturalLogarithm(value) / naturalLogarithm(base));
}

function root(value: number, base: number): Float {
  if (base === 2) {
    if (value < 0) throw failed('root() can only be used on numbers: math domain error');
    return new Float(Math.sqrt(value));
  }
  if (base === 0) throw new PythonError('ZeroDivisionError', 'float division by zero');
  return pow(value, 1 / base);
}

export const mathematicsFilters: Record<string, PythonFunction> = {
  pow: fn('pow(x, y)', (_call, x: Value, y: Value) => pow(double(x, 'pow'), double(y, 'pow'))),
  log: fn(`log(x, base=${Math.E})`, (_call, x: Value, base: Value) =>
    logarithm(double(x, 'log'), double(base, 'log')),
  ),
  root: fn('root(x, base=2)', (_call, x: Value, base: Value) =>
    root(double(x, 'root'), double(base, 'root')),
  ),
};
