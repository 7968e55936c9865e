import { Dict } from '../../values/dict.ts';
import { keyOf } from '../../values/key.ts';
import { assertDepth } from '../../values/limits.ts';
import { Tuple } from '../../values/tuple.ts';
import type { Value } from '../../values/value.ts';

/** Values by what they are equal to: Python compares each with each where it cannot hash; this is linear. */
export class StructuralSet {
  readonly #keys = new Set<string>();

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.add(value);
  }

  has(value: Value): boolean {
    return this.#keys.has(describe(value, 0));
  }

  /** False: it was there. */
  add(value: Value): boolean {
    const key = describe(value, 0);
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }
}

/** A text that equal values, and only they, have in common. */
function describe(value: Value, depth: number): string {
  assertDepth(depth, 'in comparison');
  if (Array.isArray(value)) return `[${describeAll(value, depth)}]`;
  if (value instanceof Tuple) return `(${describeAll(value.items, depth)})`;
  if (!(value instanceof Dict)) return describeKey(keyOf(value));
  const entries = Array.from(value.entries(), (entry) => describeAll(entry, depth));
  return `{${entries.sort().join(' ')}}`;
}

const describeAll = (values: readonly Value[], depth: number): string =>
  values.map((value) => describe(value, depth + 1)).join(',');

function describeKey(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key);
  const isObject = typeof key === 'function' || (typeof key === 'object' && key !== null);
  return isObject ? `object${identity(key)}` : String(key);
}

const identities = new WeakMap<object, number>();
let last = 0;

/** Anything else is equal to itself only. */
function identity(value: object): number {
  const known = identities.get(value) ?? ++last;
  identities.set(value, known);
  return known;
}
