import { expect, test } from 'vitest';
import { planProject } from '../plan-project.ts';

const PLAY = { event: 'play', name: 'History', hosts: ['lb1'], tasks: 1, exact: true };
const END = { event: 'end', hosts: { lb1: { ok: 1, changed: 0, failures: 0, dark: 0 } } };
const record = (number: number, more: object) => ({
  number,
  at: '2026-11-22T20:00:00Z',
  by: 'anna@laptop',
  hash: `${number}`.repeat(64),
  outcome: 'applied',
  reason: '',
  haproxy: '2.6.12-1+deb12u4',
  current: false,
  ...more,
});
const RECORDS = [
  record(1, {}),
  record(2, { current: true }),
  record(3, { outcome: 'rolled back', reason: 'HAProxy does not run the new configuration' }),
];

function projectWith(records: readonly object[]) {
  const project = planProject();
  const deployments = JSON.stringify(records);
  const task = 'haproxy : history | Read the deployments';
  project.setEvents('history', [PLAY, { event: 'ok', host: 'lb1', task, changed: false, deployments }, END]);
  return project;
}

test('the deployments are a table, the current one marked, and why one was rolled back', async () => {
  const { stdout, exitCode } = await projectWith(RECORDS).nodeport('history');
  expect(stdout.split('\n')).toEqual([
    'lb1:',
    '  NUMBER  WHEN                  BY           CONFIGURATION  OUTCOME           HAPROXY',
    '    1     2026-11-22T20:00:00Z  anna@laptop  111111111111   applied           2.6.12-1+deb12u4',
    '  * 2     2026-11-22T20:00:00Z  anna@laptop  222222222222   applied, current  2.6.12-1+deb12u4',
    '    3     2026-11-22T20:00:00Z  anna@laptop  333333333333   rolled back       2.6.12-1+deb12u4',
    '      HAProxy does not run the new configuration',
  ]);
  expect(exitCode).toBe(0);
});

test('machines get the records as they are', async () => {
  const { stdout } = await projectWith(RECORDS).nodeport('history', '--json');
  expect(JSON.parse(stdout)).toEqual({ exitCode: 0, hosts: { lb1: RECORDS } });
});

test('a host without a deployment says so', async () => {
  const { stdout, exitCode } = await projectWith([]).nodeport('history');
  expect(stdout).toMatch(/^lb1:\n {2}no deployment is kept$/m);
  expect(exitCode).toBe(0);
});

test('--limit and what stands behind -- go to ansible-playbook', async () => {
  const project = projectWith([]);
  await project.nodeport('history', '--limit', 'lb1', '--', '-K');
  expect(JSON.parse(project.read('arguments.json'))).toEqual(['--limit', 'lb1', '-K']);
});

test('a host that failed is told as in a deployment', async () => {
  const project = planProject();
  const reasons = [{ msg: 'Connection refused' }];
  const failed = { event: 'failed', host: 'lb1', task: 'look', ignored: false, reasons };
  project.setEvents('history', [PLAY, failed]);
  const { stderr, exitCode } = await project.nodeport('history');
  expect(stderr).toMatch(/\nfailed: lb1: look: Connection refused; /);
  expect(exitCode).toBe(1);
});
