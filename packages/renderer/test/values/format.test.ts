import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modulo } from '../../src/values/arithmetic.ts';
import { Dict } from '../../src/values/dict.ts';
import { Float } from '../../src/values/float.ts';
import { formatValue } from '../../src/values/format/spec.ts';
import { Markup } from '../../src/values/markup.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';
import {
  double,
  float,
  int,
  literal,
  sample,
  scalar,
  shortText,
  smallInt,
  text,
  undefinedValue,
  value,
} from './arbitrary.ts';
import { method } from './call.ts';
import { type Case, differences, hasOracle } from './evaluate.ts';

const maybe = (...options: string[]): fc.Arbitrary<string> => fc.constantFrom('', '', ...options);
const size = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 30 }).map(String));
const precision = fc.oneof(
  fc.constant(''),
  fc.constant(''),
  fc.integer({ min: 0, max: 25 }).map((digits) => `.${digits}`),
);

const flags = fc.array(fc.constantFrom('-', '+', ' ', '#', '0'), { maxLength: 3 }).map((all) => all.join(''));
const directive = (types: string): fc.Arbitrary<string> =>
  fc
    .tuple(flags, size, precision, maybe('l', 'h'), fc.constantFrom(...types))
    .map((parts) => `%${parts.join('')}`);

const formatted = (template: string, given: Value): Case => ({
  python: `${literal(template)} % ${literal(given)}`,
  run: () => modulo(template, given),
});

