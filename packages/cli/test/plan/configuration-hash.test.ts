import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isAsWritten, statedHash } from '../../src/plan/configuration-hash.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/haproxy.cfg'))
  .map((path): [string, string] => [path, readFileSync(join(EXAMPLES, path), 'utf8')]);

test.each(examples)('%s is what its own hash says', (_, text) => {
  expect(statedHash(text)).toMatch(/^[0-9a-f]{64}$/);
  expect(isAsWritten(text)).toBe(true);
});

test.each(examples)('%s with one more line is not', (_, text) => {
  expect(isAsWritten(`${text}# by hand\n`)).toBe(false);
  expect(isAsWritten(text.replace('\nglobal\n', '\nglobal\n    nbthread 1\n'))).toBe(false);
});

test('a configuration without a hash says nothing of itself', () => {
  expect(statedHash('global\n')).toBeUndefined();
  expect(isAsWritten('global\n')).toBe(false);
});
