// The order in which CPython goes through a set of numbers. Of texts it is another one in each process; of numbers it
// follows from the size of the table and from what was put in when, and a template shows it: the table is built again.

const MINIMAL = 8;
/** Slots beside the first one that are tried before it jumps. */
const PROBES = 9;
const WORD = 0xffff_ffff_ffff_ffffn;

interface Entry<T> {
  readonly hash: bigint;
  readonly key: unknown;
  readonly value: T;
}

/** An entry that was taken out still fills its slot. */
const REMOVED = Symbol('removed');

type Slot<T> = Entry<T> | typeof REMOVED | undefined;

/** A set of CPython 3.11: `hash` is Python's `hash()`, `key` is the same for what is equal. */
export class HashTable<T> {
  #slots: Slot<T>[] = new Array<Slot<T>>(MINIMAL).fill(undefined);
  /** Slots that are no longer empty. */
  #filled = 0;
  #used = 0;

  static of<T>(entries: Iterable<Entry<T>>): HashTable<T> {
    const table = new HashTable<T>();
    for (const entry of entries) table.add(entry);
    return table;
  }

  get size(): number {
    return this.#used;
  }

  *[Symbol.iterator](): Generator<Entry<T>> {
    for (const slot of this.#slots) if (slot && slot !== REMOVED) yield slot;
  }

  has(entry: Entry<T>): boolean {
    return this.#slots[this.#find(entry).index] !== undefined;
  }

  add(entry: Entry<T>): void {
    const { index, free } = this.#find(entry);
    if (this.#slots[index] !== undefined) return;
    this.#slots[free] = entry;
    this.#used++;
    if (free !== index) return;
    this.#filled++;
    if (this.#filled * 5 >= this.#mask * 3)
      this.#resize(this.#used > 50_000 ? this.#used * 2 : this.#used * 4);
  }

  remove(entry: Entry<T>): boolean {
    const { index } = this.#find(entry);
    if (this.#slots[index] === undefined) return false;
    this.#slots[index] = REMOVED;
    this.#used--;
    return true;
  }

  copy(): HashTable<T> {
    const table = new HashTable<T>();
    table.addAll(this);
    return table;
  }

  /** `set.update` with another set: room is made for all at once. */
  addAll(other: HashTable<T>): void {
    if (other.size === 0) return;
    if ((this.#filled + other.size) * 5 >= this.#mask * 3) this.#resize((this.#used + other.size) * 2);
    const same = this.#slots.length === other.#slots.length && other.#filled === other.#used;
    if (this.#filled > 0) for (const entry of other) this.add(entry);
    else if (same) this.#take([...other.#slots], other.#used);
    else this.#insert(other);
  }

  get #mask(): number {
    return this.#slots.length - 1;
  }

  #take(slots: Slot<T>[], used: number): void {
    this.#slots = slots;
    this.#filled = used;
    this.#used = used;
  }

  #resize(minimum: number): void {
    let size = MINIMAL;
    while (size <= minimum) size *= 2;
    const entries = [...this];
    this.#slots = new Array<Slot<T>>(size).fill(undefined);
    this.#insert(entries);
  }

  #insert(entries: Iterable<Entry<T>>): void {
    let count = 0;
    for (const entry of entries) {
      this.#slots[this.#find(entry).index] = entry;
      count++;
    }
    this.#filled = count;
    this.#used = count;
  }

  /** The slot of an entry, or the empty one behind its way; `free` is where it would go, the last one of those left. */
  #find({ hash, key }: Entry<T>): { index: number; free: number } {
    const mask = this.#mask;
    let perturb = hash & WORD;
    let index = Number(perturb & BigInt(mask));
    let free: number | undefined;
    while (true) {
      const last = index + PROBES <= mask ? index + PROBES : index;
      for (let at = index; at <= last; at++) {
        const slot = this.#slots[at];
        if (slot === REMOVED) free = at;
        else if (slot === undefined || slot.key === key) return { index: at, free: free ?? at };
      }
      perturb >>= 5n;
      index = Number((BigInt(index) * 5n + 1n + perturb) & BigInt(mask));
    }
  }
}
