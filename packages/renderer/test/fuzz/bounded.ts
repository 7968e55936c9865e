import { Script } from 'node:vm';

const slot: { run?: () => void } = {};
const script = new Script('globalThis[Symbol.for("nodeport.fuzz")].run()');

/** Runs what may never end: a script of its own is the only thing in Node that can be stopped. */
export function bounded<T>(milliseconds: number, body: () => T): T {
  let result: { readonly value: T } | undefined;
  slot.run = () => {
    result = { value: body() };
  };
  Object.assign(globalThis, { [Symbol.for('nodeport.fuzz')]: slot });
  script.runInThisContext({ timeout: milliseconds });
  if (!result) throw new Error('the script did not run');
  return result.value;
}
