import { Instance } from './instance.ts';
import { ADDRESS } from './print.ts';
import type { Value } from './value.ts';

/** What a filter such as `map` gives: its items are made when they are asked for, and only once. */
export class Generator extends Instance {
  readonly typeName: string = 'generator';
  readonly #name: string;
  readonly #iterator: Iterator<Value>;

  constructor(name: string, iterable: Iterable<Value>) {
    super();
    this.#name = name;
    this.#iterator = iterable[Symbol.iterator]();
  }

  override iterate(): Iterator<Value> {
    return this.#iterator;
  }

  override repr(): string {
    return `<generator object ${this.#name} at ${ADDRESS}>`;
  }
}

/** @param name - of the function that made it, as Python prints it. */
export function generator(name: string, iterable: Iterable<Value>): Generator {
  return new Generator(name, iterable);
}
