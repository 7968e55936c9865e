import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PythonError } from '../../src/values/errors.ts';
import { repr } from '../../src/values/print.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { hasPyyaml, pyyaml } from './pyyaml.ts';

function read(text: string): string {
  try {
    return repr(parseYaml(text)[0] ?? null);
  } catch (error) {
    if (error instanceof PythonError) return `refused: ${error.message}`;
    throw error;
  }
}

const texts = [
  ...['a: 1\nb: [x, 2020-01-01, 1:30, 0x1f]', '# only', '', 'a:\n  - 1\n  -\n  - ? x\n    : y\n'],
  ...['8443: 1\n80: 2\n1.0: x\nyes: 1\n~: 2\n"8443": 7', '- a\n-\n- {x: , y}\n- [a: 1, b]'],
  ...['x: {<<: [{a: 1, b: 2}, {b: 3, c: 4}], d: 5}', 'x: {d: 5, a: 6, <<: {a: 1, b: 2}}'],
  ...['a: 2020-01-01 10:00:00\nb: 2020-01-01T10:00:00Z\nc: 2020-01-01 10:00:00.5 +02:00', 'a: |\n  x'],
  ...['a: !!str 5\nb: !!int "7"\nc: !!float 3\nd: !!bool "yes"\ne: !!null ""', '%YAML 1.1\n---\na: 1'],
  ...[
    '? |\n  k\n: v',
    'a: "\\x41\\u263a"',
    "a: 'it''s'",
    'a: b\n  c\n\n  d',
    'a: >\n  b\n  c\n\n  d\n',
    '{a: b, c}',
  ],
  ...['a: 12345678901234567890\nb: -0.0\nc: .inf\nd: 1e3\ne: 1.5e+3', '- - a\n  - b\n- c: d\n  e: f'],
];

const scalar = fc.oneof(
  fc.constantFrom(
    ...['a', '1', '"q"', "'s'", '~', '1.5', 'yes', '', '2001-01-01', '|\n   x\n   y\n', '>-\n   p q\n'],
  ),
  fc.stringMatching(/^[a-z0-9 ]{1,8}$/),
);
const flow = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', '1', '"q"', '', '~', '1.5'),
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.filter(Boolean).join(', ')}]`),
    fc
      .array(fc.tuple(fc.constantFrom('a', '1', '"1"', 'yes', '~'), tie('node')), { maxLength: 3 })
      .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
  ),
})).node;
const document = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', '1', '"1"', '~', 'x y', '? z\n'), fc.oneof(scalar, flow)), {
    maxLength: 5,
  })
  .map((pairs) => pairs.map(([key, value]) => `${key}: ${value}`).join('\n'));

const textOf = (result: ReturnType<typeof pyyaml>[number] | undefined): string | undefined =>
  result && 'text' in result ? result.text : undefined;

describe('YAML becomes the values that PyYAML makes of it', () => {
  test.skipIf(!hasPyyaml)('of texts of each kind', () => {
    const results = pyyaml(texts.map((load) => ({ load })));
    expect(texts.map((text) => ({ text, value: read(text) }))).toEqual(
      texts.map((text, index) => ({ text, value: textOf(results[index]) })),
    );
  });

  test.skipIf(!hasPyyaml)('of generated texts', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const cases = fc.sample(document, { seed, numRuns: Number(process.env.RUNS ?? 1000) });
    const results = pyyaml(cases.map((load) => ({ load })));
    const different = cases
      .map((text, index) => ({ text, ours: read(text), python: textOf(results[index]) }))
      .filter(({ ours, python }) => python !== undefined && ours !== python);
    expect(different.slice(0, 3), `seed ${seed}: ${different.length} differ`).toEqual([]);
  });
});
