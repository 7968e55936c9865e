import type { Call } from '../../runtime/call.ts';
import { add } from '../../values/arithmetic.ts';
import { characters } from '../../values/code-points.ts';
import { compare, equals } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { typeError } from '../../values/errors.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { generator } from '../../values/generator.ts';
import { Instance } from '../../values/instance.ts';
import { isIterable, iterate, lengthOf, listOf } from '../../values/iterate.ts';
import { keyOf } from '../../values/key.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { attributePath, attributePaths, type Pick } from './attribute-path.ts';
import { filterError } from './filter-error.ts';
import { Group } from './group.ts';
import { soft } from './texts.ts';

const length = fn('length(obj, /)', (_call, value: Value) => lengthOf(value));

export const sequenceFilters: Record<string, PythonFunction> = {
  length,
  count: length,
  list: fn('list(value)', (_call, value: Value) => listOf(value)),
  first: fn('first(seq)', (call, value: Value) => one(call, iterate(value), 'first')),
  last: fn('last(seq)', (call, value: Value) => one(call, reversed(value), 'last')),
  random: fn('random(seq)', (call, value: Value) => {
    const items = listOf(value);
    return (
      items[Math.floor(call.random() * items.length)] ?? call.undefined('No random item, sequence was empty.')
    );
  }),
  join: fn("join(value, d='', attribute=None)", join),
  reverse: fn('reverse(value)', reverse),
  sort: fn('sort(value, reverse=False, case_sensitive=False, attribute=None)', sort),
  dictsort: fn("dictsort(value, case_sensitive=False, by='key', reverse=False)", dictsort),
  items: fn('items(value)', items),
  unique: fn('unique(value, case_sensitive=False, attribute=None)', unique),
  min: fn('min(value, case_sensitive=False, attribute=None)', (call, ...given: [Value, Value, Value]) =>
    extreme(call, given, -1),
  ),
  max: fn('max(value, case_sensitive=False, attribute=None)', (call, ...given: [Value, Value, Value]) =>
    extreme(call, given, 1),
  ),
  sum: fn('sum(iterable, attribute=None, start=0)', (call, value: Value, attribute: Value, start: Value) =>
    listOf(value).map(attributePath(call, attribute)).reduce(add, start),
  ),
  batch: fn('batch(value, linecount, fill_with=None)', (_call, value: Value, count: Value, fill: Value) =>
    generator('do_batch', batches(value, Number(count), fill)),
  ),
  slice: fn('slice(value, slices, fill_with=None)', (_call, value: Value, count: Value, fill: Value) =>
    generator('do_slice', slices(value, Number(count), fill)),
  ),
  groupby: fn('groupby(value, attribute, default=None, case_sensitive=False)', groupBy),
};

function one(call: Call, values: Iterable<Value>, which: 'first' | 'last'): Value {
  for (const value of values) return value;
  return call.undefined(`No ${which} item, sequence was empty.`);
}

function reversed(value: Value): Value[] {
  const hasOrder =
    Array.isArray(value) ||
    typeof value === 'string' ||
    value instanceof Tuple ||
    value instanceof Dict ||
    value instanceof Markup ||
    (value instanceof Undefined && !value.isStrict) ||
    isSized(value);
  if (!hasOrder) throw typeError(`'${typeName(value)}' object is not reversible`);
  return listOf(value).reverse();
}

/** What has a length can be gone through from its end. */
function isSized(value: Value): boolean {
  if (value instanceof Undefined) throw value.error();
  return value instanceof Instance && isIterable(value) && value.length() !== undefined;
}

function reverse(_call: Call, value: Value): Value {
  if (typeof value === 'string') return characters(value).reverse().join('');
  if (value instanceof Markup) return new Markup(characters(value.text).reverse().join(''));
  if (value instanceof Undefined && value.isStrict) throw value.error();
  if (!isIterable(value)) throw filterError('argument must be iterable');
  const kind = Array.isArray(value) ? 'list_reverseiterator' : 'reversed';
  return generator(kind, listOf(value).reverse());
}

function join(call: Call, value: Value, separator: Value, attribute: Value): Value {
  const items = attribute === null ? listOf(value) : listOf(value).map(attributePath(call, attribute));
  if (!call.autoescape) return items.map(str).join(str(separator));
  const isSafe = separator instanceof Markup || items.some((item) => item instanceof Markup);
  if (!isSafe) return items.map(str).join(str(separator));
  return new Markup(items.map((item) => escaped(soft(item))).join(escaped(separator)));
}

