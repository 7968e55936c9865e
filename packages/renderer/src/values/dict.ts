import { keyOf } from './key.ts';
import type { Value } from './value.ts';

/** A `dict` of Python: any hashable key, in the order of insertion. `1`, `1.0` and `True` are one key. */
export class Dict {
  readonly #values = new Map<unknown, Value>();
  /** The keys that are something else than what they are found by; most dictionaries have none. */
  #keys: Map<unknown, Value> | undefined;
  /** Those whose value is not worked out yet. */
  #later: Map<unknown, () => Value> | undefined;

  static of(entries: Iterable<readonly [Value, Value]>): Dict {
    const dict = new Dict();
    for (const [key, value] of entries) dict.set(key, value);
    return dict;
  }

  get size(): number {
    return this.#values.size;
  }

  /** @throws PythonError for a key that Python cannot hash. */
  get(key: Value): Value | undefined {
    const found = typeof key === 'string' ? key : keyOf(key);
    if (this.#later) this.#workOut(found, this.#later);
    return this.#values.get(found);
  }

  has(key: Value): boolean {
    return this.#values.has(typeof key === 'string' ? key : keyOf(key));
  }

  set(key: Value, value: Value): void {
    this.#later?.delete(typeof key === 'string' ? key : keyOf(key));
    if (typeof key === 'string') {
      this.#values.set(key, value);
      return;
    }
    const found = keyOf(key);
    if (found !== key && !this.#values.has(found)) {
      this.#keys ??= new Map();
      this.#keys.set(found, key);
    }
    this.#values.set(found, value);
  }

  /** Sets a value that is worked out once somebody looks at it. */
  setLater(key: Value, work: () => Value): void {
    this.set(key, null);
    this.#later ??= new Map();
    this.#later.set(typeof key === 'string' ? key : keyOf(key), work);
  }

  delete(key: Value): boolean {
    const found = typeof key === 'string' ? key : keyOf(key);
    this.#later?.delete(found);
    this.#keys?.delete(found);
    return this.#values.delete(found);
  }

  clear(): void {
    this.#values.clear();
    this.#keys = undefined;
    this.#later = undefined;
  }

  copy(): Dict {
    return Dict.of(this.entries());
  }

  keys(): IterableIterator<Value> {
    // What is not in #keys was put in as it is found.
    return this.#keys ? this.#givenKeys(this.#keys) : (this.#values.keys() as IterableIterator<Value>);
  }

  values(): IterableIterator<Value> {
    this.#workOutAll();
    return this.#values.values();
  }

  entries(): IterableIterator<[Value, Value]> {
    this.#workOutAll();
    return this.#keys
      ? this.#givenEntries(this.#keys)
      : (this.#values.entries() as IterableIterator<[Value, Value]>);
  }

  /** The pair that was put in last. */
  last(): [Value, Value] | undefined {
    let last: [Value, Value] | undefined;
    for (const entry of this.entries()) last = entry;
    return last;
  }

  #workOut(found: unknown, later: Map<unknown, () => Value>): void {
    const work = later.get(found);
    if (!work) return;
    this.#values.set(found, work());
    later.delete(found);
  }

  #workOutAll(): void {
    if (!this.#later) return;
    for (const found of this.#later.keys()) this.#workOut(found, this.#later);
    this.#later = undefined;
  }

  *#givenKeys(keys: ReadonlyMap<unknown, Value>): IterableIterator<Value> {
    for (const found of this.#values.keys()) yield keys.get(found) ?? (found as Value);
  }

  *#givenEntries(keys: ReadonlyMap<unknown, Value>): IterableIterator<[Value, Value]> {
    for (const [found, value] of this.#values) yield [keys.get(found) ?? (found as Value), value];
  }
}
