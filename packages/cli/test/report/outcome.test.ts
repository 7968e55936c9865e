import { expect, test } from 'vitest';
import type { Failure } from '../../src/ansible/events.ts';
import { NEW_RUN } from '../../src/ansible/events.ts';
import { outcome } from '../../src/report/outcome.ts';

/** The last line of a deployment on which each host failed with a message. */
function lastLine(...messages: unknown[]): string | undefined {
  const failures = messages.map(
    (msg, index): Failure => ({
      event: 'failed',
      host: `lb${index + 1}`,
      task: 'haproxy : preflight | Refuse',
      ignored: false,
      reasons: [{ msg }],
    }),
  );
  const run = { ...NEW_RUN, hosts: failures.map(({ host }) => host), failures };
  const result = { run, command: '', exitCode: 2, stopped: false, printed: '' };
  return outcome(result, new Map(), { check: false, elapsedMs: 0 }).lines.at(-1);
}

test.each([
  [['Nothing was touched. Mend these variables:', 'a is 1; write 2'], 'a is 1; write 2'],
  [['Nothing was touched.', 'a is 1; write 2', 'b is 1'], 'a is 1; write 2 (and 1 more)'],
  [['Mend this:', '', 'a: is 1', 'Nothing was touched', 'b is 1', 'c is 1'], 'a: is 1 (and 2 more)'],
  [['Mend these:', 'a is wrong\nin two lines', 'b is wrong'], 'a is wrong (and 1 more)'],
])('of the list %j the line has what is wrong first', (msg, said) => {
  expect(lastLine(msg)).toBe(`failed: lb1: ${said}`);
});

test('several hosts each have their own', () => {
  expect(lastLine(['Mend:', 'a is 1'], ['Mend:', 'a is 1', 'b is 1'])).toBe(
    'failed: 2 of 2 hosts: lb1: a is 1; lb2: a is 1 (and 1 more)',
  );
});

test.each([
  ['a message alone', 'it is full'],
  ['a message behind a heading', 'Nothing was touched. Mend this:\nit is full'],
])('%s is told with its task and what to do', (_, msg) => {
  expect(lastLine(msg)).toBe(
    'failed: lb1: haproxy : preflight | Refuse: it is full; mend it and deploy again',
  );
});

test('a list of headings is better than nothing', () => {
  expect(lastLine(['Nothing was touched.'])).toBe(
    'failed: lb1: haproxy : preflight | Refuse: Nothing was touched.; mend it and deploy again',
  );
});
