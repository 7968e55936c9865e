import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXTURES, pathWithAnsible, run } from '../run.ts';

const path = pathWithAnsible();
if (!path)
  console.warn('not tested against Ansible: there is no ansible-playbook; npm run setup installs one');

const deploy = (...words: string[]) => run('nodeport', 'deploy', ['deploy', '--', ...words], path);
const become = ['-e', 'act=become', '-e', `ansible_become_exe=${join(FIXTURES, 'deploy/bin/sudo')}`];

describe.skipIf(!path).concurrent('with a real ansible-playbook', () => {
  test('a deployment ends with the servers and the outcome', async ({ expect }) => {
    const { stdout, stderr, exitCode } = await deploy();
    expect(stderr).toMatch(
      /^task 1 of 9, 1 host, 0 changed, \d+ s: haproxy : configure \| Write the configuration$/m,
    );
    expect(stderr).toMatch(/^task 9 of 9, 1 host, 1 changed, /m);
    expect(stdout).toMatch(/^lb1:$/m);
    expect(stdout).toMatch(/^ {2}mysql +k8s-worker-1 +127\.0\.0\.1:18404 +UP +L4OK Layer4 check passed +0$/m);
    expect(stdout).toMatch(/^ +k8s-worker-2 +127\.0\.0\.1:30306 +DOWN +L4CON .*: Connection refused +0$/m);
    expect(stdout.split('\n').at(-1)).toMatch(
      /^deployed: 1 host, 2 services, 2 of 5 servers up, 1 server without check, changed 1, \d+\.\d s$/,
    );
    expect(exitCode).toBe(0);
  });

  test('UDP services stand beside the others, and what their agent warns of is said', async ({ expect }) => {
    const { stdout, exitCode } = await deploy('-e', 'act=udp');
    expect(stdout).toMatch(
      /^ {2}mysql +127\.77\.0\.1:3306 +k8s-worker-1 +\S+ +UP +L4OK Layer4 check passed +0$/m,
    );
    expect(stdout).toMatch(/^ {2}wireguard\/udp +k8s-worker-1 +127\.77\.0\.11:31820 +DRAIN +L7OK .* +-$/m);
    expect(stdout).toMatch(/^ +k8s-worker-5 +\S+ +DOWN +L7STS .*: Service Unavailable +-$/m);
    expect(stdout).not.toMatch(/udp_|workers/);
    expect(stdout.split('\n').at(-2)).toBe(
      'warning: lb1: dns: no server has ever passed its check, so there is no failover; set health: tcp',
    );
    expect(stdout.split('\n').at(-1)).toMatch(
      /^deployed: 1 host, 4 services, 2 of 8 servers up, 1 server without check, /,
    );
    expect(exitCode).toBe(0);
  });

  test("with --verbose Ansible's own output goes through", async ({ expect }) => {
    const { stdout, stderr } = await run('nodeport', 'deploy', ['deploy', '--verbose'], path);
    expect(stdout).toContain('PLAY RECAP');
    expect(stderr).not.toContain('task 1 of 9');
    expect(stdout).toMatch(/\ndeployed: 1 host, .*$/);
  });

  test('a task that failed is shown with its command, and its reason ends the output', async ({ expect }) => {
    const { stderr, exitCode } = await deploy('-e', 'act=fail');
    expect(stderr).toContain('lb1 failed in "haproxy : configure | Refuse the configuration":\n');
    expect(stderr).toContain('  command: ls /no/such/file (exit code 2)\n');
    expect(stderr.split('\n').at(-1)).toMatch(
      /^failed: lb1: .*Refuse the configuration: ls: .*; mend it and deploy again$/,
    );
    expect(exitCode).toBe(1);
  });

  test('of several problems the last line has the first, and how many more there are', async ({ expect }) => {
    const { stderr, exitCode } = await deploy('-e', 'act=refuse');
    expect(stderr).toContain('  haproxy_maxconn is empty; leave the line out\n');
    expect(stderr.split('\n').at(-1)).toBe(
      'failed: lb1: haproxy_stats_port: something already listens on port 8404; stop it, or set another port (and 2 more)',
    );
    expect(exitCode).toBe(1);
  });

  test('a loop is told by the items that failed', async ({ expect }) => {
    const { stderr } = await deploy('-e', 'act=fail-in-loop');
    expect(stderr).toContain('  command: ls /no/such/item (exit code 2)\n');
    expect(stderr).not.toContain('command: true');
  });

  test('what no_log hides stays hidden', async ({ expect }) => {
    const { stdout, stderr, exitCode } = await deploy('-e', 'act=fail-secretly');
    expect(stderr).toContain('lb1 failed in "haproxy : configure | Keep a secret"');
    expect(stderr).toContain('no_log: true');
    expect(stdout + stderr).not.toContain('s3cret');
    expect(exitCode).toBe(1);
  });

  test('a failure that the role mends is no failed deployment', async ({ expect }) => {
    const { stdout, exitCode } = await deploy('-e', 'act=rescue');
    expect(stdout).toMatch(/\ndeployed: 1 host, /);
    expect(exitCode).toBe(0);
  });

  test('a wrong sudo password is called that', async ({ expect }) => {
    const { stderr, exitCode } = await deploy(...become, '-e', 'ansible_become_password=hunter2');
    expect(stderr.split('\n').at(-1)).toMatch(
      /^failed: lb1: .*; sudo's password is wrong; .*--ask-become-pass$/,
    );
    expect(stderr).not.toContain('hunter2');
    expect(exitCode).toBe(1);
  });

  test('a missing sudo password is asked for', async ({ expect }) => {
    const { stderr, exitCode } = await deploy(...become);
    expect(stderr.split('\n').at(-1)).toMatch(
      /^failed: lb1: .*; the user needs sudo's password: .*--ask-become-pass$/,
    );
    expect(exitCode).toBe(1);
  });

  test('a host that cannot be reached does not hide what the others report', async ({ expect }) => {
    const { stdout, stderr, exitCode } = await deploy('-i', 'ansible/inventory-two.ini');
    expect(stdout).toMatch(/^lb1:$/m);
    expect(stderr).toContain('lb2 cannot be reached:\n');
    expect(stderr.split('\n').at(-1)).toMatch(/^failed: 1 of 2 hosts: lb2: cannot be reached: /);
    expect(exitCode).toBe(1);
  });

  test('--check changes nothing and says so', async ({ expect }) => {
    const { stdout, exitCode } = await deploy('--check');
    expect(stdout.split('\n').at(-1)).toMatch(/^checked: 1 host, would change 0, /);
    expect(exitCode).toBe(0);
  });

  test.each<[string, string[], number, RegExp]>([
    [
      'a group without hosts',
      ['-i', 'ansible/inventory-empty.ini'],
      1,
      /^failed: no host to deploy to; .*\[haproxy_servers\]/,
    ],
    [
      'a --limit that fits nobody',
      ['--limit', 'nobody'],
      1,
      /^failed: .*; no host of the inventory matches --limit$/,
    ],
    ['an unknown option', ['--nonsense'], 2, /^failed: .*; see ansible-playbook --help$/],
    ['a vault without its password', ['-e', '@vaulted.yaml'], 3, /^failed: .*; give the vault's password: /],
  ])('%s has its own exit code and last line', async (_, words, code, last) => {
    const { stderr, exitCode } = await deploy(...words);
    expect(stderr.split('\n').at(-1)).toMatch(last);
    expect(exitCode).toBe(code);
  });

  test('lists come from Ansible and nothing is deployed', async ({ expect }) => {
    const { stdout, exitCode } = await deploy('--list-tasks');
    expect(stdout).toContain('configure | Write the configuration');
    expect(stdout).not.toContain('deployed');
    expect(exitCode).toBe(0);
  });
});

test('the callback plugin sends no arguments of tasks', () => {
  const plugin = readFileSync(
    new URL('../../ansible/callback_plugins/nodeport_events.py', import.meta.url),
    'utf8',
  );
  expect(plugin).not.toMatch(/\.args\b|["']invocation["']/);
});
