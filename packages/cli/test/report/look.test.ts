import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';

const BUNDLE = fileURLToPath(new URL('../../.cache/validate.cjs', import.meta.url));
const FILE = 'everything-wrong.yaml';

/** What validate writes to a terminal of 60 columns, or to a pipe. */
async function written(to: 'terminal' | 'pipe', env: Record<string, string> = {}): Promise<string[]> {
  const command = [process.execPath, BUNDLE, 'vars', FILE];
  const shell = `stty cols 60; exec ${command.map((word) => `'${word}'`).join(' ')}`;
  const [program = '', ...words] = to === 'pipe' ? command : ['script', '-qec', shell, '/dev/null'];
  const { stdout } = await promisify(execFile)(program, words, {
    cwd: fileURLToPath(new URL('../fixtures', import.meta.url)),
    env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
  }).catch((error: { stdout: string }) => error);
  return stdout.split(/\r?\n/);
}

const isColoured = (lines: readonly string[]): boolean => lines.join('').includes('\u001b[');

test('a terminal gets colours and lines of its width', async () => {
  const lines = await written('terminal');
  expect(isColoured(lines)).toBe(true);
  const long = lines
    .slice(0, -2)
    .map(stripVTControlCharacters)
    .filter((line) => line.length > 60);
  // A word alone may be too long.
  expect(long.filter((line) => line.trim().includes(' '))).toEqual([]);
  expect(lines.map(stripVTControlCharacters).slice(0, 2)).toEqual([
    `${FILE}:4:1: haproxy_tcp_backend is no`,
    '    variable of the role haproxy [unknown-variable]',
  ]);
});

test('a terminal gets no colours with NO_COLOR', async () => {
  expect(isColoured(await written('terminal', { NO_COLOR: '1' }))).toBe(false);
});

test('a pipe gets a line for a message, and colours only with FORCE_COLOR', async () => {
  const plain = await written('pipe');
  expect(isColoured(plain)).toBe(false);
  expect(plain).toContain(
    `${FILE}:4:1: haproxy_tcp_backend is no variable of the role haproxy [unknown-variable]`,
  );
  const forced = await written('pipe', { FORCE_COLOR: '1' });
  expect(isColoured(forced)).toBe(true);
  expect(forced.map(stripVTControlCharacters)).toEqual(plain);
});
