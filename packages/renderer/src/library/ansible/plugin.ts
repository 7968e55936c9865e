import type { Call } from '../../runtime/call.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

type Body = (call: Call, ...args: never[]) => Value;

/** A filter or a test as Ansible calls it: what is undefined does not come as far as the body. */
export function plugin(signature: string, body: Body): PythonFunction {
  return fn(signature, (call, ...args) => {
    for (const arg of args as unknown[]) refuseUndefined(arg);
    return body(call, ...args);
  });
}

function refuseUndefined(value: unknown): void {
  if (value instanceof Undefined) throw value.error();
  // `*args` and `**kwargs`; a list that is a value has nothing undefined in it.
  if (Array.isArray(value)) for (const item of value) if (item instanceof Undefined) throw item.error();
  if (value instanceof Map) for (const item of value.values()) refuseUndefined(item);
}

export const failed = (message: string): PythonError => new PythonError('AnsibleFilterError', message);

export const notSupported = (message: string): PythonError => new PythonError('NotSupported', message);

/** A text where Python asks for one without converting what it is given. */
export function textOf(value: Value, message: string): string {
  if (typeof value !== 'string') throw typeError(message);
  return value;
}
