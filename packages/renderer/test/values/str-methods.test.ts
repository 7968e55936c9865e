import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Markup } from '../../src/values/markup.ts';
import { strMethods } from '../../src/values/methods/str.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';
import { literal, sample, scalar, shortText, smallInt, text, undefinedValue } from './arbitrary.ts';
import { method } from './call.ts';
import { type Case, differences, evaluate, hasOracle } from './evaluate.ts';

const none = fc.constant<Value[]>([]);
const tuple = (...parts: fc.Arbitrary<Value>[]): fc.Arbitrary<Value[]> => fc.tuple(...parts);
const window: fc.Arbitrary<Value[]> = fc.array(fc.oneof(smallInt, fc.constant(null)), { maxLength: 2 });
const sought: fc.Arbitrary<Value[]> = fc.tuple(shortText, window).map(([part, rest]) => [part, ...rest]);
const padding = tuple(fc.integer({ min: -2, max: 20 }), fc.constantFrom('*', '😀', 'ab', '')).map((args) =>
  args[1] === '' ? args.slice(0, 1) : args,
);
const separated: fc.Arbitrary<Value[]> = fc.oneof(
  none,
  tuple(fc.oneof(shortText, fc.constant(null))),
  tuple(fc.oneof(shortText, fc.constant(null)), fc.integer({ min: -1, max: 3 })),
);
const stripped: fc.Arbitrary<Value[]> = fc.oneof(none, tuple(shortText), tuple(fc.constant(null)));

const ARGUMENTS: Readonly<Record<string, fc.Arbitrary<Value[]>>> = {
  center: padding,
  count: sought,
  endswith: sought,
  expandtabs: fc.oneof(none, tuple(fc.integer({ min: -1, max: 9 }))),
  find: sought,
  index: sought,
  join: tuple(fc.oneof(shortText, fc.array(shortText, { maxLength: 3 }), fc.array(scalar, { maxLength: 2 }))),
  ljust: padding,
  lstrip: stripped,
  partition: tuple(shortText),
  removeprefix: tuple(shortText),
  removesuffix: tuple(shortText),
  replace: fc.oneof(tuple(shortText, shortText), tuple(shortText, shortText, smallInt)),
  rfind: sought,
  rindex: sought,
  rjust: padding,
  rpartition: tuple(shortText),
  rsplit: separated,
  rstrip: stripped,
  split: separated,
  splitlines: fc.oneof(none, tuple(fc.boolean())),
  startswith: fc.oneof(sought, tuple(fc.array(shortText, { maxLength: 2 }).map((all) => new Tuple(all)))),
  strip: stripped,
  zfill: tuple(fc.integer({ min: -1, max: 20 })),
};

const NOT_COMPARED = new Set(['encode', 'format', 'format_map', 'maketrans', 'translate']);

const receiver = fc.oneof(
  text,
  // Likely to have what is sought in it.
  fc.array(shortText, { maxLength: 6 }).map((parts) => parts.join('')),
);

function calls(of: fc.Arbitrary<Value>): fc.Arbitrary<Case> {
  const names = [...strMethods.keys()].filter((name) => !NOT_COMPARED.has(name));
  return fc.constantFrom(...names).chain((name) =>
    fc.tuple(of, ARGUMENTS[name] ?? none).map(([object, args]) => ({
      python: `${literal(object)}.${name}(${args.map(literal).join(', ')})`,
      run: () => method(object, name, args),
    })),
  );
}

test.skipIf(!hasOracle)('methods of texts give what they give in Python', () => {
  expect(differences(sample(calls(receiver), 2600)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('methods of safe texts give what they give in MarkupSafe', () => {
  const safe = receiver.map((each) => new Markup(each));
  expect(differences(sample(calls(safe), 1000)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('methods refuse other arguments with the words of Python', () => {
  const wrong: fc.Arbitrary<Case> = fc
    .tuple(
      fc.constantFrom(
        'replace',
        'join',
        'removeprefix',
        'partition',
        'strip',
        'zfill',
        'ljust',
        'split',
        'upper',
        'isalpha',
      ),
      fc.array(fc.oneof(scalar, fc.constant(undefinedValue)), { maxLength: 4 }),
    )
    // How long a text may become is not Python's to say.
    .filter(
      ([name, [width]]) => !['zfill', 'ljust'].includes(name) || typeof width !== 'number' || width < 1000,
    )
    .map(([name, args]) => ({
      python: `"ab".${name}(${args.map(literal).join(', ')})`,
      run: () => method('ab', name, args),
    }));
  expect(differences(sample(wrong, 500)).slice(0, 10)).toEqual([]);
});

const NAMES = [
  'upper',
  'lower',
  'title',
  'capitalize',
  'casefold',
  'swapcase',
  'isupper',
  'islower',
  'istitle',
];
const KINDS = [
  'isalpha',
  'isalnum',
  'isdigit',
  'isdecimal',
  'isnumeric',
  'isidentifier',
  'isprintable',
  'isspace',
];

/** What Unicode has changed since the version of Python 3.11: letters that got a capital, and six that are small now or no more. */
const CHANGED = new Set('\u019b\u0264\ua7d3\ua7d5\u0295\u10fc\ua7f2\ua7f3\ua7f4\uab69');

/** Letters that are assigned in Python's Unicode, and what it has for each name; as base64, to come through as it is. */
const TABLE = `(lambda base64, json, unicodedata: base64.b64encode(json.dumps([
  [c, *(getattr(c, name)() for name in ${JSON.stringify([...NAMES, ...KINDS])})]
  for c in map(chr, [*range(0x3400), *range(0xa000, 0xac00), *range(0xf900, 0x20000)])
  if unicodedata.category(c) != 'Cn'
]).encode()).decode())(*map(__import__, ['base64', 'json', 'unicodedata']))`;

test.skipIf(!hasOracle)('every letter has the cases and the kinds that it has in Python', () => {
  const [answer] = evaluate([TABLE]);
  const rows: [string, ...unknown[]][] =
    answer && 'repr' in answer ? JSON.parse(Buffer.from(answer.repr, 'base64').toString()) : [];
  const wrong = rows.flatMap(([letter, ...expected]) =>
    [...NAMES, ...KINDS].flatMap((name, index) => {
      const got = method(letter, name, []);
      return got === expected[index] || CHANGED.has(letter)
        ? []
        : [`${letter} ${name}: ${expected[index]}, ${got}`];
    }),
  );
  expect(rows.length).toBeGreaterThan(20_000);
  expect(wrong).toEqual([]);
});
