import { Tuple } from './tuple.ts';
import type { Value } from './value.ts';

/** A tuple whose items have names, too: `group.grouper`. */
export class NamedTuple extends Tuple {
  readonly typeName: string;
  readonly #names: readonly string[];

  constructor(typeName: string, names: readonly string[], items: readonly Value[]) {
    super(items);
    this.typeName = typeName;
    this.#names = names;
  }

  /** Undefined where no item has the name. */
  attribute(name: string): Value | undefined {
    return this.items[this.#names.indexOf(name)];
  }
}
