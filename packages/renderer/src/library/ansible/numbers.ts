import { Float } from '../../values/float.ts';
import type { PythonFunction } from '../../values/function.ts';
import type { Value } from '../../values/value.ts';
import { plugin } from './plugin.ts';

export const numberTests: Record<string, PythonFunction> = {
  nan: plugin(
    'isnotanumber(x)',
    (_call, value: Value) => value instanceof Float && Number.isNaN(value.value),
  ),
};
