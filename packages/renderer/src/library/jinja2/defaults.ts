import { fn, type PythonFunction } from '../../values/function.ts';
import { truth } from '../../values/truth.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { prettyPrinted } from './pretty-print.ts';

const fallback = fn(
  "default(value, default_value='', boolean=False)",
  (_call, value: Value, given: Value, boolean: Value) => {
    if (value instanceof Undefined) return given;
    return truth(boolean) && !truth(value) ? given : value;
  },
);

export const defaultFilters: Record<string, PythonFunction> = {
  default: fallback,
  d: fallback,
  pprint: fn('pprint(value)', (_call, value: Value) => prettyPrinted(value)),
};
