import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add } from '../../src/values/arithmetic.ts';
import { Dict } from '../../src/values/dict.ts';
import { PythonError } from '../../src/values/errors.ts';
import { Float } from '../../src/values/float.ts';
import { repr, str } from '../../src/values/print.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';
import { double, literal, sample, text, value } from './arbitrary.ts';
import { differences, hasOracle } from './evaluate.ts';

test.skipIf(!hasOracle)('values print as in Python', () => {
  const cases = sample(
    fc.oneof(
      value,
      text,
      double.map((each) => new Float(each)),
    ),
    4000,
  );
  expect(differences(cases.map((each) => ({ python: literal(each), run: () => each }))).slice(0, 10)).toEqual(
    [],
  );
  const texts = cases.map((each) => ({ python: `str(${literal(each)})`, run: () => str(each) }));
  expect(differences(texts).slice(0, 10)).toEqual([]);
});

test('a list that contains itself prints dots', () => {
  const list: Value[] = [1];
  list.push(list, new Tuple([list]), Dict.of([['a', list]]));
  expect(repr(list)).toBe("[1, [...], ([...],), {'a': [...]}]");
});

test('a list that is in another one twice prints twice', () => {
  const list = [1];
  expect(repr([list, list])).toBe('[[1], [1]]');
});

test('what is nested too deep is an error, and no crash', () => {
  let list: Value = [];
  for (let depth = 0; depth < 10_000; depth++) list = [list];
  expect(() => repr(list)).toThrow(PythonError);
  expect(repr([1])).toBe('[1]');
});

test('a number with more digits than Python prints is an error', () => {
  expect(() => str(add(10n ** 4300n, 0))).toThrow('Exceeds the limit (4300 digits)');
  expect(str(add(10n ** 4300n, -1))).toHaveLength(4300);
});
