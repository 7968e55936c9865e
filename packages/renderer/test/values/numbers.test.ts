import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFloat, toInteger } from '../../src/values/numbers.ts';
import { float, int, literal, markup, sample, value } from './arbitrary.ts';
import { type Case, differences, hasOracle } from './evaluate.ts';

const digits = fc
  .array(fc.constantFrom(...'0123456789_ab. eE+-xXoO٣٤\t\x1c\x85', '1', '0', '_'), { maxLength: 8 })
  .map((all) => all.join(''));
const text = fc.oneof(
  digits,
  fc
    .tuple(
      fc.constantFrom('', ' ', '\u3000', '+', '-', '--'),
      fc.constantFrom('0x', '0b', '0o', '0X', '0', ''),
      fc.constantFrom('', '_'),
      digits,
      fc.constantFrom('', '\n', '_'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'inf',
    '-Infinity',
    'nan',
    '+NaN',
    'infinit',
    '1e400',
    '1e-400',
    '.5',
    '5.',
    '.',
    '1_0.0_1e1_0',
    '1__0',
    '12e',
    '0x1p3',
  ),
  fc.double().map(String),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
);

test.skipIf(!hasOracle)('texts are read as integers as in Python', () => {
  const base = fc.constantFrom(undefined, undefined, 0, 2, 8, 10, 16, 36, 1, 37);
  const cases = fc.tuple(text, base).map(
    ([each, of]): Case => ({
      python: of === undefined ? `int(${literal(each)})` : `int(${literal(each)}, ${of})`,
      run: () => toInteger(each, of),
    }),
  );
  expect(differences(sample(cases, 1600)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('texts are read as floats as in Python', () => {
  const cases = text.map((each): Case => ({ python: `float(${literal(each)})`, run: () => toFloat(each) }));
  expect(differences(sample(cases, 1600)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('other values become numbers as in Python', () => {
  const cases = fc
    .oneof(int, float, markup, value)
    .chain((each) =>
      fc.constantFrom<Case>(
        { python: `int(${literal(each)})`, run: () => toInteger(each) },
        { python: `float(${literal(each)})`, run: () => toFloat(each) },
      ),
    );
  expect(differences(sample(cases, 600)).slice(0, 10)).toEqual([]);
});

test('a number with more digits than Python reads is an error', () => {
  expect(() => toInteger('9'.repeat(4301))).toThrow('value has 4301 digits');
  expect(toInteger(`0x${'f'.repeat(5000)}`, 16)).toBe(16n ** 5000n - 1n);
});
