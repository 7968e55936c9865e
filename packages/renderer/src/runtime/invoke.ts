import { undefinedAmong } from '../ansible/markers.ts';
import { typeError } from '../values/errors.ts';
import { Instance } from '../values/instance.ts';
import { typeName } from '../values/type-name.ts';
import { TypeObject } from '../values/type-object.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';
import type { Call } from './call.ts';
import { plain } from './finalized.ts';
import { Macro } from './macro.ts';

/** ansible-core does not call with what is undefined; a macro looks at it itself. */
function missingIn(callee: Value, args: readonly Value[], named: Named | undefined): Undefined | undefined {
  if (callee instanceof Undefined) return callee.isStrict ? callee : undefined;
  return callee instanceof Macro ? undefined : undefinedAmong(args, named);
}

/** A range stays one where it is made; what else gives one gives a list. */
const isRange = (callee: Value): boolean => callee instanceof TypeObject && callee.name === 'range';

/** `callee(…)`. */
export function invoke(call: Call, callee: Value, args: readonly Value[], named?: Named): Value {
  if (call.profile !== 'ansible') return invoked(call, callee, args, named);
  return (
    missingIn(callee, args, named) ??
    call.attempt(() => {
      const result = invoked(call, callee, args, named);
      return isRange(callee) ? result : plain(result);
    })
  );
}

function invoked(call: Call, callee: Value, args: readonly Value[], named?: Named): Value {
  if (typeof callee === 'function') return callee(call, args, named);
  if (callee instanceof Instance && callee.call) return callee.call(call, args, named);
  if (callee instanceof Undefined) throw callee.error();
  throw typeError(`'${typeName(callee)}' object is not callable`);
}
