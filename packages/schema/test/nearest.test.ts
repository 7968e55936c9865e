import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, nearest } from '../src/nearest.ts';

test.each([
  ['check', 'check', 0],
  ['chek', 'check', 1],
  ['chekc', 'check', 1],
  ['xheck', 'check', 1],
  ['', 'abc', 3],
  ['ca', 'abc', 3],
])('%j and %j are %i mistakes apart', (a, b, mistakes) => {
  expect(distance(a, b)).toBe(mistakes);
});

test('two words are as far apart one way as the other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(fc.property(word, word, (a, b) => distance(a, b) === distance(b, a)));
});

describe('the nearest word', () => {
  test('is the one with the fewest mistakes', () => {
    expect(nearest('naem', ['fall', 'name', 'same'])).toBe('name');
  });

  test('is none where half the letters are wrong', () => {
    expect(nearest('xx', ['port', 'rise'])).toBeUndefined();
    expect(nearest('fire', ['rise'])).toBeUndefined();
  });
});
