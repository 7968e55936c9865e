import { expect, test } from 'vitest';
import { gapOf, judgeGaps } from '../udp-gap.mjs';

/** A flow at 20 datagrams a second with one worker after the other, and a time (ms) before each in which none answers. */
function flow(...stations) {
  const record = { sent: [], replies: [] };
  let now = 0;
  for (const [silence, worker] of stations) {
    now += silence;
    for (let count = 0; count < 3; count += 1) {
      record.sent.push(now);
      if (worker) record.replies.push({ number: record.sent.length - 1, at: now, worker });
      now += 50;
    }
  }
  return record;
}

test('the gap is the time from the last answer of one worker to the first of the next', () => {
  expect(gapOf(flow([0, 'a'], [3850, 'b']))).toEqual({ from: 'a', to: 'b', gap: 3.9, movedAgain: false });
});

test('a flow that goes back to its first worker has moved again', () => {
  expect(gapOf(flow([0, 'a'], [950, 'b'], [0, 'a'])).movedAgain).toBe(true);
});

test('a flow that is stuck has no other worker, and its gap lasts until the end', () => {
  expect(gapOf(flow([0, 'a'], [19_900, undefined]))).toMatchObject({ to: undefined, gap: 20.1 - 0.05 });
});

test('a gap up to the limit is good, a longer one, a stuck flow and a second move are not', () => {
  const good = { from: 'a', to: 'b', gap: 6.3, movedAgain: false };
  expect(judgeGaps([good], 6.3)).toEqual([]);
  const bad = [
    { ...good, gap: 6.301 },
    { ...good, to: undefined },
    { ...good, movedAgain: true },
  ];
  expect(judgeGaps(bad, 6.3)).toEqual([
    expect.stringContaining('6.301 s'),
    expect.stringContaining('stayed with a'),
    expect.stringContaining('when a came back'),
  ]);
});
