import { expect, test } from 'vitest';
import { Dict } from '../../src/values/dict.ts';
import { PythonError } from '../../src/values/errors.ts';
import { Float } from '../../src/values/float.ts';
import { fromPlain, toPlain } from '../../src/values/plain.ts';
import { repr } from '../../src/values/print.ts';
import { Tuple } from '../../src/values/tuple.ts';

test('values of JavaScript become those of Python', () => {
  const given = {
    a: [1, 1.5, null, true, undefined],
    b: new Map<unknown, unknown>([
      [1, 'x'],
      ['k', new Float(1)],
    ]),
    c: 10n ** 20n,
    d: 3n,
  };
  expect(repr(fromPlain(given))).toBe(
    "{'a': [1, 1.5, None, True, None], 'b': {1: 'x', 'k': 1.0}, 'c': 100000000000000000000, 'd': 3}",
  );
});

test('a whole number past what a double counts is an integer, a minus zero a float', () => {
  expect(repr(fromPlain([2 ** 60, -0, 1e300]))).toBe(`[1152921504606846976, -0.0, ${BigInt(1e300)}]`);
});

test('a name such as __proto__ is a key like any other, both ways', () => {
  const dict = fromPlain(JSON.parse('{"__proto__": 1, "constructor": 2}'));
  expect(repr(dict)).toBe("{'__proto__': 1, 'constructor': 2}");
  expect(Object.entries(toPlain(dict) as object)).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
  ]);
});

test('a float of YAML is a float, and a vaulted value says nothing', () => {
  class YamlFloat {
    value = 3306;
    get [Symbol.toStringTag](): string {
      return 'YamlFloat';
    }
  }
  class VaultString {
    ciphertext = 'secret';
    get [Symbol.toStringTag](): string {
      return 'VaultString';
    }
    toString(): string {
      return 'a vaulted value';
    }
  }
  expect(repr(fromPlain([new YamlFloat(), new VaultString()]))).toBe("[3306.0, 'a vaulted value']");
});

test('what has no likeness in Python is refused', () => {
  for (const given of [Symbol('s'), new Date(0), /x/, () => 1, new (class Thing {})()]) {
    expect(() => fromPlain(given)).toThrow(PythonError);
  }
});

test('an object that contains itself is an error, and no crash', () => {
  const given: Record<string, unknown> = {};
  given.self = given;
  expect(() => fromPlain(given)).toThrow(PythonError);
});

test('a dictionary with a key that is no text becomes a Map, a tuple an array', () => {
  expect(toPlain(Dict.of([[1, new Tuple([new Float(2), 'x'])]]))).toEqual(new Map([[1, [2, 'x']]]));
  expect(toPlain(Dict.of([['a', new Tuple([])]]))).toEqual({ a: [] });
});
