import { PythonError, typeError } from './errors.ts';
import { integral } from './numeric.ts';
import { typeName } from './type-name.ts';
import type { Value } from './value.ts';

/**
 * A value where Python takes nothing but an integer.
 *
 * @throws PythonError for anything else.
 */
export function wholeNumber(value: Value): number {
  const number = integral(value);
  if (number !== undefined) return Number(number);
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/**
 * A value where C takes a number for a flag.
 *
 * @throws PythonError for anything else, and for a number that C has no room for.
 */
export const flag = (value: Value): boolean => smallNumber(value) !== 0;

/**
 * A value where C takes an `int`.
 *
 * @throws PythonError for anything else, and for a number that C has no room for.
 */
export function smallNumber(value: Value): number {
  const number = wholeNumber(value);
  if (number === number >> 0) return number;
  throw new PythonError('OverflowError', 'Python int too large to convert to C int');
}
