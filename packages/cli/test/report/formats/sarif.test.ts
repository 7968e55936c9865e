import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sarif } from '../../../src/report/formats/sarif.ts';
import { outputs } from './outputs.ts';
import { anyProblems, LONE_SURROGATE, problems, wrongPort } from './problems.ts';

// A pattern of the schema is none with the flag u.
const ajv = new draft4.default({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const isSarif = ajv.compile(schema);

function errorsOf(report: string): unknown {
  isSarif(JSON.parse(report));
  return isSarif.errors ?? [];
}

test('rules once, results with their places as URIs', () => {
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
    artifactLocation: { uri: 'group_vars/all%2C%20or%20more.yaml' },
    region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 16 },
  });
});

test('every output is as its schema asks for', async () => {
  for (const output of await outputs('sarif')) expect(errorsOf(output)).toEqual([]);
});

test('whatever a problem holds, the report is as its schema asks for, and Unicode', () => {
  fc.assert(
    fc.property(anyProblems, (given) => {
      const report = sarif(given);
      expect(errorsOf(report)).toEqual([]);
      expect(report).not.toMatch(LONE_SURROGATE);
    }),
  );
});

test('a URI leads to its file', () => {
  fc.assert(
    fc.property(anyProblems, (given) => {
      for (const { file } of given) {
        if (file === undefined) continue;
        const [{ locations }] = JSON.parse(sarif([{ ...wrongPort, file }])).runs[0].results;
        const { pathname } = new URL(locations[0].physicalLocation.artifactLocation.uri, 'file:///project/');
        expect(decodeURIComponent(pathname)).toBe(`/project/${file.toWellFormed()}`);
      }
    }),
  );
});
