import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIXTURES } from './run.ts';

const BUNDLE = fileURLToPath(new URL('../.cache', import.meta.url));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodeport-loader-'));
  cpSync(BUNDLE, join(folder, 'dist'), { recursive: true });
  rmSync(join(folder, 'dist/cache'), { recursive: true, force: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const cached = (): string[] => readdirSync(join(folder, 'dist/cache/nodeport-render')).sort();
const contentOf = (file: string): Buffer => readFileSync(join(folder, 'dist/cache/nodeport-render', file));

async function rendered(): Promise<string> {
  writeFileSync(join(folder, 'hello.j2'), '{{ word | upper }}\n');
  writeFileSync(join(folder, 'vars.yaml'), 'word: hello\n');
  const args = ['render', '--template', join(folder, 'hello.j2'), '--vars', join(folder, 'vars.yaml')];
  const { stdout } = await execa(process.execPath, [join(folder, 'dist/nodeport.cjs'), ...args], {
    cwd: FIXTURES,
  });
  return stdout;
}

test('the first run keeps what V8 has compiled, and the next one leaves it as it is', async () => {
  expect(await rendered()).toBe('HELLO');
  const files = cached();
  expect(files).toContain('nodeport.main.cjs');
  const before = files.map(contentOf);
  expect(await rendered()).toBe('HELLO');
  expect(cached().map(contentOf)).toEqual(before);
});

test('a cache that is broken is written again', async () => {
  await rendered();
  const [file = ''] = cached();
  const whole = contentOf(file);
  writeFileSync(join(folder, 'dist/cache/nodeport-render', file), whole.subarray(0, 100));
  expect(await rendered()).toBe('HELLO');
  expect(contentOf(file).length).toBe(whole.length);
});

test('all works where the cache cannot be written', async () => {
  writeFileSync(join(folder, 'dist/cache'), 'no folder');
  expect(await rendered()).toBe('HELLO');
});
