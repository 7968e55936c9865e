import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'nodeport-stubs-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['nodeport', 'validate'])('%s says what to run while it is not built', async (name) => {
  cpSync(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true });
  cpSync(fileURLToPath(new URL('../package.json', import.meta.url)), join(folder, 'package.json'));
  const { stderr, exitCode } = await execa(process.execPath, [join(folder, 'bin', `${name}.cjs`)], {
    reject: false,
  });
  expect(stderr).toBe('nodeport is not built yet: run npm run setup');
  expect(exitCode).toBe(3);
});
