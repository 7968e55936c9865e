import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { explanations } from '../../src/explain/explanations.ts';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const FILE = fileURLToPath(new URL('../fixtures/everything-wrong.yaml', import.meta.url));
const text = readFileSync(FILE, 'utf8');

/** What cannot stand beside all the others. */
const ELSEWHERE = [
  // Nothing else is known of a file that cannot be read.
  ...['malformed-yaml', 'unknown-tag', 'several-documents', 'unquoted-template'],
  ...['not-variables', 'not-a-mapping'],
  // There are services, and workers whose address nobody knows.
  ...['no-services', 'workers-shut-out'],
  // Of other files.
  ...['missing-vars-file', 'unread-file', 'malformed-settings', 'malformed-inventory'],
  // Of render and plan.
  ...['unresolved-value', 'failed-template'],
];

/** `3:11 out-of-range`, as the comments at the ends of the lines have it. */
function expected(): string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, all] = / # (\d+ [a-z-]+(?:, \d+ [a-z-]+)*)$/.exec(line) ?? [];
    return (all?.split(', ') ?? []).map((one) => `${index + 1}:${one}`);
  });
}

test('one of everything is told in one run, each on its line and column, and nothing else is', async () => {
  const off = explanations
    .filter(({ severity }) => severity === 'off')
    .map(({ code }) => `  ${code}: hint\n`);
  const root = temporaryProject({ '.nodeport.yaml': `rules:\n${off.join('')}` });
  const { stdout } = await run('validate', root, ['vars', '--format', 'json', FILE]);
  const problems: { code: string; range: { start: { line: number; column: number } } }[] =
    JSON.parse(stdout).problems;
  const found = problems.map(({ code, range: { start } }) => `${start.line}:${start.column} ${code}`);
  expect(found.toSorted()).toEqual(expected().toSorted());
  expect([...new Set(problems.map(({ code }) => code)), ...ELSEWHERE].toSorted()).toEqual(
    explanations.map(({ code }) => code).toSorted(),
  );
});
