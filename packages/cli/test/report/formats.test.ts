import { execFileSync } from 'node:child_process';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { github } from '../../src/report/formats/github.ts';
import { gitlab } from '../../src/report/formats/gitlab.ts';
import { json } from '../../src/report/formats/json.ts';
import { junit } from '../../src/report/formats/junit.ts';
import { sarif } from '../../src/report/formats/sarif.ts';
import type { Checked } from '../../src/variables/check.ts';
import type { Problem } from '../../src/variables/problem.ts';
import { run } from '../run.ts';

const at = (line: number, column: number, end: number) => ({
  start: { line, column },
  end: { line, column: end },
});
const wrongPort: Problem = {
  code: 'out-of-range',
  message: 'haproxy_tcp_backends[0].port is 65536',
  file: 'group_vars/all, or more.yaml',
  range: at(4, 11, 16),
  hint: 'use a whole number from 1 to 65535',
};
const quiet: Problem = { severity: 'hint', code: 'quiet-flows', message: '50 % of <them>', file: 'b.yaml' };
const costly: Problem = {
  severity: 'warning',
  code: 'wrong-type',
  message: 'costs',
  file: 'b.yaml',
  range: at(1, 1, 2),
};
const problems = [wrongPort, quiet, costly];
const checked = (found: readonly Problem[]): Checked => ({
  problems: found,
  files: ['group_vars/all, or more.yaml', 'b.yaml', 'c.yaml'],
  services: 1,
  unresolved: 0,
  vaulted: [],
  unseen: [],
});

test('github: an annotation for each problem, with its place and its mend', () => {
  expect(github(problems)).toBe(
    [
      '::error file=group_vars/all%2C or more.yaml,line=4,col=11,endColumn=16,title=out-of-range::haproxy_tcp_backends[0].port is 65536%0Ause a whole number from 1 to 65535',
      '::notice file=b.yaml,title=quiet-flows::50 %25 of <them>',
      '::warning file=b.yaml,line=1,col=1,endColumn=2,title=wrong-type::costs',
      '',
    ].join('\n'),
  );
});

test('gitlab: what a report of Code Quality has to have', () => {
  expect(JSON.parse(gitlab(problems))).toMatchObject([
    {
      description: 'haproxy_tcp_backends[0].port is 65536; use a whole number from 1 to 65535',
      check_name: 'out-of-range',
      severity: 'major',
      location: { path: 'group_vars/all, or more.yaml', lines: { begin: 4 } },
    },
    { severity: 'info', location: { path: 'b.yaml', lines: { begin: 1 } } },
    { severity: 'minor' },
  ]);
});

test('gitlab: a problem that moved is the same one, and two of a kind are two', () => {
  const prints = (given: readonly Problem[]) =>
    JSON.parse(gitlab(given)).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  const [first, second] = prints([wrongPort, wrongPort]);
  expect(first).not.toBe(second);
  expect(prints([{ ...wrongPort, range: at(9, 1, 2) }])).toEqual([first]);
});

test('json: everything, with its severity', () => {
  expect(JSON.parse(json(checked(problems)))).toMatchObject({
    version: 1,
    problems: [
      { severity: 'error', code: 'out-of-range', range: { start: { line: 4, column: 11 } } },
      { severity: 'hint' },
      { severity: 'warning' },
    ],
    services: 1,
  });
});

test('sarif: rules once, results with their places as URIs', () => {
  const [given] = JSON.parse(sarif([...problems, wrongPort])).runs;
  expect(given.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    'out-of-range',
    'quiet-flows',
    'wrong-type',
  ]);
  expect(given.tool.driver.rules[0].help.text).toContain('port: 65536');
  expect(
    given.results.map(({ ruleIndex, level }: { ruleIndex: number; level: string }) => [ruleIndex, level]),
  ).toEqual([
    [0, 'error'],
    [1, 'note'],
    [2, 'warning'],
    [0, 'error'],
  ]);
  expect(given.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'group_vars/all,%20or%20more.yaml' },
    region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 16 },
  });
});

