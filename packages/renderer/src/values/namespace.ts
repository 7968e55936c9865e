import type { Dict } from './dict.ts';
import { Instance } from './instance.ts';
import { repr } from './print.ts';
import type { Value } from './value.ts';

/** `namespace(…)`: what `set` can change from inside a loop. */
export class Namespace extends Instance {
  readonly typeName = 'Namespace';
  readonly #values: Dict;

  constructor(values: Dict) {
    super();
    this.#values = values;
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  override attribute(name: string): Value | undefined {
    return this.#values.get(name);
  }

  override repr(): string {
    return `<Namespace ${repr(this.#values)}>`;
  }
}
