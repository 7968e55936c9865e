import { typeError, valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { assertListLength } from '../../values/limits.ts';
import { integral } from '../../values/numeric.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';

function zip(lists: readonly Value[][], strict: boolean): Value {
  const lengths = lists.map((list) => list.length);
  const odd = lengths.findIndex((length) => length !== lengths[0]);
  if (strict && odd !== -1) {
    const relation = (lengths[odd] ?? 0) < (lengths[0] ?? 0) ? 'shorter' : 'longer';
    throw valueError(
      `zip() argument ${odd + 1} is ${relation} than argument${odd === 1 ? ' 1' : `s 1-${odd}`}`,
    );
  }
  const count = Math.min(...lengths);
  const found = rows(lists, count, null);
  for (const { items } of found) for (const item of items) refuseUndefined(item);
  // The lists before the one that ends first are read one item further.
  for (const list of lists.slice(0, lengths.indexOf(count))) refuseUndefined(list[count] ?? null);
  return found;
}

/** What is behind the end of the shortest list is not looked at. */
function refuseUndefined(item: Value): void {
  if (item instanceof Undefined && item.isStrict) throw item.error();
}

const rows = (lists: readonly Value[][], length: number, fill: Value): Tuple[] =>
  Array.from(
    { length },
    (_, row) => new Tuple(lists.map((list) => (list[row] === undefined ? fill : list[row]))),
  );

function fillOf(named: Named, allowed: string): Value {
  for (const name of named.keys())
    if (name !== allowed) throw typeError(`zip_longest() got an unexpected keyword argument '${name}'`);
  return named.get(allowed) ?? null;
}

/** `itertools.product` */
function product(lists: readonly Value[][], repeat: number): Value {
  const factors = Array.from({ length: Math.max(0, repeat) }, () => lists).flat();
  assertListLength(factors.reduce((size, factor) => size * factor.length, 1));
  return factors
    .reduce<Value[][]>(
      (found, factor) => found.flatMap((start) => factor.map((item) => [...start, item])),
      [[]],
    )
    .map((items) => new Tuple(items));
}

/** Chooses so many of the positions, in the order of `itertools`. */
function choices(count: number, size: number, ordered: boolean): number[][] {
  assertListLength(countOfChoices(count, size, ordered) * Math.max(1, size));
  let found: number[][] = [[]];
  for (let place = 0; place < size; place++)
    found = found.flatMap((start) => {
      // In a combination, there has to be something left for each place.
      const [from, to] = ordered ? [0, count] : [(start.at(-1) ?? -1) + 1, count - size + place + 1];
      const rest = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
      return rest.filter((index) => !ordered || !start.includes(index)).map((index) => [...start, index]);
    });
  return found;
}

function countOfChoices(count: number, size: number, ordered: boolean): number {
  const places = Array.from({ length: size }, (_, place) => place);
  return places.reduce((product, place) => (product * (count - place)) / (ordered ? 1 : place + 1), 1);
}

function choose(items: Value[], size: Value, ordered: boolean): Value {
  const count = size === null && ordered ? items.length : integral(size);
  if (count === undefined) throw typeError(`'${typeName(size)}' object cannot be interpreted as an integer`);
  if (count < 0) throw valueError('r must be non-negative');
  if (count > items.length) return [];
  return choices(items.length, Number(count), ordered).map(
    (indexes) => new Tuple(indexes.map((index) => items[index] ?? null)),
  );
}

function productOf(first: Value, more: readonly Value[], named: Named): Value {
  for (const name of named.keys())
    if (name !== 'repeat') throw typeError(`product() got an unexpected keyword argument '${name}'`);
  return product([first, ...more].map(listOf), Number(integral(named.get('repeat') ?? 1) ?? 1));
}

export const productFilters: Record<string, PythonFunction> = {
  zip: fn('zip(first, *more, strict=False)', (_call, first: Value, more: Value[], strict: Value) =>
    zip([first, ...more].map(listOf), truth(strict)),
  ),
  zip_longest: fn('zip_longest(first, *more, **kw)', (_call, first: Value, more: Value[], named: Named) => {
    const lists = [first, ...more].map(listOf);
    return rows(lists, Math.max(...lists.map(({ length }) => length)), fillOf(named, 'fillvalue'));
  }),
  product: fn('product(first, *more, **kw)', (_call, first: Value, more: Value[], named: Named) =>
    productOf(first, more, named),
  ),
  permutations: fn('permutations(items, r=None)', (_call, items: Value, size: Value) =>
    choose(listOf(items), size, true),
  ),
  combinations: fn('combinations(items, r)', (_call, items: Value, size: Value) =>
    choose(listOf(items), size, false),
  ),
};
