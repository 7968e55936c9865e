import { expect, test } from 'vitest';
import { github } from '../../src/report/formats/github.ts';
import { gitlab } from '../../src/report/formats/gitlab.ts';
import { json } from '../../src/report/formats/json.ts';
import { junit } from '../../src/report/formats/junit.ts';
import { sarif } from '../../src/report/formats/sarif.ts';
import type { Problem } from '../../src/variables/problem.ts';
import { run } from '../run.ts';
import { at, checked, wrongPort } from './formats/problems.ts';

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
