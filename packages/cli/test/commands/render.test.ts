import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'nodeport-render-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The repository itself, from the fixtures. */
const REPOSITORY = '../../../..';

test.each<[string, string, ...string[]]>([
  ['mysql', 'haproxy.cfg'],
  ['wireguard', 'haproxy.cfg', '--file', 'haproxy.cfg'],
  ['wireguard', 'udp.nft', '--file', 'udp.nft'],
])('the case %s of examples/ renders to its %s', async (name, file, ...words) => {
  const vars = `examples/${name}/vars.yaml`;
  const { stdout, exitCode } = await run('nodeport', REPOSITORY, ['render', '--vars', vars, ...words]);
  expect(`${stdout}\n`).toBe(
    readFileSync(new URL(`../../../../examples/${name}/${file}`, import.meta.url), 'utf8'),
  );
  expect(exitCode).toBe(0);
});

test.each(['udp.nft'])('without UDP services there is no %s, and it is said', async (file) => {
  const words = ['render', '--vars', 'examples/mysql/vars.yaml', '--file', file];
  const { stdout, stderr, exitCode } = await run('nodeport', REPOSITORY, words);
  expect(stdout).toBe('');
  expect(stderr).toBe(
    `there is no ${file}: haproxy_udp_backends has no services, so a deployment writes none`,
  );
  expect(exitCode).toBe(1);
});

test('what is no error is left to validate', async () => {
  const words = ['render', '--vars', 'examples/wireguard/vars.yaml'];
  const { stdout, stderr, exitCode } = await run('nodeport', REPOSITORY, words);
  expect(stderr).toBe('');
  expect(stdout).toContain('\nbackend udp_wireguard\n');
  expect(exitCode).toBe(0);
});

test('a file that the role does not write is wrong usage', async () => {
  const { stderr, exitCode } = await run('nodeport', REPOSITORY, ['render', '--file', 'nginx.conf']);
  expect(stderr).toContain('Allowed choices are haproxy.cfg, udp.nft');
  expect(exitCode).toBe(2);
});

test('of several files the later goes over the earlier', async () => {
  const files = ['examples/mysql/vars.yaml', 'examples/redis/vars.yaml'];
  const { stdout } = await run('nodeport', REPOSITORY, ['render', '--vars', ...files]);
  expect(stdout).toContain('\nlisten redis\n');
  expect(stdout).not.toContain('\nlisten mysql\n');
});

test('the output may go to a file', async () => {
  const file = join(folder, 'haproxy.cfg');
  const words = ['render', '--vars', 'examples/mysql/vars.yaml'];
  const printed = await run('nodeport', REPOSITORY, words);
  const written = await run('nodeport', REPOSITORY, [...words, '--output', file]);
  expect(written.stdout).toBe('');
  expect(readFileSync(file, 'utf8')).toBe(`${printed.stdout}\n`);
});

test('wrong variables are not rendered', async () => {
  const { stdout, stderr, exitCode } = await run('nodeport', REPOSITORY, [
    'render',
    '--vars',
    'packages/cli/test/fixtures/validate/none/wrong.yaml',
  ]);
  expect(stdout).toBe('');
  expect(stderr).toContain('wrong.yaml:8:15: ');
  expect(exitCode).toBe(1);
});

test('a value that only Ansible can know is named', async () => {
  const { stdout, stderr, exitCode } = await run('nodeport', 'validate/good', ['render']);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^ansible\/group_vars\/all\.yaml:2:18: haproxy_maxconn .*\[unresolved-value\]/);
  expect(exitCode).toBe(1);
});

test('templates in variables are rendered first', async () => {
  const root = temporaryProject({
    'ansible/inventory.ini': '[haproxy_servers]\nlb1\n[workers]\nw1 ansible_host=192.0.2.11\n',
    'ansible/roles/haproxy/templates/haproxy.cfg.j2': '{{ haproxy_tcp_backends[0].servers[0].address }}\n',
    'ansible/group_vars/haproxy_servers.yaml': `node_port: 30080
haproxy_tcp_backends:
  - name: web
    port: 80
    servers:
      - { name: w1, address: "{{ hostvars['w1'].ansible_host }}", port: '{{ node_port }}' }
`,
  });
  const { stdout, stderr } = await run('nodeport', root, ['render', '--host', 'lb1']);
  expect(stderr).toBe('');
  expect(stdout).toBe('192.0.2.11');
});
