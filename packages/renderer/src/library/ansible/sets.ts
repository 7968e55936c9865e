import type { Call } from '../../runtime/call.ts';
import { add } from '../../values/arithmetic.ts';
import { contains } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { iterate, listOf } from '../../values/iterate.ts';
import { keyOf } from '../../values/key.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { numberHash } from './number-hash.ts';
import { failed } from './plugin.ts';
import { isSequence } from './sequence.ts';
import { HashTable } from './set-order.ts';
import { StructuralSet } from './structural-set.ts';

type Table = HashTable<Value>;
type SetOperation = (a: Table, b: Table) => Table;

/** As CPython makes each result, so that its order is the same. */
const OPERATIONS = {
  union: (a, b) => {
    const result = a.copy();
    result.addAll(b);
    return result;
  },
  intersect: (a, b) => {
    const [smaller, larger] = b.size > a.size ? [a, b] : [b, a];
    return HashTable.of([...smaller].filter((entry) => larger.has(entry)));
  },
  difference: (a, b) => {
    if (a.size >> 2 <= b.size) return HashTable.of([...a].filter((entry) => !b.has(entry)));
    const result = a.copy();
    for (const entry of b) result.remove(entry);
    return result;
  },
  symmetric_difference: (a, b) => {
    const result = b.copy();
    for (const entry of a) if (!result.remove(entry)) result.add(entry);
    return result;
  },
} satisfies Record<string, SetOperation>;

type Operation = keyof typeof OPERATIONS;

/** Where something cannot be hashed: by equality, in the order of the lists. */
const BY_EQUALITY: Record<Operation, (a: Value, b: Value) => Value[]> = {
  union: (a, b) => distinct(listOf(add(a, b))),
  intersect: (a, b) => {
    const others = membersOf(b);
    return distinct(listOf(a).filter(others));
  },
  difference: (a, b) => {
    const others = membersOf(b);
    return distinct(listOf(a).filter((item) => !others(item)));
  },
  symmetric_difference: (a, b) => {
    const [inA, inB] = [membersOf(a), membersOf(b)];
    return distinct(listOf(add(a, b))).filter((item) => !(inA(item) && inB(item)));
  },
};

function membersOf(value: Value): (item: Value) => boolean {
  if (!isSequence(value)) return (item) => contains(value, item);
  const members = new StructuralSet(iterate(value));
  return (item) => members.has(item);
}

function distinct(values: Iterable<Value>): Value[] {
  const known = new StructuralSet();
  return Array.from(values).filter((value) => known.add(value));
}

function operate(operation: Operation, a: Value, b: Value): Value {
  const [first, second] = [hashable(a), hashable(b)];
  if (!first || !second) return BY_EQUALITY[operation](a, b);
  const tables = [tableOf(first), tableOf(second)] as const;
  // Python's order of anything else changes from run to run: here it is that of the lists.
  if (!tables[0] || !tables[1]) return BY_EQUALITY[operation](first, second);
  return Array.from(OPERATIONS[operation](tables[0], tables[1]), ({ value }) => value);
}

/** The items, if all of them can be hashed. */
function hashable(value: Value): Value[] | undefined {
  const canBe =
    isSequence(value) || value instanceof Dict || value instanceof Undefined || typeof value === 'string';
  if (!canBe) return undefined;
  const items = listOf(value);
  return items.every(isHashable) ? items : undefined;
}

function isHashable(value: Value): boolean {
  if (value instanceof Tuple) return value.items.every(isHashable);
  return !(Array.isArray(value) || value instanceof Dict);
}

/** Undefined: there is something else than numbers. */
function tableOf(items: readonly Value[]): Table | undefined {
  const table: Table = new HashTable();
  for (const value of items) {
    const hash = numberHash(value);
    if (hash === undefined) return undefined;
    table.add({ hash, key: keyOf(value), value });
  }
  return table;
}

/** Jinja's `unique` while all can be hashed; otherwise by equality, and that knows neither case nor attributes. */
function unique(call: Call, value: Value, caseSensitive: Value, attribute: Value): Value {
  const items = listOf(value);
  const given = caseSensitive === false || attribute !== null;
  const keys = items.map((item) => keyFor(call, item, caseSensitive, attribute));
  if (!keys.every((key) => isHashable(key))) {
    if (given)
      throw failed(
        "Jinja2's unique filter failed and we cannot fall back to Ansible's version as it does not support the parameters supplied",
      );
    return distinct(items);
  }
  const known = new StructuralSet();
  return items.filter((_, index) => known.add(keys[index] ?? null));
}

function keyFor(call: Call, item: Value, caseSensitive: Value, attribute: Value): Value {
  const path = typeof attribute === 'string' ? attribute.split('.').map(partOf) : [attribute];
  const key = attribute === null ? item : path.reduce((found: Value, part) => call.item(found, part), item);
  if (key instanceof Undefined) throw key.error();
  return typeof key === 'string' && !truth(caseSensitive) ? key.toLowerCase() : key;
}

const partOf = (part: string): Value => (/^\d+$/.test(part) ? Number(part) : part);

const operation = (name: Operation): PythonFunction =>
  fn(`${name}(a, b)`, (_call, a: Value, b: Value) => operate(name, a, b));

export const setFilters: Record<string, PythonFunction> = {
  unique: fn('unique(a, case_sensitive=None, attribute=None)', unique),
  union: operation('union'),
  intersect: operation('intersect'),
  difference: operation('difference'),
  symmetric_difference: operation('symmetric_difference'),
};

function subset(a: Value, b: Value): boolean {
  const all = new Set(Array.from(iterate(b), keyOf));
  return Array.from(iterate(a), keyOf).every((key) => all.has(key));
}

export const setTests: Record<string, PythonFunction> = {
  subset: fn('issubset(a, b)', (_call, a: Value, b: Value) => subset(a, b)),
  superset: fn('issuperset(a, b)', (_call, a: Value, b: Value) => subset(b, a)),
  contains: fn('contains(seq, value)', (_call, seq: Value, value: Value) => contains(seq, value)),
  all: fn('all(iterable)', (_call, value: Value) => Array.from(iterate(value)).every(truth)),
  any: fn('any(iterable)', (_call, value: Value) => Array.from(iterate(value)).some(truth)),
};
