/** What tells which filters and tests there are. */
export interface Registry {
  readonly hasFilter: (name: string) => boolean;
  readonly hasTest: (name: string) => boolean;
  /** The names of all, for a hint at one that is meant. */
  readonly filters: () => Iterable<string>;
  readonly tests: () => Iterable<string>;
}
