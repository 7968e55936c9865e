import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planProject } from '../plan-project.ts';
import { FIXTURES, pathWith, run, systemPath } from '../run.ts';

test('wrong variables are refused before anything runs', async () => {
  const { stderr, stdout, exitCode } = await run('nodeport', 'validate/bad', ['deploy'], pathWith('broken'));
  expect(stderr).toContain('ansible/group_vars/haproxy_servers.yaml:8:15: ');
  expect(stderr).toMatch(/\nrefused: no host was touched; mend the problems above$/);
  expect(stdout).toBe('');
  expect(exitCode).toBe(1);
});

test('the variables next to the inventory of -i are checked instead', async () => {
  const words = ['deploy', '--', '-i', '../bad/ansible/inventory.ini'];
  const { stderr, exitCode } = await run('nodeport', 'validate/good', words, pathWith('broken'));
  expect(stderr).toContain('../bad/ansible/group_vars/haproxy_servers.yaml:8:15: ');
  expect(exitCode).toBe(1);
});

test('a file of extra variables is checked over everything', async () => {
  const words = ['deploy', '-e', '@../validate/none/wrong.yaml'];
  const { stderr, exitCode } = await run('nodeport', 'deploy', words, pathWith('broken'));
  expect(stderr).toContain('../validate/none/wrong.yaml:8:15: ');
  expect(exitCode).toBe(1);
});

test('a hint hinders no deployment: validate tells it', async () => {
  const words = ['deploy', '--', '-e', `@${join(FIXTURES, '../../../../examples/wireguard/vars.yaml')}`];
  const { stderr, exitCode } = await run('nodeport', 'deploy', words, pathWith('broken'));
  expect(stderr).not.toContain('[quiet-flows]');
  expect(stderr).toMatch(/\nfailed: ansible-playbook could not run before it reached a host$/);
  expect(exitCode).toBe(3);
});

test('without ansible-playbook the last line says how to get it', async () => {
  const { stderr, exitCode } = await run('nodeport', 'deploy', ['deploy'], systemPath());
  expect(stderr).toBe('ansible-playbook was not found: run npm run setup, or install ansible-core ≥ 2.16');
  expect(exitCode).toBe(3);
});

test('an ansible-playbook that cannot be started is shown with its command', async () => {
  const { stderr, exitCode } = await run('nodeport', 'deploy', ['deploy', '--', '-K'], pathWith('broken'));
  expect(stderr).toContain(`command: ${join(FIXTURES, 'broken/ansible-playbook')} `);
  expect(stderr).toMatch(/deploy-haproxy\.yaml -K\n/);
  expect(stderr).toMatch(/\nfailed: ansible-playbook could not run before it reached a host$/);
  expect(exitCode).toBe(3);
});

test('a missing inventory is told how to make', async () => {
  const { stderr, exitCode } = await run('nodeport', 'validate/vaulted', ['deploy']);
  expect(stderr).toBe(
    'ansible/inventory.ini is missing: cp ansible/inventory.ini.example ansible/inventory.ini, and name your balancers in it',
  );
  expect(exitCode).toBe(3);
});

test.each([[['-i', 'nope.ini']], [['-e', '@nope.yaml']]])('%j names no file: wrong usage', async (words) => {
  const { exitCode } = await run('nodeport', 'deploy', ['deploy', '--', ...words]);
  expect(exitCode).toBe(2);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s is passed on, and what is left is said', async (signal) => {
  const running = run('nodeport', 'deploy', ['deploy'], pathWith('interrupted'));
  for await (const line of running.iterable({ from: 'stderr' })) {
    if (line.startsWith('task 1 of 3')) running.kill(signal);
  }
  const { stderr, exitCode } = await running;
  expect(stderr).toMatch(/\nstopped: at task 1 of 3 \(first\); .*; deploy again to finish$/);
  expect(exitCode).toBe(130);
});

test('an interrupt that Ansible lost is repeated once the run goes on', async () => {
  const running = run('nodeport', 'deploy', ['deploy', '--', 'lose-one'], pathWith('interrupted'));
  for await (const line of running.iterable({ from: 'stderr' })) {
    if (line.startsWith('task 1 of 3')) running.kill('SIGINT');
  }
  const { stderr, exitCode } = await running;
  expect(stderr).toMatch(/\nstopped: at task 3 of 3 \(third\); /);
  expect(exitCode).toBe(130);
});

const PORT = 'haproxy_tcp_backends[0].port: port 3306 of :: cannot be bound; free it, or set another port';

/** A deployment that fails on lb1 with a message of the role. */
function failsWith(msg: unknown) {
  const project = planProject();
  const failed = {
    event: 'failed',
    host: 'lb1',
    task: 'deploy | Deploy',
    ignored: false,
    reasons: [{ msg }],
  };
  const play = { event: 'play', name: 'Deploy', hosts: ['lb1'], tasks: 1, exact: true };
  project.setEvents('deploy-haproxy', [play, failed]);
  return project;
}

test.each([
  ["the module's text", `Nothing was touched.\n${PORT}`],
  ["the preflight's list", ['Nothing was touched.', PORT]],
])('in %s a variable gets its file and line, and the last line names it', async (_, msg) => {
  const { stderr, exitCode } = await failsWith(msg).nodeport('deploy');
  const placed = `${PORT} (ansible/group_vars/haproxy_servers.yaml:3)`;
  expect(stderr).toContain(`\n  ${placed}\n`);
  expect(stderr.split('\n').at(-1)).toBe(`failed: lb1: ${placed}`);
  expect(exitCode).toBe(1);
});

test('a variable of the command line gets no place in a file that does not count', async () => {
  const words = ['deploy', '--', '-e', '{"haproxy_tcp_backends": []}'];
  const { stderr } = await failsWith(`Nothing was touched.\n${PORT}`).nodeport(...words);
  expect(stderr).toContain(`\n  ${PORT}\n`);
});

test('several lines of one message are counted', async () => {
  const { stderr } = await failsWith(`Its own words:\n${PORT}\nhaproxy_maxconn: too many`).nodeport('deploy');
  expect(stderr.split('\n').at(-1)).toMatch(
    /^failed: lb1: haproxy_tcp_backends\[0\]\.port: .* \(and 1 more\)$/,
  );
});
