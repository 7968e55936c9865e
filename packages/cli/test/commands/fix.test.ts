import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const WRONG = `haproxy_tcp_backend:
  - name: web # quotes
    port: "80"
    servers:
      - { name: worker-1, adress: 192.0.2.11, port: '30080', check: "yes" }
haproxy_stats_port: 99999
`;
const MENDED = WRONG.replace('backend:', 'backends:')
  .replace('"80"', '80')
  .replace('adress', 'address')
  .replace("'30080'", '30080')
  .replace('"yes"', 'yes');

const project = () => temporaryProject({ 'vars.yaml': WRONG });
const validate = (root: string, ...words: string[]) => run('validate', root, ['vars', ...words, 'vars.yaml']);
const textIn = (root: string) => readFileSync(join(root, 'vars.yaml'), 'utf8');

test('--fix puts right what has one right answer, shows it, and tells the rest', async () => {
  const root = project();
  const { stdout, exitCode } = await validate(root, '--fix');
  expect(textIn(root)).toBe(MENDED);
  expect(stdout).toContain('\n-haproxy_tcp_backend:\n+haproxy_tcp_backends:\n');
  expect(stdout).toContain('\n-    port: "80"\n+    port: 80\n');
  expect(stdout).toMatch(/^vars\.yaml:6:21: haproxy_stats_port is 99999 \[out-of-range\]$/m);
  expect(stdout).toMatch(/: 1 problem, 1 warning$/);
  expect(exitCode).toBe(1);
});

test('a second time there is nothing to put right', async () => {
  const root = temporaryProject({ 'vars.yaml': MENDED });
  const { stdout } = await validate(root, '--fix');
  expect(stdout).not.toContain('+++');
  expect(textIn(root)).toBe(MENDED);
});

test('a key whose right name stands there already is left', async () => {
  const text = 'haproxy_stats_port: 8404\nhaproxy_stats_prt: 8405\n';
  const root = temporaryProject({ 'vars.yaml': text });
  const { stdout, exitCode } = await validate(root, '--fix');
  expect(textIn(root)).toBe(text);
  expect(stdout).toContain('did you mean haproxy_stats_port?');
  expect(exitCode).toBe(1);
});

test('--fix-dry-run shows the difference and changes nothing', async () => {
  const root = project();
  const { stdout, exitCode } = await validate(root, '--fix-dry-run');
  expect(stdout).toContain('\n-haproxy_tcp_backend:\n+haproxy_tcp_backends:\n');
  expect(textIn(root)).toBe(WRONG);
  expect(exitCode).toBe(1);
});

test('bytes that are no UTF-8 stay in an inventory, and keep a file of YAML from being read', async () => {
  const root = temporaryProject({ 'hosts.ini': '', 'vars.yaml': '' });
  const inventory = '# caf\xe9\n[haproxy_servers]\nlb1 haproxy_maxconns=2000\n';
  const variables = '# caf\xe9\nhaproxy_maxconns: 2000\n';
  writeFileSync(join(root, 'hosts.ini'), inventory, 'latin1');
  writeFileSync(join(root, 'vars.yaml'), variables, 'latin1');
  const { stdout } = await run('validate', root, ['vars', '--fix', 'hosts.ini', 'vars.yaml']);
  expect(stdout).toMatch(/^vars\.yaml:1:6: this is no text in UTF-8 \[malformed-yaml\]$/m);
  expect(readFileSync(join(root, 'hosts.ini'), 'latin1')).toBe(inventory.replace('maxconns', 'maxconn'));
  expect(readFileSync(join(root, 'vars.yaml'), 'latin1')).toBe(variables);
});

test('what comes in by the standard input cannot be put right', async () => {
  const { stderr, exitCode } = await run('validate', project(), ['vars', '--fix', '-']);
  expect(stderr).toMatch(/^--fix changes files/);
  expect(exitCode).toBe(2);
});
