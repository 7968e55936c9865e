import type { Value } from './value.ts';

/** A `tuple` of Python. */
export class Tuple {
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    this.items = items;
  }
}
