import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planProject, VARIABLES } from '../plan-project.ts';

const ANOTHER_SERVER = VARIABLES.replace(
  'haproxy_stats_users',
  '      - { name: k8s-worker-2, address: 192.0.2.12, port: 30306 }\nhaproxy_stats_users',
);

test('a host that is as the variables say gives no change', async () => {
  const project = planProject();
  await project.answer('lb1');
  const { stdout, stderr, exitCode } = await project.nodeport('plan');
  expect(stderr).toBe('');
  expect(stdout).toBe('lb1: no change\n\nplan: 1 host, without change');
  expect(exitCode).toBe(0);
  expect(project.read('bin/calls')).toMatch(/BatchMode=yes .*-- lb1 python3 -$/m);
  expect(project.read('bin/sent')).toMatch(/def live\(\)/);
});

test('a change is told in sentences and as a diff, and has its own exit code', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setVariables(ANOTHER_SERVER);
  const { stdout, exitCode } = await project.nodeport('plan');
  expect(stdout).toContain(
    '\n  mysql: adds server k8s-worker-2; by reload; 12 sessions go on in the old process\n',
  );
  expect(stdout).toMatch(/\n--- lb1:\/etc\/haproxy\/haproxy\.cfg\s/);
  expect(stdout).toMatch(/\n\+ {4}server k8s-worker-2 192\.0\.2\.12:30306 check /);
  expect(stdout).toMatch(/\nplan: 1 host, with changes \(by reload\)$/);
  expect(exitCode).toBe(10);
});

test('a host whose HAProxy warns of Lua without it gets the line that it asks for, and no other host does', async () => {
  const project = planProject('lb1\nlb2\n');
  await project.answer('lb1', { version: '3.2.26-1', bool_sample_conversion: true });
  await project.answer('lb2', { bool_sample_conversion: false });
  const { stdout } = await project.nodeport('plan');
  expect(stdout).toContain('settings: adds "tune.lua.bool-sample-conversion normal"');
  expect(stdout).toContain('lb2: no change');
  expect(stdout).toMatch(/^\+ {4}tune\.lua\.bool-sample-conversion normal\n {5}lua-load /m);
});

test('the diff can be left out', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setVariables(ANOTHER_SERVER);
  const { stdout, exitCode } = await project.nodeport('plan', '--no-diff');
  expect(stdout).toContain('mysql: adds server k8s-worker-2');
  expect(stdout).not.toContain('+++');
  expect(exitCode).toBe(10);
});

test('machines get the same as JSON', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setVariables(ANOTHER_SERVER);
  const { stdout } = await project.nodeport('plan', '--json');
  const { exitCode, hosts } = JSON.parse(stdout);
  expect(exitCode).toBe(10);
  expect(hosts).toMatchObject([
    { host: 'lb1', state: 'changes', changes: [{ subject: 'mysql', by: 'reload' }, {}] },
  ]);
  expect(hosts[0].diff).toContain('+    server k8s-worker-2 ');
});

test('a secret is shown nowhere', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setVariables(VARIABLES.replace('$5$1sgTNP6', '$5$another'));
  for (const words of [[], ['--json']]) {
    const { stdout, exitCode } = await project.nodeport('plan', ...words);
    expect(stdout).toContain('user ops password <hidden>');
    expect(stdout).not.toMatch(/sgTNP6|another\w*\$|eox7Fpy/);
    expect(exitCode).toBe(10);
  }
});

test('a host that cannot be reached hides nothing of the others', async () => {
  const project = planProject('lb1\nlb2\n');
  await project.answer('lb1');
  const { stdout, exitCode } = await project.nodeport('plan');
  expect(stdout).toContain('lb1: no change\n');
  expect(stdout).toMatch(
    /\nlb2:\n {2}is not known: ssh: connect to host lb2 .*refused; check that the host is on/,
  );
  expect(stdout).toMatch(/\nplan: 2 hosts, 1 without change, 1 not known$/);
  expect(exitCode).toBe(3);
});

test('an answer that is none is said, and nothing is concluded from it', async () => {
  const project = planProject('lb1 ansible_connection=docker\n');
  const { stdout, exitCode } = await project.nodeport('plan');
  expect(stdout).toMatch(/is not known: ansible_connection is docker; .*nodeport plan --last/);
  expect(exitCode).toBe(3);
});

test('a host that the role would refuse is told with the line to mend', async () => {
  const project = planProject();
  await project.answer('lb1', {
    listeners: [{ address: '0.0.0.0', port: 3306, process: 'mariadbd', pid: 7 }],
  });
  const { stdout, exitCode } = await project.nodeport('plan');
  expect(stdout).toMatch(
    /would be refused: haproxy_tcp_backends\[0\]\.port: mariadbd \(pid 7\) .*3306.* \(ansible\/group_vars\/haproxy_servers\.yaml:3\)$/m,
  );
  expect(exitCode).toBe(1);
});

