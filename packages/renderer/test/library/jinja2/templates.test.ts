import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasOracle } from '../../oracle/oracle.ts';
import { byPython, byRenderer, MANNERS } from './library-case.ts';

// A template a line: a new line needs no code.

const folder = new URL('templates/', import.meta.url);
const templates = readdirSync(folder)
  .sort()
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n'));
// The oracle takes a case a line.
const variables = readFileSync(new URL('variables.json', import.meta.url), 'utf8').replaceAll(/\n\s*/g, '');

test.skipIf(!hasOracle).each(MANNERS)(
  '$name, Python makes the same of each template',
  { timeout: 120_000 },
  (manner) => {
    const wanted = byPython(manner, templates, variables);
    const ours = templates.map((template) => byRenderer(manner, template, variables));
    const different = templates
      .map((template, index) => ({ template, wanted: wanted[index], ours: ours[index] }))
      .filter(({ wanted, ours }) => JSON.stringify(wanted) !== JSON.stringify(ours));
    expect(different).toEqual([]);
  },
);