test('sarif: what its schema asks for, whatever a problem is', () => {
  // A pattern of the schema is none with the flag u.
  const ajv = new draft4.default({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const isSarif = ajv.compile(schema);
  const path = fc.array(fc.string({ minLength: 1 }), { minLength: 1 }).map((steps) => steps.join('/'));
  const place = fc.integer({ min: 1 });
  const range = fc.tuple(place, place, place).map(([line, start, length]) => at(line, start, start + length));
  const problem: fc.Arbitrary<Problem> = fc.record(
    {
      severity: fc.constantFrom('error', 'warning', 'hint'),
      code: fc.constantFrom('out-of-range', 'two-servers', 'wrong-type'),
      message: fc.string({ unit: 'binary' }),
      hint: fc.string(),
      file: path,
      range,
      related: fc.record({ message: fc.string(), file: path, range }, { requiredKeys: ['message', 'file'] }),
    },
    { requiredKeys: ['code', 'message'] },
  );
  fc.assert(
    fc.property(fc.array(problem), (given) => {
      isSarif(JSON.parse(sarif(given)));
      expect(isSarif.errors ?? []).toEqual([]);
    }),
  );
});

/** The suites of a report: name, number of tests, of failures, and the texts of the failures. */
function suitesIn(report: string): [string, number, number, string[]][] {
  const script = [
    'import json, sys, xml.etree.ElementTree as tree',
    'suites = tree.fromstring(sys.stdin.buffer.read())',
    "print(json.dumps([[s.get('name'), int(s.get('tests')), int(s.get('failures')), [f.get('message') for f in s.iter('failure')]] for s in suites]))",
  ];
  return JSON.parse(execFileSync('python3', ['-c', script.join('\n')], { input: report, encoding: 'utf8' }));
}

test('junit: a suite for each file, a failure for each error', () => {
  expect(suitesIn(junit(checked(problems)))).toEqual([
    ['group_vars/all, or more.yaml', 1, 1, ['haproxy_tcp_backends[0].port is 65536']],
    ['b.yaml', 1, 0, []],
    ['c.yaml', 1, 0, []],
  ]);
});

const twice: Problem = {
  ...wrongPort,
  related: { message: 'first used here', file: 'c d.yaml', range: at(2, 3, 4) },
};

test('every format tells the other place', () => {
  const words = 'first used here: c d.yaml:2:3';
  expect(github([twice])).toContain(`65536%0A${words}%0Ause`);
  expect(JSON.parse(gitlab([twice]))[0].description).toContain(`65536; ${words}; use`);
  expect(junit(checked([twice]))).toContain(`[out-of-range]\n${words}\nuse`);
  expect(JSON.parse(json(checked([twice]))).problems[0].related).toEqual(twice.related);
  expect(JSON.parse(sarif([twice])).runs[0].results[0].relatedLocations).toEqual([
    {
      message: { text: 'first used here' },
      physicalLocation: {
        artifactLocation: { uri: 'c%20d.yaml' },
        region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 4 },
      },
    },
  ]);
});

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test('whatever a message holds, XML can be read, and a command of GitHub is one line', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 20 }), (texts) => {
      const given = texts.map(
        ([message, hint]): Problem => ({ code: 'wrong-type', message, hint, file: 'c.yaml' }),
      );
      const [, , [, tests, failures, messages]] = suitesIn(junit(checked(given))) as [
        unknown,
        unknown,
        [string, number, number, string[]],
      ];
      expect([tests, failures, messages.length]).toEqual([texts.length, texts.length, texts.length]);
      const lines = github(given).split('\n');
      expect(
        lines.slice(0, -1).every((line) => line.startsWith('::error file=c.yaml,title=wrong-type::')),
      ).toBe(true);
      expect(lines).toHaveLength(texts.length + 1);
    }),
    { numRuns: 25 },
  );
});

test.each(['json', 'sarif', 'junit', 'github', 'gitlab'])(
  '--format %s ends as the human format does',
  async (format) => {
    const wrong = await run('validate', 'validate/none', ['vars', '--format', format, 'wrong.yaml']);
    const right = await run('validate', 'validate/none', ['vars', '--format', format, 'vars.yaml']);
    expect([wrong.exitCode, right.exitCode]).toEqual([1, 0]);
    expect(wrong.stdout).toContain('wrong.yaml');
  },
);

test('an unknown format, or a count that is none, is wrong usage', async () => {
  expect((await run('validate', '.', ['vars', '--format', 'xml'])).exitCode).toBe(2);
  expect((await run('validate', '.', ['vars', '--max-warnings', 'many'])).exitCode).toBe(2);
});
