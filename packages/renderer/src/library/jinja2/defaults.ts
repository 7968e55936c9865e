import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { repr } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { prettyPrinted } from './pretty-print.ts';

const fallback = fn(
  "default(value, default_value='', boolean=False)",
  (call, value: Value, given: Value, boolean: Value) => {
    if (value instanceof Undefined) {
      if (call.profile === 'ansible' && !value.isStrict) throw typeError("Type 'Undefined' is unsupported");
      return given;
    }
    return truth(boolean) && !truth(value) ? given : value;
  },
);

export const defaultFilters: Record<string, PythonFunction> = {
  default: fallback,
  d: fallback,
  // What Ansible's variables are is no dict to Python's pprint.
  pprint: fn('pprint(value)', (call, value: Value) =>
    call.profile === 'ansible' ? repr(value) : prettyPrinted(value),
  ),
};
