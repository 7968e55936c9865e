import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dict } from '../../src/values/dict.ts';
import { Float } from '../../src/values/float.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';
import { dumpYaml } from '../../src/yaml/dump.ts';
import type { ScalarStyle } from '../../src/yaml/node.ts';
import { hasPyyaml, pyyaml } from './pyyaml.ts';

const special = fc.constantFrom(
  ...[
    'yes',
    'No',
    'on',
    'null',
    '~',
    '',
    '=',
    '<<',
    '0',
    '0o7',
    '017',
    '1_000',
    '1:30',
    '1e3',
    '1.5',
    '.inf',
    '.NaN',
  ],
  ...[
    '2001-01-01',
    '2001-01-01 10:00:00',
    '---',
    '--- a',
    '...',
    '- a',
    '-',
    '-a',
    '? a',
    '?',
    ':',
    ':a',
    'a:',
    'a: b',
  ],
  ...[
    'a:b',
    '# a',
    'a #b',
    'a#b',
    '[a]',
    'a, b',
    '{a}',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    "it's",
    "'",
    '"',
    '%a',
    '@a',
    '`a',
  ],
  ...[
    ' a',
    'a ',
    'a  b',
    'a\n',
    '\na',
    'a\n\n',
    'a\nb',
    'a\n b',
    'a \nb',
    '\n',
    ' ',
    'a\tb',
    '\u0085',
    '\u00a0',
    '\u2028a',
  ],
  ...[
    '\ufeff',
    '\ufffe',
    '\u0000',
    '\u001b',
    '\u007f',
    'é',
    '😀',
    '\\',
    'a\r\n',
    'x'.repeat(130),
    'word '.repeat(30),
  ],
);
const letters = fc.string({ unit: fc.constantFrom(...'ab  \n:-,\'"#?é\u2028\\😀'), maxLength: 24 });
const sentence = fc.string({ unit: fc.constantFrom(...'abcdef    \'"\\:é'), minLength: 70, maxLength: 300 });
const text = fc.oneof(
  special,
  letters,
  sentence,
  fc.string({ unit: 'grapheme' }),
  fc.lorem({ maxCount: 40 }),
);
const number = fc.oneof(
  fc.integer(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }),
  fc.double().map((value) => new Float(value)),
  fc.constantFrom(...[1e16, 1e-5, 1e22, -0, 100, 123456.75, Infinity].map((value) => new Float(value))),
);
const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: text },
  number,
  fc.boolean(),
  fc.constant(null),
);
const key: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: text },
  scalar.filter((value) => !(value instanceof Float && Number.isNaN(value.value))),
  fc.array(text, { maxLength: 3 }).map((items) => new Tuple(items)),
);

const { tree } = fc.letrec<{ tree: Value; list: Value[]; dict: Dict }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    tie('list'),
    tie('dict'),
    shared(tie('tree')),
  ),
  list: fc.array(tie('tree'), { maxLength: 5 }),
  dict: fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Dict.of(entries)),
}));

/** One value in several places. */
function shared(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc
    .tuple(value, value, key)
    .map(([one, other, name]) => [one, [other, one], Dict.of([[name, one]]), other]);
}

const options = fc.record(
  {
    indent: fc.integer({ min: 1, max: 10 }),
    width: fc.constantFrom(-1, 5, 20, 40, 80, 1000),
    default_flow_style: fc.constantFrom(true, false, null),
    sort_keys: fc.boolean(),
    explicit_start: fc.boolean(),
    explicit_end: fc.boolean(),
    default_style: fc.constantFrom("'", '"', '|', '>', 'x'),
    line_break: fc.constantFrom('\n', '\r', '\r\n'),
  },
  { requiredKeys: [] },
);

const styles: Record<string, ScalarStyle> = {
  "'": 'single',
  '"': 'double',
  '|': 'literal',
  '>': 'folded',
  x: 'plain',
};

type Given = typeof options extends fc.Arbitrary<infer T> ? T : never;

function ours(value: Value, given: Given): string {
  const { indent, width, default_flow_style: flow, sort_keys, explicit_start, explicit_end } = given;
  const style = styles[given.default_style ?? ''];
  return dumpYaml(value, {
    ...(indent !== undefined && { indent }),
    ...(width !== undefined && { width }),
    ...(sort_keys !== undefined && { sortKeys: sort_keys }),
    ...(given.line_break !== undefined && { lineBreak: given.line_break }),
    ...(style && { style }),
    flow: flow ?? undefined,
    explicitStart: explicit_start ?? false,
    explicitEnd: explicit_end ?? false,
  });
}

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.RUNS ?? 1500);

test.skipIf(!hasPyyaml)(`a generated value is written as PyYAML writes it (SEED=${seed})`, () => {
  const usual = fc.tuple(tree, fc.constant<Given>({}));
  const cases = fc.sample(fc.oneof(usual, fc.tuple(tree, options)), { seed, numRuns: runs });
  const results = pyyaml(cases.map(([value, given]) => ({ value, options: given })));
  const different = cases.flatMap(([value, given], index) => {
    const wanted = results[index];
    if (!wanted || !('text' in wanted)) return [];
    const made = ours(value, given);
    return made === wanted.text ? [] : [{ given, made, wanted: wanted.text }];
  });
  different.sort((one, other) => one.wanted.length - other.wanted.length);
  expect(different.slice(0, 3)).toEqual([]);
  expect(results.filter((result) => 'text' in result).length).toBeGreaterThan(runs * 0.95);
});
