import { expect, test } from 'vitest';
import { judgeOutage } from '../udp-outage.mjs';

test('the first answer may come as late as the limit says', () => {
  expect(judgeOutage({ down: 4, back: 2, refused: 0 }, { back: 2, refused: false })).toEqual([]);
  expect(judgeOutage({ down: 4, back: 2.001, refused: 0 }, { back: 2, refused: false })).toHaveLength(1);
});

test('clients are told that no server is left, or they are not: as the service has it', () => {
  const told = { down: 4, back: 1, refused: 20 };
  expect(judgeOutage(told, { back: 2, refused: true })).toEqual([]);
  expect(judgeOutage({ ...told, refused: 0 }, { back: 2, refused: true })).toHaveLength(1);
  expect(judgeOutage(told, { back: 2, refused: false })).toEqual([expect.stringContaining('20 datagrams')]);
});
