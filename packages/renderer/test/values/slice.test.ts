import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getItem } from '../../src/values/access.ts';
import { Range } from '../../src/values/range.ts';
import { slice } from '../../src/values/slice.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';
import { list, literal, markup, sample, scalar, text } from './arbitrary.ts';
import { type Case, differences, hasOracle } from './evaluate.ts';

const sequence = fc.oneof(
  text,
  list,
  markup,
  list.map((items) => new Tuple(items)),
);
const bound: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -8, max: 8 }),
  fc.constantFrom(true, false, 10n ** 20n, -(10n ** 20n), 1000, -1000),
);
const part = (value: Value): string => (value === null ? '' : literal(value));

test.skipIf(!hasOracle)('slices are those of Python', () => {
  const slices: fc.Arbitrary<Case> = fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: sequence }, { weight: 1, arbitrary: scalar }),
      bound,
      bound,
      bound,
    )
    .map(([of, start, stop, step]) => ({
      python: `${literal(of)}[${part(start)}:${part(stop)}:${part(step)}]`,
      run: () => slice(of, start, stop, step),
    }));
  expect(differences(sample(slices, 1000)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('items are those of Python', () => {
  const items: fc.Arbitrary<Case> = fc
    .tuple(sequence, fc.integer({ min: -8, max: 8 }))
    .filter(([of, index]) => getItem(of, index) !== undefined)
    .map(([of, index]) => ({ python: `${literal(of)}[${index}]`, run: () => getItem(of, index) ?? null }));
  expect(differences(sample(items, 500)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('ranges are those of Python', () => {
  const small = fc.integer({ min: -9, max: 9 });
  const step = small.filter((by) => by !== 0);
  const ranges: fc.Arbitrary<Case> = fc
    .tuple(small, small, step, bound, bound, step, small)
    .chain(([start, stop, by, from, to, each, item]) => {
      const range = new Range(start, stop, by);
      const python = `range(${start}, ${stop}, ${by})`;
      return fc.constantFrom<Case>(
        { python, run: () => range },
        { python: `len(${python})`, run: () => range.length() },
        { python: `${item} in ${python}`, run: () => range.contains(item) ?? null },
        {
          python: `list(${python}[${part(from)}:${part(to)}:${each}])`,
          run: () => listed(slice(range, from, to, each)),
        },
        { python: `${python}[${part(from)}:${part(to)}:${each}]`, run: () => slice(range, from, to, each) },
        {
          python: `${python} == range(${from === null ? 0 : 1}, ${stop})`,
          run: () => range.equals(new Range(from === null ? 0 : 1, stop)),
        },
      );
    });
  expect(differences(sample(ranges, 600)).slice(0, 10)).toEqual([]);
});

const listed = (range: Value): Value[] => [...{ [Symbol.iterator]: () => (range as Range).iterate() }];
