import { equals } from '../values/compare.ts';
import { typeError } from '../values/errors.ts';
import { fn } from '../values/function.ts';
import { Instance } from '../values/instance.ts';
import { listOf } from '../values/iterate.ts';
import { Tuple } from '../values/tuple.ts';
import type { Value } from '../values/value.ts';
import type { Buffer } from './buffer.ts';
import type { Call } from './call.ts';

type Again = (items: Value, depth: number) => Buffer;

/** `loop`: where a loop is. */
export class Loop extends Instance {
  readonly typeName = 'LoopContext';
  readonly #call: Call;
  readonly #items: readonly Value[];
  readonly #depth: number;
  readonly #again: Again | undefined;
  #index = -1;
  #changedTo: Value | undefined;

  constructor(call: Call, items: Value, depth: number, again?: Again) {
    super();
    this.#call = call;
    // A list is gone through as it is, so that what the body appends is gone through, too.
    this.#items = Array.isArray(items) ? items : listOf(items);
    this.#depth = depth;
    this.#again = again;
  }

  next(): boolean {
    this.#index++;
    return this.#index < this.#items.length;
  }

  get value(): Value {
    return this.#items[this.#index] ?? null;
  }

  override length(): number {
    return this.#items.length;
  }

  override attribute(name: string): Value | undefined {
    const at = this.#index;
    const { length } = this.#items;
    switch (name) {
      case 'index':
        return at + 1;
      case 'index0':
        return at;
      case 'revindex':
        return length - at;
      case 'revindex0':
        return length - at - 1;
      case 'first':
        return at === 0;
      case 'last':
        return at === length - 1;
      case 'length':
        return length;
      case 'depth':
        return this.#depth + 1;
      case 'depth0':
        return this.#depth;
      case 'previtem':
        return at === 0 ? this.#call.undefined('there is no previous item') : this.#items[at - 1];
      case 'nextitem':
        return at === length - 1 ? this.#call.undefined('there is no next item') : this.#items[at + 1];
      case 'cycle':
        return this.#cycle;
      case 'changed':
        return this.#changed;
      default:
        return undefined;
    }
  }

  get #cycle(): Value {
    return fn('cycle(*args)', (_call, args: Value[]) => {
      if (args.length === 0) throw typeError('no items for cycling given');
      return args[this.#index % args.length] ?? null;
    });
  }

  get #changed(): Value {
    return fn('changed(*value)', (_call, value: Value[]) => {
      const given = new Tuple(value);
      const isSame = this.#changedTo !== undefined && equals(this.#changedTo, given);
      this.#changedTo = given;
      return !isSame;
    });
  }

  override readonly call = (_call: Call, args: readonly Value[]): Value => {
    const [items] = args;
    if (this.#again === undefined) {
      throw typeError("The loop must have the 'recursive' marker to be called recursively.");
    }
    if (items === undefined) throw typeError("loop() missing 1 required positional argument: 'iterable'");
    // A recursive loop gives what it captured, which is a value.
    return this.#again(items, this.#depth + 1) as Value;
  };

  override repr(): string {
    // Once it is over, it stays at its last item.
    return `<LoopContext ${Math.min(this.#index + 1, this.length())}/${this.length()}>`;
  }
}
