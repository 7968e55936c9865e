import type { Call } from '../../src/runtime/call.ts';
import { getAttribute } from '../../src/values/access.ts';
import type { PythonFunction } from '../../src/values/function.ts';
import type { Value } from '../../src/values/value.ts';

/** `object.name(…)` */
export function method(
  object: Value,
  name: string,
  args: readonly Value[],
  named?: ReadonlyMap<string, Value>,
  call: Partial<Call> = {},
): Value {
  const found = getAttribute(object, name) as PythonFunction | undefined;
  if (found === undefined) throw new Error(`there is no ${name}`);
  // Most methods ask nothing of where they are called.
  return found(call as Call, args, named);
}
