import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXTURES, run } from '../run.ts';
import { service, temporaryProject } from '../temporary-project.ts';

/** `file:line:column` of a text in a fixture. */
function placeOf(file: string, text: string): string {
  const before = readFileSync(join(FIXTURES, 'validate/bad', file), 'utf8').split(text)[0] ?? '';
  return `${file}:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

test('every place that sets a wrong value is named, and nothing else', async () => {
  const { stdout, exitCode } = await run('validate', 'validate/bad', ['vars']);
  const places = stdout
    .split('\n')
    .flatMap((line) => /^(ansible\/\S+:\d+:\d+): .*\[(.+)\]$/.exec(line)?.slice(1).join(' ') ?? []);
  expect(places.toSorted()).toEqual(
    [
      `${placeOf('ansible/group_vars/haproxy_servers.yaml', '99999')} out-of-range`,
      // host_vars/lb1.example.org gives the stats page the port of a service.
      `${placeOf('ansible/group_vars/haproxy_servers.yaml', '3306')} port-conflict`,
      `${placeOf('ansible/group_vars/all/limits.json', '"many"')} wrong-type`,
      `${placeOf('ansible/group_vars/all/times.yml', 'haproxy_timeout_chek')} unknown-variable`,
      `${placeOf('ansible/inventory.ini', 'true')} wrong-type`,
      `${placeOf('ansible/inventory.ini', 'stats\n')} bad-format`,
      `${placeOf('ansible/inventory.ini', 'haproxy_maxconn: 5')} malformed-inventory`,
      `${placeOf('ansible/inventory.yaml', '30\n')} wrong-type`,
      `${placeOf('ansible/inventory.yaml', '70000')} out-of-range`,
      `${placeOf('ansible/playbooks/deploy-haproxy.yaml', 'soon')} bad-format`,
      `${placeOf('ansible/playbooks/deploy-haproxy.yaml', '1\n')} wrong-type`,
      'ansible/host_vars/lb3:1:21 malformed-yaml',
      `${placeOf('ansible/group_vars/haproxy_servers.yaml', 'servers:')} one-server`,
    ].toSorted(),
  );
  expect(stdout).toMatch(/: 12 problems, 1 warning$/);
  expect(exitCode).toBe(1);
});

test('a problem shows its line with a caret below the value', async () => {
  const { stdout } = await run('validate', 'validate/bad', ['vars']);
  expect(stdout).toContain('  8 |         port: 99999\n    |               ^^^^^\n  hint: ');
});

test('variables without a problem are counted', async () => {
  const { stdout, exitCode } = await run('validate', 'validate/good', ['vars']);
  expect(stdout).toBe('4 files, 1 service, 1 value with Jinja or vault not checked: no problems');
  expect(exitCode).toBe(0);
});

test('the project is found from a folder inside it', async () => {
  const { stdout, exitCode } = await run('validate', 'validate/bad/ansible/group_vars', ['vars']);
  expect(stdout).toContain(`\nhaproxy_servers.yaml:8:15: `);
  expect(exitCode).toBe(1);
});

test('vaulted files are passed over, and that is said', async () => {
  const { stdout, exitCode } = await run('validate', 'validate/vaulted', ['vars']);
  expect(stdout).toContain('1 vaulted file not checked (ansible/group_vars/all.yaml)');
  expect(exitCode).toBe(0);
});

test('named files are checked among the others, and what is wrong without them is left out', async () => {
  const file = 'ansible/group_vars/haproxy_servers.yaml';
  const { stdout, exitCode } = await run('nodeport', 'validate/bad', ['validate', file]);
  expect(stdout).toMatch(/: 2 problems, 1 warning$/);
  expect(stdout).toContain(`${placeOf(file, '99999')}: `);
  // host_vars/lb1.example.org gives the stats page the port of a service.
  expect(stdout).toContain(`${placeOf(file, '3306')}: `);
  expect(exitCode).toBe(1);
});

test('a named file that a host mends is right', async () => {
  const root = temporaryProject({
    'ansible/inventory.ini': '[haproxy_servers]\nlb1 haproxy_stats_port=18404\n',
    'ansible/group_vars/haproxy_servers.yaml': service(8404),
  });
  const { stdout, exitCode } = await run('validate', root, [
    'vars',
    'ansible/group_vars/haproxy_servers.yaml',
  ]);
  expect(stdout).toBe('1 file, 1 service: no problems');
  expect(exitCode).toBe(0);
});

test('a named file that breaks what others set is wrong, and the hosts that it breaks are named', async () => {
  const root = temporaryProject({
    'ansible/inventory.ini': '[haproxy_servers]\nlb1\nlb2\n',
    'ansible/group_vars/haproxy_servers.yaml': service(9000),
    'ansible/host_vars/lb2.yaml': 'haproxy_stats_port: 9000\n',
  });
  const { stdout, exitCode } = await run('validate', root, ['vars', 'ansible/host_vars/lb2.yaml']);
  expect(stdout).toMatch(/^ansible\/group_vars\/haproxy_servers\.yaml:3:11: .*, on lb2 \[port-conflict\]\n/);
  expect(exitCode).toBe(1);
});

test('a hint stands at its line, is counted apart, and nothing is wrong', async () => {
  const file = 'examples/wireguard/vars.yaml';
  const { stdout, exitCode } = await run('validate', '../../../..', ['vars', file]);
  expect(stdout).toMatch(
    /^examples\/wireguard\/vars\.yaml:6:14: hint: .*WireGuard.* \[quiet-flows\]\n {2}6 \|/,
  );
  expect(stdout).toMatch(/\n {2}hint: use balance: source\n/);
  expect(stdout).toMatch(/\n1 file, 1 service: no problems, 1 hint$/);
  expect(exitCode).toBe(0);
});

test('a hint beside a problem leaves it a problem', async () => {
  const server = '{ name: a, address: 192.0.2.11, port: 31820 }, { name: b, address: 192.0.2.12, port: 0 }';
  const root = temporaryProject({
    'vars.yaml': `haproxy_udp_backends:\n  - { name: wg, port: 51820, servers: [${server}] }\n`,
  });
  const { stdout, exitCode } = await run('validate', root, ['vars', 'vars.yaml']);
  expect(stdout).toMatch(/: 1 problem, 2 hints$/);
  expect(exitCode).toBe(1);
});

test('named files need no project', async () => {
  const { stdout, exitCode } = await run('validate', 'validate/none', ['vars', 'vars.yaml', 'wrong.yaml']);
  expect(stdout).toMatch(/^wrong\.yaml:8:15: /m);
  expect(stdout).toMatch(/\n2 files, 1 service: 1 problem, 1 warning$/);
  expect(exitCode).toBe(1);
});

test('- is the standard input', async () => {
  const text = "haproxy_stats_port: '8404'\n";
  const { stdout, exitCode } = await run('validate', '/', ['vars', '-'], undefined, text);
  expect(stdout).toContain('standard input:1:21: haproxy_stats_port is the text "8404" [wrong-type]\n  1 | ');
  expect(exitCode).toBe(1);
});

test('a named file that does not exist is wrong usage', async () => {
  const { stderr, exitCode } = await run('validate', 'validate/good', ['vars', 'nope.yaml']);
  expect(stderr).toBe('nope.yaml: there is no such file');
  expect(exitCode).toBe(2);
});

test('without a project there is nothing to check', async () => {
  const { stderr, exitCode } = await run('validate', '/', ['vars']);
  expect(stderr).toMatch(/^no project here: /);
  expect(exitCode).toBe(3);
});

test.each([[[]], [['vras']], [['vars', '--nonsense']]])('%j is wrong usage', async (words) => {
  const { stderr, exitCode } = await run('validate', 'validate/good', words);
  expect(stderr).not.toBe('');
  expect(exitCode).toBe(2);
});
