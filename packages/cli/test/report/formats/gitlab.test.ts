import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gitlab } from '../../../src/report/formats/gitlab.ts';
import type { Problem } from '../../../src/variables/problem.ts';
import schema from '../../fixtures/schemas/code-quality.schema.json' with { type: 'json' };
import { outputs } from './outputs.ts';
import { anyProblems, LONE_SURROGATE, problems, wrongPort } from './problems.ts';

const isCodeQuality = new Ajv2020().compile<{ fingerprint: string }[]>(schema);

function expectCodeQuality(report: string): void {
  const issues: unknown = JSON.parse(report);
  isCodeQuality(issues);
  expect(isCodeQuality.errors ?? []).toEqual([]);
  const prints = (issues as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint); // As the schema says.
  expect(new Set(prints).size).toBe(prints.length);
}

test('a severity, a text and a place for each problem', () => {
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

test('a problem that moved is the same one, and two of a kind are two', () => {
  const prints = (given: readonly Problem[]) =>
    JSON.parse(gitlab(given)).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  const [first, second] = prints([wrongPort, wrongPort]);
  expect(first).not.toBe(second);
  expect(
    prints([{ ...wrongPort, range: { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } } }]),
  ).toEqual([first]);
});

test('every output is what GitLab asks for', async () => {
  for (const output of await outputs('gitlab')) expectCodeQuality(output);
});

test('whatever a problem holds, the report is what GitLab asks for, and Unicode', () => {
  fc.assert(
    fc.property(anyProblems, (given) => {
      const report = gitlab([...given, ...given]);
      expectCodeQuality(report);
      expect(report).not.toMatch(LONE_SURROGATE);
    }),
  );
});

test.each([
  { description: '' },
  { severity: 'error' },
  { fingerprint: undefined },
  { location: { path: './a.yaml', lines: { begin: 1 } } },
  { location: { path: '/a.yaml', lines: { begin: 1 } } },
  { location: { path: 'a.yaml' } },
  { location: { path: 'a.yaml', lines: { begin: 0 } } },
])('its schema refuses an issue with %o', (wrong) => {
  const [issue] = JSON.parse(gitlab([wrongPort]));
  expect(isCodeQuality([issue])).toBe(true);
  expect(isCodeQuality([JSON.parse(JSON.stringify({ ...issue, ...wrong }))])).toBe(false);
});
