import { PythonError, typeError } from '../../values/errors.ts';
import { Markup } from '../../values/markup.ts';
import type { Value } from '../../values/value.ts';

export const failed = (message: string): PythonError => new PythonError('AnsibleFilterError', message);

export const notSupported = (message: string): PythonError => new PythonError('NotSupported', message);

/** A text where Python asks for one without converting what it is given. */
export function textOf(value: Value, message: string): string {
  if (value instanceof Markup) return value.text;
  if (typeof value !== 'string') throw typeError(message);
  return value;
}
