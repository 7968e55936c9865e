import { fn, type PythonFunction } from '../../values/function.ts';
import { numeric, toDouble } from '../../values/numeric.ts';
import type { Value } from '../../values/value.ts';

export const numberTests: Record<string, PythonFunction> = {
  nan: fn('isnotanumber(x)', (_call, value: Value) => {
    const number = numeric(value);
    return number !== undefined && Number.isNaN(toDouble(number));
  }),
};
