import type { Call } from '../../runtime/call.ts';
import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { prettyPrinted } from './pretty-print.ts';

const fallback = fn("default(value, default_value='', boolean=False)", defaulted);

export const defaultFilters: Record<string, PythonFunction> = {
  default: fallback,
  d: fallback,
  // Ansible's lists and dictionaries are none to Python's pprint.
  pprint: fn('pprint(value)', (call, value: Value) => prettyPrinted(value, call.profile === 'jinja2')),
};

function defaulted(call: Call, value: Value, given: Value, boolean: Value): Value {
  if (call.profile === 'ansible' && typeof boolean !== 'boolean')
    throw typeError(`The 'boolean' argument must be of type 'bool', not '${typeName(boolean)}'.`);
  return isMissing(call, value) || (truth(boolean) && !truth(value)) ? given : value;
}

function isMissing(call: Call, value: Value): boolean {
  // The value of an `if` without `else` is undefined to Jinja2, and not to ansible-core.
  return value instanceof Undefined && (value.isStrict || call.profile === 'jinja2');
}
