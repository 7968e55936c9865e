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

/** The folder of the one build that is there. */
function cacheOf(command: string): string {
  const [build = 'none', ...others] = readdirSync(join(folder, 'dist/cache'));
  expect(others).toEqual([]);
  return join(folder, 'dist/cache', build, command);
}
const cached = (): string[] => readdirSync(cacheOf('nodeport-render')).sort();
const fileOf = (file: string): string => join(cacheOf('nodeport-render'), file);
const contentOf = (file: string): Buffer => readFileSync(fileOf(file));
/** As texts: to compare two buffers item by item takes seconds. */
const contents = (): string[] => cached().map((file) => contentOf(file).toString('latin1'));

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
  const before = contents();
  expect(await rendered()).toBe('HELLO');
  expect(contents()).toEqual(before);
});

const damages: Record<string, (whole: Buffer) => Buffer> = {
  'has lost its end': (whole) => whole.subarray(0, 101),
  'was cut at half': (whole) => whole.subarray(0, whole.length / 2),
  'is empty': () => Buffer.alloc(0),
  'is all zeros': (whole) => Buffer.alloc(whole.length),
  'ends in zeros': (whole) => Buffer.concat([whole.subarray(0, 4096)], whole.length),
  'has other bytes in the middle of its data': (whole) => {
    const start = whole.length / 4;
    return Buffer.concat([whole.subarray(0, start), Buffer.alloc(64, 0xff), whole.subarray(start + 64)]);
  },
};

test.each(Object.entries(damages))('a cache that %s is written again', async (_, damaged) => {
  await rendered();
  const broken = cached().map((file) => [file, damaged(contentOf(file))] as const);
  for (const [file, data] of broken) writeFileSync(fileOf(file), data);
  expect(await rendered()).toBe('HELLO');
  for (const [file, data] of broken) expect(contentOf(file).equals(data)).toBe(false);
  const mended = contents();
  expect(await rendered()).toBe('HELLO');
  expect(contents()).toEqual(mended);
});

test('a build does not take the cache of another one', async () => {
  await rendered();
  const before = contents();
  const main = join(folder, 'dist/nodeport.cjs');
  writeFileSync(main, readFileSync(main, 'utf8').replace(/"build":"/, '$&another'));
  expect(await rendered()).toBe('HELLO');
  const builds = readdirSync(join(folder, 'dist/cache'));
  expect(builds).toHaveLength(2);
  rmSync(join(folder, 'dist/cache', builds.find((build) => build.includes('another')) ?? ''), {
    recursive: true,
  });
  expect(contents()).toEqual(before);
});

test('what is no subcommand has no cache of its own', async () => {
  const args = [join(folder, 'dist/validate.cjs'), 'render', 'absent'];
  await execa(process.execPath, args, { cwd: folder, reject: false });
  expect(readdirSync(cacheOf('.'))).toEqual(['validate-other']);
});

test('all works where the cache cannot be written', async () => {
  writeFileSync(join(folder, 'dist/cache'), 'no folder');
  expect(await rendered()).toBe('HELLO');
});
