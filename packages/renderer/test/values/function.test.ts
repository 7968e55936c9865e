import { expect, test } from 'vitest';
import type { Call } from '../../src/runtime/call.ts';
import { fn } from '../../src/values/function.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Named, Value } from '../../src/values/value.ts';
import { literal } from './arbitrary.ts';
import { type Case, differences, hasOracle } from './evaluate.ts';

const SIGNATURES: Readonly<Record<string, string>> = {
  '': '()',
  a: '(a,)',
  'a, b': '(a, b)',
  'a, b, c': '(a, b, c)',
  'a, b=2': '(a, b)',
  "a, b='x', *, c": '(a, b, c)',
  'a, *, c=None, d=True': '(a, c, d)',
  'a, *rest': '(a, list(rest))',
};

const CALLS: readonly (readonly [readonly Value[], readonly (readonly [string, Value])[]])[] = [
  [[], []],
  [[1], []],
  [[1, 2], []],
  [[1, 2, 3], []],
  [[1, 2, 3, 4], []],
  [[], [['a', 1]]],
  [[1], [['a', 2]]],
  [[1], [['b', null]]],
  [[1], [['c', 3]]],
  [[1, 2], [['c', 3]]],
  [[1], [['z', 3]]],
  [
    [],
    [
      ['c', 3],
      ['b', 2],
    ],
  ],
];

test.skipIf(!hasOracle)('arguments are given to parameters, or refused, as Python does it', () => {
  const cases = Object.entries(SIGNATURES).flatMap(([signature, body]) => {
    const made = fn(`<lambda>(${signature})`, (_call: Call, ...args: Value[]) => new Tuple(args));
    return CALLS.map(([args, named]): Case => {
      const given = [...args.map(literal), ...named.map(([name, value]) => `${name}=${literal(value)}`)];
      return {
        python: `(lambda ${signature}: ${body})(${given.join(', ')})`,
        run: () => made({} as Call, args, new Map(named)),
      };
    });
  });
  expect(differences(cases)).toEqual([]);
});

test('what has no parameter comes together in one place', () => {
  const made = fn('f(a, **rest)', (_call, a: Value, rest: Named) => [a, ...rest.keys()]);
  expect(
    made(
      {} as Call,
      [1],
      new Map([
        ['b', 2],
        ['c', 3],
      ]),
    ),
  ).toEqual([1, 'b', 'c']);
});
