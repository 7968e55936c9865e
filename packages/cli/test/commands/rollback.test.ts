import { expect, test } from 'vitest';
import { planProject } from '../plan-project.ts';

const PLAY = { event: 'play', name: 'Roll back', hosts: ['lb1'], tasks: 1, exact: true };
const DONE = [
  PLAY,
  { event: 'task', name: 'rollback | Go back', handler: false },
  { event: 'ok', host: 'lb1', task: 'rollback | Go back', changed: true },
  { event: 'end', hosts: { lb1: { ok: 1, changed: 1, failures: 0, dark: 0 } } },
];

test('without a number the role chooses, and the end says what the variables still do', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setEvents('rollback', DONE);
  const { stdout, stderr, exitCode } = await project.nodeport('rollback');
  expect(JSON.parse(project.read('arguments.json'))).toEqual([]);
  expect(stderr).toContain('task 1 of 1, 1 host');
  expect(stdout).toMatch(/^rolled back: 1 host, changed 1, /m);
  expect(stdout).toMatch(
    /\nThe variables are unchanged: the next deployment brings their configuration again; /,
  );
  expect(exitCode).toBe(0);
});

test('what runs after it is what a plan with --last compares with', async () => {
  const project = planProject();
  await project.answer('lb1');
  project.setEvents('rollback', DONE);
  await project.nodeport('rollback');
  expect((await project.nodeport('plan', '--last')).exitCode).toBe(0);
});

test('the number goes to the role as a number', async () => {
  const project = planProject();
  project.setEvents('rollback', DONE);
  await project.nodeport('rollback', '--to', '12', '--', '--limit', 'lb1');
  const words = JSON.parse(project.read('arguments.json'));
  expect(words).toEqual(['-e', '{"haproxy_rollback_to":12}', '--limit', 'lb1']);
});

test.each(['0', '-1', 'last', '1.5'])('--to %s is wrong usage', async (number) => {
  const { stderr, exitCode } = await planProject().nodeport('rollback', `--to=${number}`);
  expect(stderr).toContain('give the number of a deployment');
  expect(exitCode).toBe(2);
});

test('a rollback that fails says nothing of the variables', async () => {
  const project = planProject();
  const reasons = [{ msg: 'Nothing was touched.\nthere is no deployment 99 to go back to; kept are: 1, 2' }];
  project.setEvents('rollback', [
    PLAY,
    { event: 'failed', host: 'lb1', task: 'Go back', ignored: false, reasons },
  ]);
  const { stdout, stderr, exitCode } = await project.nodeport('rollback', '--to', '99');
  expect(stdout).not.toContain('variables');
  expect(stderr).toMatch(
    /failed: lb1: Go back: there is no deployment 99 to go back to; kept are: 1, 2; mend it and roll back again$/,
  );
  expect(exitCode).toBe(1);
});
