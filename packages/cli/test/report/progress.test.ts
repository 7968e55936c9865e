import { expect, test } from 'vitest';
import { NEW_RUN } from '../../src/ansible/events.ts';
import { progressLine } from '../../src/report/progress.ts';

const run = { ...NEW_RUN, hosts: ['lb1', 'lb2'], tasks: 20, task: 3, changed: 1, taskName: 'write' };

test('progress has the task, the hosts, what changed and whole seconds', () => {
  expect(progressLine(run, 12_900)).toBe('task 3 of 20, 2 hosts, 1 changed, 12 s: write');
});

test('a play that includes tasks while it runs may have more', () => {
  expect(progressLine({ ...run, exact: false }, 0)).toBe('task 3 of 20+, 2 hosts, 1 changed, 0 s: write');
});

test('a total that was passed is not shown', () => {
  expect(progressLine({ ...run, task: 21 }, 0)).toBe('task 21, 2 hosts, 1 changed, 0 s: write');
});