test('wrong variables are told before any host is asked', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setVariables(VARIABLES.replace('3306', '99999'));
  const { stdout, stderr, exitCode } = await project.nodeport('plan');
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^ansible\/group_vars\/haproxy_servers\.yaml:3:11: .*99999/m);
  expect(exitCode).toBe(1);
  expect(() => project.read('bin/calls')).toThrow(/ENOENT/);
});

test('--limit asks only whom it names', async () => {
  const project = planProject('lb1\nlb2\n');
  await project.answer('lb1');
  const { stdout, exitCode } = await project.nodeport('plan', '--limit', 'lb1');
  expect(stdout).not.toContain('lb2');
  expect(exitCode).toBe(0);
});

test('a --limit that names nobody is wrong usage', async () => {
  const { stderr, exitCode } = await planProject().nodeport('plan', '--limit', 'lb9');
  expect(stderr).toMatch(/^--limit lb9: no balancer has this name/);
  expect(exitCode).toBe(2);
});

test('with haproxy_on_drift: report a host with drift is left as it is', async () => {
  const project = planProject();
  await project.answer('lb1', { enabled: 'disabled' });
  expect((await project.nodeport('plan')).exitCode).toBe(10);
  project.setVariables(`${ANOTHER_SERVER}haproxy_on_drift: report\n`);
  const { stdout, exitCode } = await project.nodeport('plan');
  expect(stdout).toContain('drift: HAProxy is not started at boot; the host is left as it is');
  expect(stdout).not.toContain('k8s-worker-2');
  expect(exitCode).toBe(0);
});

test('what the preflight refuses is refused whatever is to be done about drift', async () => {
  const project = planProject();
  project.setVariables(`${VARIABLES}haproxy_on_drift: report\n`);
  await project.answer('lb1', { enabled: 'masked' });
  const { stdout, exitCode } = await project.nodeport('plan');
  expect(stdout).toContain('would be refused: the unit haproxy.service is masked');
  expect(exitCode).toBe(1);
});

test('with haproxy_on_drift: fail drift is a refusal', async () => {
  const project = planProject();
  project.setVariables(`${VARIABLES}haproxy_on_drift: fail\n`);
  await project.answer('lb1', { enabled: 'disabled' });
  expect((await project.nodeport('plan')).exitCode).toBe(1);
});

test('a host that was never deployed to has nothing to differ from', async () => {
  const project = planProject();
  project.setVariables(`${VARIABLES}haproxy_on_drift: fail\n`);
  await project.answer('lb1', { enabled: 'disabled' }, { deployment: null });
  expect((await project.nodeport('plan')).exitCode).toBe(10);
});

test('--last says how to get what is not kept', async () => {
  const { stdout, exitCode } = await planProject().nodeport('plan', '--last');
  expect(stdout).toMatch(/is not known: nothing is kept of its last deployment; run nodeport deploy/);
  expect(exitCode).toBe(3);
});

const DEPLOYED = [
  { event: 'play', name: 'Deploy HAProxy', hosts: ['lb1'], tasks: 1, exact: true },
  { event: 'ok', host: 'lb1', task: 'a task', changed: true },
  { event: 'end', hosts: { lb1: { ok: 1, changed: 1, failures: 0, dark: 0 } } },
];

test('a deployment keeps what a plan with --last compares with, without secrets', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setEvents('deploy-haproxy', DEPLOYED);
  expect((await project.nodeport('deploy')).exitCode).toBe(0);
  expect(project.read('.nodeport/lb1.json')).not.toContain('sgTNP6');
  expect(statSync(join(project.root, '.nodeport/lb1.json')).mode & 0o777).toBe(0o600);

  const same = await project.nodeport('plan', '--last');
  expect(same.stdout).toMatch(/^lb1, as deployed at \d{4}-.*Z: no change$/m);
  expect(same.exitCode).toBe(0);

  project.setVariables(VARIABLES.replace('$5$1sgTNP6', '$5$another'));
  const password = await project.nodeport('plan', '--last', '--no-diff');
  expect(password.stdout).toContain('haproxy.cfg: a value changes that is not shown; by reload');
  expect(password.exitCode).toBe(10);

  project.setVariables(ANOTHER_SERVER);
  const server = await project.nodeport('plan', '--last', '--no-diff');
  expect(server.stdout).toContain('mysql: adds server k8s-worker-2; by reload');
});

test('with --check nothing is kept', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setEvents('deploy-haproxy', DEPLOYED);
  await project.nodeport('deploy', '--', '--check');
  expect(() => project.read('.nodeport/lb1.json')).toThrow(/ENOENT/);
});

test('a host that cannot be read after its deployment fails nothing', async () => {
  const project = planProject();
  project.setEvents('deploy-haproxy', DEPLOYED);
  const { stderr, exitCode } = await project.nodeport('deploy');
  expect(stderr).toMatch(/^lb1: nothing is kept for nodeport plan --last: ssh: connect/m);
  expect(exitCode).toBe(0);
});
