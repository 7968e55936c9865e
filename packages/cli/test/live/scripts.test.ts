import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseLive } from '../../src/live/live.ts';
import { SCRIPTS } from '../../src/live/read-live.ts';
import { COPIES } from '../../src/plan/copies.ts';

const FILES = fileURLToPath(new URL('../../../../ansible/roles/haproxy/files/', import.meta.url));

test.skipIf(process.platform !== 'linux')('what the role’s scripts print of a host is read', () => {
  const input = SCRIPTS.map((name) => readFileSync(`${FILES}${name}`, 'utf8')).join('\n');
  const live = parseLive(execFileSync('python3', ['-'], { input, encoding: 'utf8' }));
  expect(live?.facts.os.ID).toMatch(/\w/);
  expect(live?.facts.configuration).toMatch(/^(ours|package|foreign|none)$/);
  expect(Object.keys(live?.copies ?? {})).toEqual(COPIES.map(({ path }) => path));
  expect(live).toHaveProperty('files.haproxy\\.cfg');
  expect(live).toHaveProperty('running');
});

test.each(['', 'sudo: a password is required\n', '{"os": {}}\n', '{\n{\n'])('%j is no answer', (printed) => {
  expect(parseLive(printed)).toBeUndefined();
});
