import { undefinedAmong } from '../ansible/undefined-arguments.ts';
import { typeError } from '../values/errors.ts';
import { Instance } from '../values/instance.ts';
import { typeName } from '../values/type-name.ts';
import { TypeObject } from '../values/type-object.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';
import type { Call } from './call.ts';

/** ansible-core does not call with what is undefined; a macro looks at it itself. */
function missingIn(callee: Value, args: readonly Value[], named: Named | undefined): Undefined | undefined {
  if (callee instanceof Undefined) return callee.isStrict ? callee : undefined;
  if (typeof callee === 'function' || callee instanceof TypeObject) return undefinedAmong(args, named);
  return undefined;
}

/** `callee(…)`. */
export function invoke(call: Call, callee: Value, args: readonly Value[], named?: Named): Value {
  if (call.profile === 'ansible') {
    const missing = missingIn(callee, args, named);
    if (missing) return missing;
  }
  if (typeof callee === 'function') return callee(call, args, named);
  if (callee instanceof Instance && callee.call) return callee.call(call, args, named);
  if (callee instanceof Undefined) throw callee.error();
  throw typeError(`'${typeName(callee)}' object is not callable`);
}
