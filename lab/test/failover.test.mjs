import { expect, test } from 'vitest';
import { judgeFailover } from '../failover.mjs';

const GOOD = {
  reloaded: false,
  markDown: 3.2,
  cut: [3.1, 3.3],
  lost: 0,
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

test('a session of an old process may end a few seconds after the mark-down', () => {
  expect(judgeFailover({ ...GOOD, reloaded: true, cut: [5.8] })).toEqual([]);
});

test.each([
  ['a late mark-down', { markDown: 6.1, cut: [6.1] }, /marked down after 6.1 s/],
  ['a second failed connection', { failed: 2 }, /2 connections failed/],
  ['a slow connection', { slowest: 1.2 }, /slowest connection took 1.2 s/],
  ['a session that outlives the mark-down', { cut: [3.1, 5] }, /ended 5 s/],
  ['a session that is never cut', { cut: [Number.NaN] }, /sessions on the dead worker/],
  ['a session that outlives the mark-down by a few questions', { reloaded: true, cut: [7.3] }, /ended 7.3 s/],
  ['a lost session on a healthy worker', { lost: 1 }, /1 sessions on healthy workers/],
])('%s is too much', (_, change, message) => {
  expect(judgeFailover({ ...GOOD, ...change })).toEqual([expect.stringMatching(message)]);
});
