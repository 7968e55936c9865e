import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml, Timestamp, YamlFloat, type YamlValue } from '../src/index.ts';

const python = join(import.meta.dirname, '../../../.venv/bin/python');
const RUNS = process.env.NODEPORT_LONG === '1' ? 10_000 : 1000;

/** What Ansible reads of each text; null where it refuses it. */
function ansible(texts: readonly string[]): unknown[] {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const output = execFileSync(python, [join(import.meta.dirname, 'loaded.py')], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    // Settings may make duplicate keys an error.
    env: { ...process.env, ANSIBLE_DUPLICATE_YAML_DICT_KEY: 'warn' },
    maxBuffer: 2 ** 28,
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function ours(text: string): unknown {
  const result = readYaml(text);
  return result.ok ? shown(result.document.value) : null;
}

function shown(value: YamlValue): unknown[] {
  if (value === null) return ['None'];
  if (typeof value === 'boolean') return [value ? 'True' : 'False'];
  if (typeof value === 'number' || typeof value === 'bigint') return ['int', String(value)];
  if (typeof value === 'string') return ['str', value];
  if (value instanceof YamlFloat) return ['float', floatOf(value.value)];
  if (value instanceof Timestamp) return ['time'];
  if (Array.isArray(value)) return ['list', ...value.map(shown)];
  const entries = Object.entries(value).map(([key, item]) => [key, shown(item as YamlValue)] as const);
  return ['dict', ...entries.toSorted(([a], [b]) => (a < b ? -1 : 1))];
}

const floatOf = (value: number): unknown =>
  Number.isFinite(value) ? value : String(value).toLowerCase().replace('infinity', 'inf');

const resolved = [
  ...['yes', 'No', 'on', 'OFF', 'True', 'y', 'n', 'yEs', '~', 'null', 'Null', 'nUll'],
  ...['0', '-0', '+1', '08', '0777', '0o17', '0x1F', '0b11', '1_000', '1:30', '-1:30', '1:60', '190:20:30'],
  ...['1.5', '.5', '-.5', '5.', '1e3', '1.5e3', '1.5e+3', '.inf', '-.INF', '.NaN', '1:30.5', '1_0.5'],
  ...[
    '2001-01-01',
    '2001-1-1',
    '2001-01-01 10:00:00',
    '2001-01-01t10:00:00.5z',
    '20:01-01-01',
    '2001-02-30',
    '0b_',
    '0x_',
    '=',
    '<<',
  ],
  ...['3306', '192.0.2.11', '2s', '300ms', 'worker-1', 'a b', '"yes"', "'0777'", '"\\x41"', "'it''s'", ''],
];
const scalar = fc.oneof(
  { arbitrary: fc.constantFrom(...resolved), weight: 4 },
  { arbitrary: fc.stringMatching(/^[0-9_.:+eExboInfNa-]{1,7}$/).map(plain), weight: 3 },
  {
    arbitrary: fc.constantFrom('!!str 5', '!!int "7"', '!!float 3', '!unsafe "{{ x }}"', '!unsafe 12'),
    weight: 1,
  },
);

/** What is an indicator there is a matter of syntax, which other tests look at. */
function plain(text: string): string {
  return /^[-:?]$|^[-?:][ ]|:$|^:|^---|^\.\.\.$/.test(text) ? `a${text.replaceAll(':', '')}` : text;
}

const key = fc.constantFrom('aa', 'bb', 'cc', 'own', '"quoted key"');
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.filter(Boolean).join(', ')}]`),
    mapping(tie('node')),
  ),
}));

function mapping(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const pairs = fc.uniqueArray(fc.tuple(key, item), { maxLength: 3, selector: ([name]) => name });
  return pairs.map((all) => `{${all.map(([name, value]) => `${name}: ${value}`).join(', ')}}`);
}

/** Mappings with names, and others that merge one, several, or lists of them, and are merged on their part. */
const document = fc
  .array(
    fc.record({
      own: fc.uniqueArray(fc.tuple(key, node), { maxLength: 3, selector: ([name]) => name }),
      merges: fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
      isBlock: fc.boolean(),
      mergesLast: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((mappings) =>
    mappings
      .map(({ own, merges, isBlock, mergesLast }, index) => {
        const alias = (number: number): string => `*m${number % index}`;
        const merged =
          index === 0
            ? []
            : merges.map((list) =>
                list.length === 1 ? `<<: ${alias(list[0] ?? 0)}` : `<<: [${list.map(alias).join(', ')}]`,
              );
        const pairs = own.map(([name, value]) => `${name}: ${value}`);
        const lines = mergesLast ? [...pairs, ...merged] : [...merged, ...pairs];
        const body =
          isBlock && lines.length > 0
            ? `\n${lines.map((line) => `  ${line}\n`).join('')}`
            : ` {${lines.join(', ')}}\n`;
        return `key${index}: &m${index}${body}`;
      })
      .join(''),
  );

test.skipIf(!existsSync(python))(
  'a text is read as Ansible reads it, or refused as Ansible refuses it',
  { timeout: 120_000 },
  () => {
    const seed = Number(process.env.NODEPORT_SEED ?? Date.now() % 2 ** 31);
    const texts = fc.sample(document, { numRuns: RUNS, seed });
    const theirs = ansible(texts);
    const different = texts
      .map((text, index) => ({ text, ours: ours(text), ansible: theirs[index] }))
      .filter((one) => JSON.stringify(one.ours) !== JSON.stringify(one.ansible));
    expect(different.slice(0, 3), `NODEPORT_SEED=${seed}: ${different.length} of ${RUNS} differ`).toEqual([]);
  },
);
