import { expect, test } from 'vitest';
import { judgeFailover } from '../failover.mjs';

const GOOD = {
  markDown: 3.2,
  cut: [3.1, 3.3],
  connections: 100,
  failed: 1,
  slowest: 0.5,
  errors: ['cut'],
  lostPackets: 9,
  backUp: 1,
};

test('a failover within all limits passes', () => {
  expect(judgeFailover(GOOD)).toEqual([]);
});

test.each([
  ['a late mark-down', { markDown: 6.1, cut: [6.1] }, /marked down after 6.1 s/],
  ['a second failed connection', { failed: 2 }, /2 connections failed/],
  ['a slow connection', { slowest: 1.2 }, /slowest connection took 1.2 s/],
  ['a session that outlives the mark-down', { cut: [3.1, 5] }, /ended 5 s/],
  ['a session that is never cut', { cut: [Number.NaN] }, /sessions on the dead worker/],
])('%s is too much', (_, change, message) => {
  expect(judgeFailover({ ...GOOD, ...change })).toEqual([expect.stringMatching(message)]);
});
