import { Tuple } from '../../values/tuple.ts';
import type { Value } from '../../values/value.ts';

/** A group of `groupby`: a tuple whose items have names. */
export class Group extends Tuple {
  constructor(grouper: Value, list: Value[]) {
    super([grouper, list]);
  }

  /** `group.grouper` and `group.list` */
  attribute(name: string): Value | undefined {
    if (name === 'grouper') return this.items[0];
    return name === 'list' ? this.items[1] : undefined;
  }
}
