import type { Call } from '../../runtime/call.ts';
import { compare, equals, greaterThan, lessThan } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { flag } from '../../values/whole-number.ts';
import { attributePaths, keyPath, type Pick } from './attribute-path.ts';
import { filterError } from './filter-error.ts';

export const orderingFilters: Record<string, PythonFunction> = {
  sort: fn('sort(value, reverse=False, case_sensitive=False, attribute=None)', sort),
  dictsort: fn("dictsort(value, case_sensitive=False, by='key', reverse=False)", dictsort),
  min: fn('min(value, case_sensitive=False, attribute=None)', (call, ...given: [Value, Value, Value]) =>
    extreme(call, given, lessThan),
  ),
  max: fn('max(value, case_sensitive=False, attribute=None)', (call, ...given: [Value, Value, Value]) =>
    extreme(call, given, greaterThan),
  ),
};

/** How filters look at texts: in small letters, unless they were told that the case matters. */
export function caseFold(caseSensitive: Value): Pick {
  return truth(caseSensitive) ? (value) => value : inSmallLetters;
}

function inSmallLetters(value: Value): Value {
  if (typeof value === 'string') return value.toLowerCase();
  return value instanceof Markup ? value.text.toLowerCase() : value;
}

function sort(call: Call, value: Value, isReversed: Value, caseSensitive: Value, attribute: Value): Value {
  const fold = caseFold(caseSensitive);
  const paths = attributePaths(call, attribute);
  const keys = (item: Value): Value[] => paths.map((path) => fold(path(item)));
  return sorted(listOf(value), keys, flag(isReversed), inTurn);
}

/** The first keys that differ decide: what is equal need not have an order. */
function inTurn(a: readonly Value[], b: readonly Value[]): number {
  for (let index = 0; index < a.length; index++) {
    const [one, other] = [a[index] ?? null, b[index] ?? null];
    if (!equals(one, other)) return compare(one, other);
  }
  return 0;
}

/** Values in the order of their keys; those with equal keys stay as they are, reversed or not. */
export function sorted<T, K>(
  values: readonly T[],
  key: (value: T) => K,
  isReversed: boolean,
  order: (a: K, b: K) => number,
): T[] {
  const keyed = values.map((value) => ({ value, key: key(value) }));
  if (isReversed) keyed.reverse();
  keyed.sort((a, b) => order(a.key, b.key));
  if (isReversed) keyed.reverse();
  return keyed.map(({ value }) => value);
}

function dictsort(_call: Call, value: Value, caseSensitive: Value, by: Value, isReversed: Value): Value {
  if (by !== 'key' && by !== 'value') throw filterError('You can only sort by either "key" or "value"');
  if (value instanceof Undefined) throw value.error();
  if (!(value instanceof Dict)) throw typeError(`'${typeName(value)}' object has no attribute 'items'`);
  const fold = caseFold(caseSensitive);
  const at = by === 'key' ? 0 : 1;
  const pairs = [...value.entries()];
  return sorted(pairs, (pair) => fold(pair[at]), flag(isReversed), compare).map((pair) => new Tuple(pair));
}

/** The first of those that are better than all before them. */
function extreme(
  call: Call,
  [value, caseSensitive, attribute]: [Value, Value, Value],
  isBetter: (a: Value, b: Value) => boolean,
): Value {
  const fold = caseFold(caseSensitive);
  const path = keyPath(call, attribute);
  const [first, ...rest] = listOf(value);
  if (first === undefined) return call.undefined('No aggregated item, sequence was empty.');
  let best = { item: first, key: fold(path(first)) };
  for (const item of rest) {
    const key = fold(path(item));
    if (isBetter(key, best.key)) best = { item, key };
  }
  return best.item;
}
