import { typeError } from '../../values/errors.ts';
import { fn } from '../../values/function.ts';
import { Instance } from '../../values/instance.ts';
import { ADDRESS } from '../../values/print.ts';
import { Tuple } from '../../values/tuple.ts';
import type { Value } from '../../values/value.ts';

/** `cycler(…)`: one value after the other, again and again. */
export class Cycler extends Instance {
  readonly typeName = 'Cycler';
  readonly #items: readonly Value[];
  #at = 0;

  constructor(items: readonly Value[]) {
    super();
    if (items.length === 0) throw typeError('at least one item has to be provided');
    this.#items = items;
  }

  override attribute(name: string): Value | undefined {
    switch (name) {
      case 'current':
        return this.#current;
      case 'items':
        return new Tuple(this.#items);
      case 'next':
        return fn('next()', () => this.#next());
      case 'pos':
        return this.#at;
      case 'reset':
        return fn('reset()', () => this.#reset());
      default:
        return undefined;
    }
  }

  get #current(): Value {
    return this.#items[this.#at] ?? null;
  }

  #next(): Value {
    const value = this.#current;
    this.#at = (this.#at + 1) % this.#items.length;
    return value;
  }

  #reset(): Value {
    this.#at = 0;
    return null;
  }

  override repr(): string {
    return `<jinja2.utils.Cycler object at ${ADDRESS}>`;
  }
}
