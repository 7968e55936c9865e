import type { Call } from '../../runtime/call.ts';
import { floorDivide, modulo, multiply, subtract } from '../../values/arithmetic.ts';
import { compare, equals, lessThan } from '../../values/compare.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { generator } from '../../values/generator.ts';
import { iterate, listOf } from '../../values/iterate.ts';
import { keyOf } from '../../values/key.ts';
import { assertListLength } from '../../values/limits.ts';
import { NamedTuple } from '../../values/named-tuple.ts';
import type { Value } from '../../values/value.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { attributePath, keyPath } from './attribute-path.ts';
import { caseFold, sorted } from './ordering.ts';

export const groupingFilters: Record<string, PythonFunction> = {
  batch: fn('batch(value, linecount, fill_with=None)', (_call, ...given: [Value, Value, Value]) =>
    generator('do_batch', batches(...given)),
  ),
  slice: fn('slice(value, slices, fill_with=None)', (_call, ...given: [Value, Value, Value]) =>
    generator('sync_do_slice', slices(...given)),
  ),
  unique: fn('unique(value, case_sensitive=False, attribute=None)', (call, ...given: [Value, Value, Value]) =>
    generator('sync_do_unique', distinct(call, ...given)),
  ),
  groupby: fn('groupby(value, attribute, default=None, case_sensitive=False)', groupBy),
};

function* batches(value: Value, count: Value, fill: Value): Iterable<Value> {
  let batch: Value[] = [];
  for (const item of iterate(value)) {
    if (equals(batch.length, count)) {
      yield batch;
      batch = [];
    }
    batch.push(item);
  }
  if (batch.length === 0) return;
  if (fill === null || !lessThan(batch.length, count)) yield batch;
  else yield [...batch, ...listOf(multiply([fill], subtract(count, batch.length)))];
}

/** As many slices as asked for; the first ones are longer where they cannot all be of one length. */
function* slices(value: Value, count: Value, fill: Value): Iterable<Value> {
  const all = listOf(value);
  const each = floorDivide(all.length, count);
  const longer = modulo(all.length, count);
  const total = wholeNumber(count);
  assertListLength(total);
  let from = 0;
  for (let index = 0; index < total; index++) {
    const to = from + Number(each) + (lessThan(index, longer) ? 1 : 0);
    const slice = all.slice(from, to);
    if (fill !== null && !lessThan(index, longer)) slice.push(fill);
    yield slice;
    from = to;
  }
}

function* distinct(call: Call, value: Value, caseSensitive: Value, attribute: Value): Iterable<Value> {
  const fold = caseFold(caseSensitive);
  const path = attributePath(call, attribute);
  const seen = new Set<unknown>();
  for (const item of iterate(value)) {
    const key = keyOf(fold(path(item)));
    if (seen.has(key)) continue;
    seen.add(key);
    yield item;
  }
}

function groupBy(call: Call, value: Value, attribute: Value, fallback: Value, caseSensitive: Value): Value {
  const fold = caseFold(caseSensitive);
  // ansible-core raises for what is missing before the default is looked at.
  const path = keyPath(call, attribute, call.profile === 'ansible' ? null : fallback);
  const groups: { key: Value; name: Value; items: Value[] }[] = [];
  const keyed = listOf(value).map((item) => ({ item, name: path(item) }));
  for (const { item, name } of sorted(keyed, (one) => fold(one.name), false, compare)) {
    const key = fold(name);
    const last = groups.at(-1);
    if (last && equals(last.key, key)) last.items.push(item);
    else groups.push({ key, name, items: [item] });
  }
  const typeName = call.profile === 'ansible' ? 'GroupTuple' : '_GroupTuple';
  return groups.map(({ name, items }) => new NamedTuple(typeName, ['grouper', 'list'], [name, items]));
}
