import { expect, test } from 'vitest';
import { countSpread, judgeSpread } from '../udp-spread.mjs';

const EXPECTED = ['a', 'b', 'c'];
const spread = (workers, more) => ({ flows: 300, lost: 0, kept: 300, workers, ...more });

test('flows are counted by worker, with those that kept their port and those that got no answer', () => {
  const flow = (worker, sourcePort, seenPort) => ({
    sourcePort,
    replies: worker ? [{ number: 0, worker, seenPort }] : [],
  });
  const records = [flow('b', 1, 1), flow('a', 2, 2), flow('a', 3, 9), flow(undefined, 4)];
  expect(countSpread(records)).toEqual({ flows: 4, lost: 1, kept: 2, workers: { a: 2, b: 1 } });
});

test('an even spread is good, up to a tenth of a share', () => {
  expect(judgeSpread(spread({ a: 110, b: 90, c: 100 }), { expected: EXPECTED })).toEqual([]);
});

test('a worker with too many or no flows is named', () => {
  const problems = judgeSpread(spread({ a: 111, b: 189 }), { expected: EXPECTED });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['a', 'b', 'c']);
});

test('a worker that should get nothing and does is named', () => {
  expect(judgeSpread(spread({ a: 150, b: 149, c: 1 }), { expected: ['a', 'b'] })).toEqual([
    expect.stringContaining('c got 1'),
  ]);
});

test('a lost flow is too many', () => {
  const one = spread({ a: 100, b: 100, c: 99 }, { lost: 1, kept: 299 });
  expect(judgeSpread(one, { expected: EXPECTED })).toEqual([expect.stringContaining('1 of 300')]);
});

test('a changed source port is no problem for one client in a hundred', () => {
  const even = { a: 100, b: 100, c: 100 };
  expect(judgeSpread(spread(even, { kept: 297 }), { expected: EXPECTED })).toEqual([]);
  expect(judgeSpread(spread(even, { kept: 296 }), { expected: EXPECTED })).toHaveLength(1);
});
