import { equals } from '../values/compare.ts';
import { typeError } from '../values/errors.ts';
import { fn } from '../values/function.ts';
import { Instance } from '../values/instance.ts';
import { iterate, lengthOf } from '../values/iterate.ts';
import { Tuple } from '../values/tuple.ts';
import type { Value } from '../values/value.ts';
import type { Buffer } from './buffer.ts';
import type { Call } from './call.ts';

type Again = (items: Value, depth: number) => Buffer;

/** `loop`: where a loop is. */
export class Loop extends Instance {
  readonly typeName = 'LoopContext';
  readonly #call: Call;
  readonly #items: Value;
  readonly #depth: number;
  readonly #again: Again | undefined;
  #iterator: Iterator<Value>;
  #index = -1;
  #before: Value | undefined;
  #current: Value | undefined;
  /** An item that was looked at ahead of its turn. */
  #after: Value | undefined;
  #length: number | undefined;
  #changedTo: Value | undefined;

  constructor(call: Call, items: Value, depth: number, again?: Again) {
    super();
    this.#call = call;
    this.#items = items;
    // It is gone through as it is asked for: what the body appends to a list is gone through, too.
    this.#iterator = iterate(items)[Symbol.iterator]();
    this.#depth = depth;
    this.#again = again;
  }

  next(): boolean {
    const next = this.#ahead();
    if (next === undefined) return false;
    this.#index++;
    this.#before = this.#current;
    this.#current = next;
    this.#after = undefined;
    return true;
  }

  get value(): Value {
    return this.#current ?? null;
  }

  /** As it was when it was asked for the first time. */
  override length(): number {
    this.#length ??= sizeOf(this.#items) ?? this.#drained();
    return this.#length;
  }

  /** An item, which may be None, or what says that there is none. */
  #orNone(item: Value | undefined, absence: string): Value {
    return item === undefined ? this.#call.undefined(absence) : item;
  }

  /** The item that comes next; undefined where there is none. */
  #ahead(): Value | undefined {
    if (this.#after !== undefined) return this.#after;
    const { done, value } = this.#iterator.next();
    this.#after = done ? undefined : value;
    return this.#after;
  }

  #drained(): number {
    const rest: Value[] = [];
    for (let next = this.#iterator.next(); !next.done; next = this.#iterator.next()) rest.push(next.value);
    this.#iterator = rest[Symbol.iterator]();
    return rest.length + this.#index + 1 + (this.#after === undefined ? 0 : 1);
  }

  override attribute(name: string): Value | undefined {
    const at = this.#index;
    switch (name) {
      case 'index':
        return at + 1;
      case 'index0':
        return at;
      case 'revindex':
        return this.length() - at;
      case 'revindex0':
        return this.length() - at - 1;
      case 'first':
        return at === 0;
      case 'last':
        return this.#ahead() === undefined;
      case 'length':
        return this.length();
      case 'depth':
        return this.#depth + 1;
      case 'depth0':
        return this.#depth;
      case 'previtem':
        return this.#orNone(this.#before, 'there is no previous item');
      case 'nextitem':
        return this.#orNone(this.#ahead(), 'there is no next item');
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
    return `<LoopContext ${this.#index + 1}/${this.length()}>`;
  }
}

/** Undefined of what does not know how long it is. */
const sizeOf = (items: Value): number | undefined =>
  items instanceof Instance ? items.length() : lengthOf(items);
