import { typeError } from '../values/errors.ts';
import { Instance } from '../values/instance.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';
import type { Call } from './call.ts';

/** `callee(…)`. */
export function invoke(call: Call, callee: Value, args: readonly Value[], named?: Named): Value {
  if (typeof callee === 'function') return callee(call, args, named);
  if (callee instanceof Instance && callee.call) return callee.call(call, args, named);
  if (callee instanceof Undefined) throw callee.error();
  throw typeError(`'${typeName(callee)}' object is not callable`);
}
