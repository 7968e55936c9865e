import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');
const temporary = mkdtempSync(join(tmpdir(), 'schema-package-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8' });

test('the packed package checks variables in bare Node, with no other package in reach', () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(temporary, 'dist')], folder);
  run(process.execPath, ['copy-generated.mjs', join(temporary, 'dist')], folder);
  copyFileSync(join(folder, 'package.json'), join(temporary, 'package.json'));
  const tarball = run('npm', ['pack', '--silent', '--ignore-scripts'], temporary).trim();
  run('tar', ['-xzf', tarball], temporary);
  const script =
    "import { check } from './package/dist/index.js'; console.log(check({ haproxy_stats_port: '8404' })[0].code);";
  writeFileSync(join(temporary, 'try.mjs'), script);
  expect(run(process.execPath, ['try.mjs'], temporary)).toBe('wrong-type\n');
}, 120_000);
