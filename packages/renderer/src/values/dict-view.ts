import { contains, equals } from './compare.ts';
import type { Dict } from './dict.ts';
import { Instance } from './instance.ts';
import { unchanged } from './iterate.ts';
import { repr } from './print.ts';
import { Tuple } from './tuple.ts';
import type { Value } from './value.ts';

type Part = 'keys' | 'values' | 'items';

/** What `keys()`, `values()` and `items()` give: it changes as its dictionary does. */
export class DictView extends Instance {
  readonly part: Part;
  readonly dict: Dict;

  constructor(part: Part, dict: Dict) {
    super();
    this.part = part;
    this.dict = dict;
  }

  get typeName(): string {
    return `dict_${this.part}`;
  }

  override iterate(): Iterator<Value> {
    return unchanged(this.dict, this.#parts());
  }

  /** All of it at once. */
  list(): Value[] {
    return [...this.#parts()];
  }

  override length(): number {
    return this.dict.size;
  }

  override contains(value: Value): boolean {
    if (this.part === 'keys') return this.dict.has(value);
    if (this.part === 'values') return contains(this.list(), value);
    if (!(value instanceof Tuple) || value.items.length !== 2) return false;
    const [key = null, item = null] = value.items;
    const found = this.dict.get(key);
    return found !== undefined && equals(found, item);
  }

  override equals(other: Value): boolean {
    if (this === other) return true;
    if (this.part === 'values' || !(other instanceof DictView) || other.part === 'values') return false;
    return this.dict.size === other.dict.size && this.list().every((value) => other.contains(value));
  }

  override repr(): string {
    return `${this.typeName}(${repr(this.list())})`;
  }

  #parts(): Iterable<Value> {
    if (this.part === 'keys') return this.dict.keys();
    return this.part === 'values' ? this.dict.values() : pairs(this.dict);
  }
}

function* pairs(dict: Dict): Iterable<Tuple> {
  for (const pair of dict.entries()) yield new Tuple(pair);
}
