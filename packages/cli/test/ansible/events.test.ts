import { expect, test } from 'vitest';
import { after, type Counts, type Event, lastFailures, NEW_RUN } from '../../src/ansible/events.ts';

const nothing: Counts = { ok: 0, changed: 0, failures: 0, dark: 0, skipped: 0, rescued: 0, ignored: 0 };
const failed = (host: string, task: string, ignored = false): Event => ({
  event: 'failed',
  host,
  task,
  ignored,
  reasons: [],
});
const runOf = (...events: Event[]) => events.reduce(after, NEW_RUN);
const failuresOf = (...events: Event[]) =>
  lastFailures(runOf(...events)).map(({ host, task }) => `${host} ${task}`);

test('of the failures of a host the last one counts', () => {
  expect(failuresOf(failed('lb1', 'write'), failed('lb2', 'write'), failed('lb1', 'roll back'))).toEqual([
    'lb1 roll back',
    'lb2 write',
  ]);
});

test('a failure that the play ignores is none', () => {
  expect(failuresOf(failed('lb1', 'write'), failed('lb1', 'look', true))).toEqual(['lb1 write']);
});

test('a host that the play rescued has not failed, while another has', () => {
  const end: Event = {
    event: 'end',
    hosts: { lb1: { ...nothing, rescued: 1 }, lb2: { ...nothing, dark: 1 } },
  };
  expect(failuresOf(failed('lb1', 'write'), failed('lb2', 'write'), end)).toEqual(['lb2 write']);
});

test('handlers are no tasks of the play, and plays add up', () => {
  const play = (hosts: string[], exact: boolean): Event => ({
    event: 'play',
    name: '',
    hosts,
    tasks: 2,
    exact,
  });
  const task = (name: string, handler: boolean): Event => ({ event: 'task', name, handler });
  const run = runOf(play(['lb1'], true), task('a', false), task('b', true), play(['lb1', 'lb2'], false));
  expect(run).toMatchObject({ tasks: 4, task: 1, taskName: 'b', exact: false, hosts: ['lb1', 'lb2'] });
});
