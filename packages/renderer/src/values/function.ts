import type { Call } from '../runtime/call.ts';
import { bind } from './signature.ts';
import type { Named, Value } from './value.ts';

/** What templates can call: a filter, a test, a global, a method. */
export interface PythonFunction {
  (call: Call, args: readonly Value[], named?: Named): Value;
  readonly pythonName: string;
  /** What it was made from, where that is known. */
  readonly signature?: string;
  /** What a method belongs to. */
  readonly receiver?: Value;
}

/**
 * Makes a function from its signature in Python's own words, such as `batch(value, linecount, fill_with=None)`.
 *
 * Arguments come to the body in the order of the signature. A parameter that was not given is its default; `*args`
 * comes as an array, `**kwargs` as a {@link Named}. Defaults are `None`, `True`, `False`, numbers and texts.
 */
export function fn(signature: string, body: (call: Call, ...args: never[]) => Value): PythonFunction {
  const pythonName = signature.slice(0, signature.indexOf('('));
  const bound = bind(signature, body);
  return Object.assign((call: Call, args: readonly Value[], named?: Named) => bound(call, args, named), {
    pythonName,
    signature,
  });
}

export function isFunction(value: unknown): value is PythonFunction {
  return typeof value === 'function';
}
