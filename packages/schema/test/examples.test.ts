import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, type YamlProblem } from '@nodeport-haproxy/ansible-yaml';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../src/index.ts';
import { errors } from './errors.ts';

const examples = join(import.meta.dirname, '../../../examples');

const folders = [examples, join(examples, 'refused')]
  .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
  .filter((folder) => existsSync(join(folder, 'vars.yaml')));

function judge(file: string): (Diagnostic | YamlProblem)[] {
  const result = readYaml(readFileSync(file, 'utf8'), { file });
  if (!result.ok) return [result.problem];
  const { value, locate, unresolved, duplicates } = result.document;
  return [...duplicates, ...errors(value, { file, locate, unresolved: unresolved() })];
}

interface Refusal {
  cli: { code: string; line: number; column: number };
}

function refusalOf(folder: string): Refusal | undefined {
  const file = join(folder, 'refused.yaml');
  if (!existsSync(file)) return undefined;
  const result = readYaml(readFileSync(file, 'utf8'), { file });
  if (!result.ok) throw new Error(result.problem.message);
  return result.document.value as unknown as Refusal; // Written by us.
}

const cases = folders.map((folder) => ({
  name: folder.slice(examples.length + 1),
  folder,
  refusal: refusalOf(folder),
}));

test.each(cases.filter(({ refusal }) => !refusal))('the example $name is accepted', ({ folder }) => {
  expect(judge(join(folder, 'vars.yaml'))).toEqual([]);
});

test.each(cases.filter(({ refusal }) => refusal))(
  '$name is refused once, at its place',
  ({ folder, refusal }) => {
    const found = judge(join(folder, 'vars.yaml')).map(({ code, range }) => ({ code, ...range?.start }));
    expect(found).toEqual([refusal?.cli]);
  },
);

test('the guide and the refused inputs are all there', () => {
  expect(cases.filter(({ refusal }) => !refusal).length).toBeGreaterThanOrEqual(5);
  expect(cases.filter(({ refusal }) => refusal).length).toBeGreaterThanOrEqual(22);
});
