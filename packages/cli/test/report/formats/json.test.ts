import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../../report.schema.json' with { type: 'json' };
import { json } from '../../../src/report/formats/json.ts';
import { run } from '../../run.ts';
import { outputs } from './outputs.ts';
import { anyProblems, checked, LONE_SURROGATE, problems, wrongPort } from './problems.ts';

/** Users' schema may meet newer fields; here, none is to be missing in it. */
const closed = JSON.parse(JSON.stringify(schema), (_key, value) =>
  value?.properties ? { ...value, additionalProperties: false } : value,
);
const isReport = new Ajv2020().compile(closed);

function errorsOf(report: unknown): unknown {
  isReport(report);
  return isReport.errors ?? [];
}

test('everything, with its severity', () => {
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

test('every output is as report.schema.json says', async () => {
  for (const output of await outputs('json')) expect(errorsOf(JSON.parse(output))).toEqual([]);
});

test('whatever a problem holds, the report is as its schema says, and Unicode', () => {
  fc.assert(
    fc.property(anyProblems, (given) => {
      const report = json(checked(given));
      expect(errorsOf(JSON.parse(report))).toEqual([]);
      expect(report).not.toMatch(LONE_SURROGATE);
    }),
  );
});

const refusal = (change: object): unknown => {
  const report = JSON.parse(json(checked([wrongPort])));
  expect(errorsOf(report)).toEqual([]);
  return errorsOf(JSON.parse(JSON.stringify({ ...report, ...change })));
};

test.each([
  { version: 2 },
  { services: -1 },
  { files: undefined },
  { files: ['a.yaml', 'a.yaml'] },
  { files: [''] },
  { more: 1 },
])('the schema refuses a report with %o', (wrong) => {
  expect(refusal(wrong)).toHaveLength(1);
});

test.each([
  { severity: 'fatal' },
  { code: 'Not A Code' },
  { message: undefined },
  { file: undefined },
  { range: { start: { line: 0, column: 1 }, end: { line: 1, column: 1 } } },
  { range: { start: { line: 1, column: 1 } } },
  { hosts: [] },
  { related: { message: 'without a file' } },
  { more: 1 },
])('the schema refuses a problem with %o', (wrong) => {
  expect(refusal({ problems: [{ severity: 'error', ...wrongPort, ...wrong }] })).toHaveLength(1);
});

test('a file that cannot be read ends with its reason, and prints no report', async () => {
  const { stdout, stderr, exitCode } = await run('validate', '.', ['vars', '--format', 'json', 'none.yaml']);
  expect([stdout, exitCode]).toEqual(['', 2]);
  expect(stderr).toContain('none.yaml: there is no such file');
});