test.skipIf(!hasOracle)('numbers are formatted by % as in Python', () => {
  const cases = fc.oneof(
    fc.tuple(directive('dioxXeEfFgGsr'), int),
    fc.tuple(directive('eEfFgGdi'), float),
    fc.tuple(
      directive('fge'),
      double.map((each) => new Float(each)),
    ),
  );
  const made = cases.map(([template, given]) => formatted(template, given));
  expect(differences(sample(made, 2000)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('texts and anything else are formatted by % as in Python', () => {
  const piece = fc.oneof(
    directive('srac%du'),
    shortText,
    fc.constantFrom('%%', '%', '%y', '%(a)s', '%*d', '%.*f', '%-*s'),
  );
  const template = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(''));
  const given = fc.oneof(
    scalar,
    value,
    fc.constant(undefinedValue),
    fc.array(fc.oneof(scalar, smallInt), { maxLength: 3 }).map((items) => new Tuple(items)),
    fc.tuple(scalar, scalar).map(([a, b]) =>
      Dict.of([
        ['a', a],
        ['b', b],
      ]),
    ),
  );
  const made = fc
    .tuple(template, given)
    // A width of millions is Python's to give, and nothing to compare.
    .filter(([each, values]) => !each.includes('*') || !/\d{5}|True/.test(literal(values)))
    .map(([each, values]) => formatted(each, values));
  expect(differences(sample(made, 1600)).slice(0, 10)).toEqual([]);
});

const align = fc
  .tuple(maybe('*', '0', ' ', '😀', '<', '{'), fc.constantFrom('', '<', '>', '^', '='))
  .map(([fill, where]) => (where === '' ? '' : fill + where));

const specification = (types: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      align,
      maybe('+', '-', ' '),
      maybe('z'),
      maybe('#'),
      maybe('0'),
      size,
      maybe(',', '_'),
      precision,
      fc.constantFrom(...types),
    )
    .map((parts) => parts.join(''));

const shaped = (given: Value, spec: string): Case => ({
  python: `str(format(${literal(given)}, ${literal(spec)}))`,
  run: () => formatValue(given, spec),
});

test.skipIf(!hasOracle)('format() gives what it gives in Python', () => {
  const cases = fc.oneof(
    fc.tuple(
      fc.oneof(int, fc.boolean()),
      specification(['', '', 'd', 'b', 'o', 'x', 'X', 'n', 'e', 'f', 'g', '%', 's']),
    ),
    fc.tuple(float, specification(['', '', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', 'd'])),
    fc.tuple(fc.oneof(text, shortText), specification(['', '', 's', 'd'])),
    fc.tuple(value, specification(['', 'y'])),
    fc.tuple(fc.integer({ min: 32, max: 0x17f }), specification(['c'])),
  );
  const made = cases.map(([given, spec]) => shaped(given, spec));
  expect(differences(sample(made, 2600)).slice(0, 10)).toEqual([]);
});

test.skipIf(!hasOracle)('what is no specification is refused with the words of Python', () => {
  const specs = [
    '10.',
    '.',
    'yy',
    '5,,',
    ',_',
    '_,d',
    '__',
    ',x',
    ',n',
    '_n',
    ',c',
    '+c',
    '#c',
    '.2d',
    'zd',
    'q',
    '^^^^',
    '99999999999999999999',
    '.99999999999999999999',
    '+s',
    ' ',
    '=5',
    '0=5',
  ];
  const given: Value[] = [1, new Float(1.5), 'text', null, [], true, new Markup('x')];
  expect(differences(specs.flatMap((spec) => given.map((each) => shaped(each, spec))))).toEqual([]);
});

test.skipIf(!hasOracle)('str.format gives what it gives in Python', () => {
  const templates = [
    '{}',
    '{} {}',
    '{0} {1} {0}',
    '{a}',
    '{a[0]}',
    '{0[k]}',
    '{0.real}',
    '{0!r:>10}',
    '{:{}}',
    '{:{w}}',
    '{:>{w}.{p}f}',
    '{{}}',
    '{{{0}}}',
    '{',
    '}',
    '{0',
    '{!x}',
    '{!}',
    '{!r',
    '{!rr}',
    '{0}{}',
    '{}{0}',
    '{0[0}',
    '{0[]}',
    '{0.}',
    '{0[0]x}',
    '{a.b}',
    '{0:{1:{2}}}',
    '{9}',
    '{b}',
    '{0[a]}',
    '{0[-1]}',
    '{:d}',
    '{!s:5}|',
    '{!a}',
    'é{}',
    '{0:}}',
    '{ a}',
    '{a }',
    '{0 }',
    '{0[a][0]}',
    '{0[}]}',
    '{:{{}}}',
    '}{',
    '{}}',
  ];
  const named: [string, Value][] = [
    ['a', ['é', 2]],
    ['w', 8],
    ['p', 2],
  ];
  const positional: Value[][] = [
    [],
    [1],
    ['x', 6],
    [new Float(2.5), 1],
    [
      Dict.of([
        ['a', ['q']],
        ['k', null],
      ]),
      'é',
      3,
    ],
    [['z'], 2],
    [undefinedValue],
  ];
  const keywords = named.map(([name, each]) => `${name}=${literal(each)}`).join(', ');
  const cases = templates.flatMap((template) =>
    positional.flatMap((args): Case[] => {
      const list = args.map((arg) => `${literal(arg)}, `).join('');
      const object = Dict.of(named);
      return [
        {
          python: `${literal(template)}.format(${list}${keywords})`,
          run: () => method(template, 'format', args, new Map(named)),
        },
        {
          python: `${literal(template)}.format_map(${literal(object)})`,
          run: () => method(template, 'format_map', [object]),
        },
      ];
    }),
  );
  expect(differences(cases).slice(0, 12)).toEqual([]);
});

test.skipIf(!hasOracle)('a safe text escapes what is formatted into it', () => {
  const unsafe: Value[] = ['<a>', new Markup('<b>'), 5, new Float(2.5), ['<c>'], null, undefinedValue];
  const cases = unsafe.flatMap((each): Case[] => [
    {
      python: `Markup("<i>%s %r</i>") % (${literal(each)}, ${literal(each)})`,
      run: () => modulo(new Markup('<i>%s %r</i>'), new Tuple([each, each])),
    },
    {
      python: `Markup("<i>{}</i>").format(${literal(each)})`,
      run: () => method(new Markup('<i>{}</i>'), 'format', [each]),
    },
    {
      python: `Markup("<i>%(a)s</i>") % {"a": ${literal(each)}}`,
      run: () => modulo(new Markup('<i>%(a)s</i>'), Dict.of([['a', each]])),
    },
    { python: `Markup("<i>%s</i>") % ${literal(each)}`, run: () => modulo(new Markup('<i>%s</i>'), each) },
  ]);
  expect(differences(cases).slice(0, 12)).toEqual([]);
});
