import { PythonError, typeError } from '../errors.ts';
import { Markup } from '../markup.ts';
import { integral } from '../numeric.ts';
import { typeName } from '../type-name.ts';
import type { Value } from '../value.ts';

/** A text that was given, safe or not; undefined where it is none. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : undefined;
}

/** @param where - what Python calls the argument, such as `replace() argument 1`; it may call it nothing. */
export function textArgument(value: Value, where: string): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (where === '') throw typeError(`must be str, not ${typeName(value)}`);
  throw typeError(`${where} must be str, not ${value === null ? 'None' : typeName(value)}`);
}

export function countArgument(value: Value): number {
  const count = integral(value);
  if (count === undefined) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  if (count >= 2n ** 63n || count < -(2n ** 63n)) {
    throw new PythonError('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return Number(count);
}