/** Texts in small letters, for comparisons that ignore their case. */
function folded(value: Value): Value {
  if (typeof value === 'string') return value.toLowerCase();
  return value instanceof Markup ? value.text.toLowerCase() : value;
}

const asGiven = (value: Value): Value => value;

function sort(call: Call, value: Value, isReversed: Value, caseSensitive: Value, attribute: Value): Value {
  const fold = truth(caseSensitive) ? asGiven : folded;
  const paths = attributePaths(call, attribute);
  const key = (item: Value): Value => {
    const keys = paths.map((path) => fold(path(item)));
    return keys.length === 1 ? (keys[0] ?? null) : keys;
  };
  return sorted(listOf(value), key, truth(isReversed));
}

function sorted(values: Value[], key: Pick, isReversed: boolean): Value[] {
  const keyed = values.map((value) => ({ value, key: key(value) }));
  const order = isReversed ? -1 : 1;
  keyed.sort((a, b) => order * compare(a.key, b.key));
  return keyed.map(({ value }) => value);
}

function dictsort(_call: Call, value: Value, caseSensitive: Value, by: Value, isReversed: Value): Value {
  if (by !== 'key' && by !== 'value') throw filterError('You can only sort by either "key" or "value"');
  if (!(value instanceof Dict)) {
    if (value instanceof Undefined) throw value.error();
    throw typeError(`'${typeName(value)}' object has no attribute 'items'`);
  }
  const fold = truth(caseSensitive) ? asGiven : folded;
  const pairs = [...value.entries()].map((pair) => new Tuple(pair));
  const at = by === 'key' ? 0 : 1;
  return sorted(pairs, (pair) => fold((pair as Tuple).items[at] ?? null), truth(isReversed));
}

function items(_call: Call, value: Value): Value {
  if (value instanceof Undefined) return generator('do_items', []);
  if (!(value instanceof Dict)) throw typeError('Can only get item pairs from a mapping.');
  return generator(
    'do_items',
    [...value.entries()].map((pair) => new Tuple(pair)),
  );
}

function unique(call: Call, value: Value, caseSensitive: Value, attribute: Value): Value {
  const fold = truth(caseSensitive) ? asGiven : folded;
  const path = attributePath(call, attribute);
  const seen = new Set<unknown>();
  const isNew = (item: Value): boolean => {
    const key = keyOf(fold(path(item)));
    const isKnown = seen.has(key);
    seen.add(key);
    return !isKnown;
  };
  return generator('do_unique', listOf(value).filter(isNew));
}

function extreme(call: Call, [value, caseSensitive, attribute]: [Value, Value, Value], order: 1 | -1): Value {
  const fold = truth(caseSensitive) ? asGiven : folded;
  const path = attributePath(call, attribute);
  const [first, ...rest] = listOf(value);
  if (first === undefined) return call.undefined('No aggregated item, sequence was empty.');
  let best = { item: first, key: fold(path(first)) };
  for (const item of rest) {
    const key = fold(path(item));
    if (order * compare(key, best.key) > 0) best = { item, key };
  }
  return best.item;
}

function* batches(value: Value, count: number, fill: Value): Iterable<Value> {
  let batch: Value[] = [];
  for (const item of iterate(value)) {
    if (batch.length === count) {
      yield batch;
      batch = [];
    }
    batch.push(item);
  }
  if (batch.length === 0) return;
  if (fill !== null) while (batch.length < count) batch.push(fill);
  yield batch;
}

function* slices(value: Value, count: number, fill: Value): Iterable<Value> {
  const all = listOf(value);
  const each = Math.floor(all.length / count);
  const longer = all.length % count;
  let from = 0;
  for (let index = 0; index < count; index++) {
    const to = from + each + (index < longer ? 1 : 0);
    const slice = all.slice(from, to);
    if (fill !== null && index >= longer) slice.push(fill);
    yield slice;
    from = to;
  }
}

function groupBy(call: Call, value: Value, attribute: Value, fallback: Value, caseSensitive: Value): Value {
  const fold = truth(caseSensitive) ? asGiven : folded;
  const path = attributePath(call, attribute, fallback);
  const groups: { key: Value; items: Value[] }[] = [];
  for (const item of sorted(listOf(value), (one) => fold(path(one)), false)) {
    const key = fold(path(item));
    const last = groups.at(-1);
    if (last && equals(last.key, key)) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups.map(({ items: grouped }) => new Group(path(grouped[0] ?? null), grouped));
}
