import { fn, isFunction, type PythonFunction } from './values/function.ts';
import { fromPlain, toPlain } from './values/plain.ts';
import type { Named, Value } from './values/value.ts';

/** A filter or test that was written for nunjucks: it gets and gives plain values, and named arguments in an object at the end. */
export function asPythonFunction(name: string, given: unknown): PythonFunction {
  if (isFunction(given) && 'pythonName' in given) return given;
  const call = given as (...args: unknown[]) => unknown;
  return fn(`${name}(*args, **kwargs)`, (_call, args: readonly Value[], named: Named) => {
    const values = args.map(toPlain);
    if (named.size > 0) {
      const keywords = Object.fromEntries([...named].map(([key, value]) => [key, toPlain(value)]));
      values.push({ __keywords: true, ...keywords });
    }
    return fromPlain(call(...values));
  });
}
