import { expect, test } from 'vitest';
import { Dict } from '../../src/values/dict.ts';
import { Float } from '../../src/values/float.ts';
import { Markup } from '../../src/values/markup.ts';
import { repr } from '../../src/values/print.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';
import { literal } from './arbitrary.ts';
import { method } from './call.ts';
import { type Case, differences, hasOracle } from './evaluate.ts';

const dict = (): Dict =>
  Dict.of([
    ['a', 1],
    [2, 'b'],
    [new Tuple([1, 2]), null],
  ]);
const list = (): Value[] => [3, 1, 2, 1, new Float(2)];

/** What a method gives, and what it leaves. */
const steps: readonly (readonly [() => Value, string, ...Value[]])[] = [
  [list, 'append', 5],
  [list, 'append', [1]],
  [list, 'clear'],
  [list, 'copy'],
  [list, 'count', 1],
  [list, 'count', true],
  [list, 'extend', [1, 2]],
  [list, 'extend', 'ab'],
  [list, 'extend', Dict.of([['k', 1]])],
  [list, 'extend', 1],
  [list, 'index', 2],
  [list, 'index', 9],
  [list, 'index', 1, 2],
  [list, 'index', 3, 1, 3],
  [list, 'insert', 0, 'x'],
  [list, 'insert', -1, 'x'],
  [list, 'insert', 99, 'x'],
  [list, 'insert', 'a', 'x'],
  [list, 'pop'],
  [list, 'pop', 0],
  [list, 'pop', -2],
  [list, 'pop', 9],
  [() => [], 'pop'],
  [list, 'remove', 1],
  [list, 'remove', 7],
  [list, 'reverse'],
  [list, 'sort'],
  [() => ['b', 'a', 'C'], 'sort'],
  [() => ['b', 1], 'sort'],
  [dict, 'clear'],
  [dict, 'copy'],
  [dict, 'get', 'a'],
  [dict, 'get', 'x'],
  [dict, 'get', 'x', 5],
  [dict, 'get', new Float(2)],
  [dict, 'get', new Tuple([1, true])],
  [dict, 'get', new Tuple([1, 2]), 'other'],
  [dict, 'get', []],
  [dict, 'items'],
  [dict, 'keys'],
  [dict, 'values'],
  [dict, 'pop', 'a'],
  [dict, 'pop', 'x'],
  [dict, 'pop', 'x', null],
  [dict, 'pop', new Tuple([1, 2]), 'other'],
  [dict, 'popitem'],
  [() => new Dict(), 'popitem'],
  [dict, 'setdefault', 'a', 9],
  [dict, 'setdefault', 'n'],
  [dict, 'setdefault', 'n', 9],
  [dict, 'setdefault', new Tuple([1, 2]), 9],
  [
    dict,
    'update',
    Dict.of([
      ['a', 2],
      ['z', 3],
    ]),
  ],
  [dict, 'update', [new Tuple(['q', 1]), ['r', 2]]],
  [dict, 'update', [1]],
  [dict, 'update', ['abc']],
  [dict, 'update', ['ab']],
  [dict, 'update'],
  [dict, 'update', 1, 2],
  [dict, 'fromkeys', 'ab'],
  [dict, 'fromkeys', ['x'], 1],
  [() => new Tuple([1, 2, 1]), 'count', 1],
  [() => new Tuple([1, 2, 1]), 'index', 2],
  [() => new Tuple([1, 2, 1]), 'index', 5],
  [() => 10, 'bit_length'],
  [() => -255, 'bit_count'],
  [() => 2n ** 70n, 'bit_length'],
  [() => true, 'conjugate'],
  [() => 10, 'as_integer_ratio'],
  [() => new Float(2.5), 'as_integer_ratio'],
  [() => new Float(-0.1), 'hex'],
  [() => new Float(1e300), 'hex'],
  [() => new Float(5e-324), 'hex'],
  [() => new Float(2), 'is_integer'],
  [() => new Float(2.5), 'is_integer'],
];

const cases = steps.map(([make, name, ...args]): Case => {
  const object = make();
  const call = `.${name}(${args.map(literal).join(', ')})`;
  return {
    python: `[(x${call}, x) for x in [${literal(object)}]][0]`,
    run: () => new Tuple([method(object, name, args), object]),
  };
});

test.skipIf(!hasOracle)(
  'methods of lists, dictionaries and numbers give and leave what they do in Python',
  () => {
    expect(differences(cases)).toEqual([]);
  },
);

test('a view shows what its dictionary has become', () => {
  const object = dict();
  const keys = method(object, 'keys', []);
  object.set('new', 1);
  expect(repr(keys)).toBe("dict_keys(['a', 2, (1, 2), 'new'])");
});

test('a list is sorted by what a function gives, and equal ones keep their order', () => {
  const object = ['bb', 'a', 'cc', 'd'];
  const length = 'a function';
  const call = { invoke: (_callee: Value, [value]: readonly Value[]) => String(value).length };
  const sort = (reverse: boolean): string => {
    const copy: Value[] = [...object];
    method(
      copy,
      'sort',
      [],
      new Map<string, Value>([
        ['key', length],
        ['reverse', reverse],
      ]),
      call,
    );
    return repr(copy);
  };
  expect([sort(false), sort(true)]).toEqual(["['a', 'd', 'bb', 'cc']", "['bb', 'cc', 'a', 'd']"]);
});

test('nothing of JavaScript is an attribute', () => {
  const names = ['constructor', '__proto__', 'toString', 'length', 'prototype', 'hasOwnProperty'];
  const objects: Value[] = ['text', [1], dict(), 1, new Float(1), new Tuple([]), true];
  for (const object of objects)
    for (const name of names) expect(() => method(object, name, [])).toThrow('there is no');
});

test('what there are no bytes or entities for is refused, not made up', () => {
  const refused: [Value, string][] = [
    ['x', 'encode'],
    [new Markup('&eacute;'), 'unescape'],
    [new Markup('<b>'), 'striptags'],
  ];
  for (const [object, name] of refused) expect(() => method(object, name, [])).toThrow('not supported');
});
