import type { Call } from '../../runtime/call.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { TypeObject } from '../../values/type-object.ts';

/** A type of Python that templates can call. */
export class PythonClass extends TypeObject {
  override readonly call: PythonFunction;

  /** @param signature - as {@link fn} has it. */
  constructor(
    name: string,
    signature: string,
    make: (call: Call, ...args: never[]) => ReturnType<PythonFunction>,
  ) {
    super(name);
    this.call = fn(signature, make);
  }
}
