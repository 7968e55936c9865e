import { Undefined } from './values/undefined.ts';

/**
 * A value that there is not, among variables: using it is an error that says so, `is defined` is false.
 *
 * @param message - What is said of it.
 */
export function undefinedValue(message: string): Undefined {
  return new Undefined('strict-chainable', message);
}
