import { fn, type PythonFunction } from '../../values/function.ts';
import { Instance } from '../../values/instance.ts';
import { ADDRESS } from '../../values/print.ts';
import type { Value } from '../../values/value.ts';

/** `joiner(…)`: nothing when it is called first, the separator from then on. */
export class Joiner extends Instance {
  readonly typeName = 'Joiner';
  readonly #separator: Value;
  #isUsed = false;

  constructor(separator: Value) {
    super();
    this.#separator = separator;
  }

  override readonly call: PythonFunction = fn('__call__()', () => {
    if (this.#isUsed) return this.#separator;
    this.#isUsed = true;
    return '';
  });

  override attribute(name: string): Value | undefined {
    if (name === 'used') return this.#isUsed;
    return name === 'sep' ? this.#separator : undefined;
  }

  override repr(): string {
    return `<jinja2.utils.Joiner object at ${ADDRESS}>`;
  }
}
