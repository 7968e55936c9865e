import { typeError } from '../../values/errors.ts';
import { integral } from '../../values/numeric.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';

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
