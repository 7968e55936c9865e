import { expect, test } from 'vitest';
import { Dict } from '../../src/values/dict.ts';
import { Float } from '../../src/values/float.ts';
import { Generator } from '../../src/values/generator.ts';
import { iterate, lengthOf, listOf } from '../../src/values/iterate.ts';
import { Markup } from '../../src/values/markup.ts';
import { repr } from '../../src/values/print.ts';
import { Tuple } from '../../src/values/tuple.ts';
import { strictValue, undefinedValue } from './arbitrary.ts';
import { method } from './call.ts';

test('what Python calls equal is one key, and the first one stays', () => {
  const dict = Dict.of([
    [1, 'a'],
    [true, 'b'],
    [new Float(1), 'c'],
    ['1', 'd'],
  ]);
  expect(repr(dict)).toBe("{1: 'c', '1': 'd'}");
});

test('tuples are found by what is in them', () => {
  const dict = Dict.of([[new Tuple([1, 'a', new Tuple([null])]), 'found']]);
  expect(dict.get(new Tuple([new Float(1), new Markup('a'), new Tuple([null])]))).toBe('found');
  expect(dict.get(new Tuple([1, 'a', new Tuple([])]))).toBeUndefined();
  expect(dict.get('(1 "a" (None))')).toBeUndefined();
});

test('a text that looks like a number or a name of JavaScript keeps its place', () => {
  const dict = Dict.of([
    ['8443', 1],
    ['80', 2],
    ['__proto__', 3],
    ['constructor', 4],
  ]);
  expect(listOf(dict)).toEqual(['8443', '80', '__proto__', 'constructor']);
});

test('a key that was removed comes back at the end, as it is given then', () => {
  const dict = Dict.of([
    [true, 1],
    ['x', 2],
  ]);
  dict.delete(1);
  dict.set(1, 3);
  expect(repr(dict)).toBe("{'x': 2, 1: 3}");
});

test('all missing values are one key, and a strict one is none', () => {
  expect(Dict.of([[undefinedValue, 1]]).get(undefinedValue)).toBe(1);
  expect(() => new Dict().get(strictValue)).toThrow("'missing' is undefined");
});

test('a list cannot be a key', () => {
  expect(() => new Dict().set([1], 1)).toThrow("unhashable type: 'list'");
  expect(() => new Dict().get(new Tuple([[1]]))).toThrow("unhashable type: 'list'");
});

test('a dictionary that changes its size is not gone through any further', () => {
  const dict = Dict.of([
    ['a', 1],
    ['b', 2],
  ]);
  const walk = (of: Dict): void => {
    for (const key of iterate(of)) method(of, 'pop', [key]);
  };
  expect(() => walk(dict)).toThrow('dictionary changed size during iteration');
});

test('what a generator gives is given once', () => {
  const generator = new Generator('do_map', [1, 2]);
  expect([listOf(generator), listOf(generator)]).toEqual([[1, 2], []]);
});

test('lengths count characters, not halves of them', () => {
  expect([
    lengthOf('a😀'),
    lengthOf('\ud83d'),
    lengthOf('\ud83d\ud83d\ude00'),
    lengthOf(undefinedValue),
  ]).toEqual([2, 1, 2, 0]);
});
