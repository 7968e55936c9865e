import type { Call } from '../../runtime/call.ts';
import type { PythonFunction } from '../function.ts';
import { bind } from '../signature.ts';
import type { Named, Value } from '../value.ts';

/** A method of a type, not yet of a value: its first argument is what it belongs to. */
export interface Method {
  readonly name: string;
  readonly run: (call: Call, args: readonly Value[], named?: Named) => Value;
}

export type Methods = ReadonlyMap<string, Method>;

/** Methods by their signatures, such as `find(self, sub, start=None, end=None, /)`. */
export function methods(bodies: Readonly<Record<string, (call: Call, ...args: never[]) => Value>>): Methods {
  const made = new Map<string, Method>();
  for (const [signature, body] of Object.entries(bodies)) {
    const name = signature.slice(0, signature.indexOf('('));
    made.set(name, { name, run: bind(signature, body) });
  }
  return made;
}

/** A method as a template has it. */
export function methodOf({ name, run }: Method, receiver: Value): PythonFunction {
  const bound = (call: Call, args: readonly Value[], named?: Named): Value =>
    run(call, [receiver, ...args], named);
  return Object.assign(bound, { pythonName: name, receiver });
}
