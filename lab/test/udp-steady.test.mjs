import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/setup/wait-until.mjs';
import { dueAfter } from '../udp-sender.mjs';
import { countSteady, judgeSteady, measureSteady } from '../udp-steady.mjs';

test('the first datagram is due at once, then one a beat, whatever ticks were missed', () => {
  expect([0, 499, 500, 1000, 10_000].map((ms) => dueAfter(ms, 2))).toEqual([1, 1, 2, 3, 21]);
});

test('lost datagrams, moved flows and the longest silence are counted over all flows', () => {
  const steady = {
    sent: [0, 100, 200],
    errors: [],
    replies: [0, 1, 2].map((number) => ({ number, at: number * 100 + 1, worker: 'a' })),
  };
  const moved = {
    sent: [50, 150, 1250],
    errors: ['ECONNREFUSED'],
    replies: [
      { number: 0, at: 51, worker: 'a' },
      { number: 2, at: 1251, worker: 'b' },
    ],
  };
  expect(countSteady([steady, moved])).toEqual({
    flows: 2,
    sent: 6,
    lost: 1,
    moved: 1,
    left: ['a'],
    lostInMoves: 1,
    silence: 1.2,
    errors: { ECONNREFUSED: 1 },
    seconds: 1.25,
  });
});

test('without limits a lost datagram and a moved flow are problems, a silence is none', () => {
  const result = { flows: 1, sent: 10, lost: 1, moved: 1, silence: 9, errors: {}, seconds: 1 };
  expect(judgeSteady(result)).toHaveLength(2);
  expect(judgeSteady(result, { lost: 1, moved: 1, silence: 8 })).toEqual([expect.stringContaining('9 s')]);
  expect(judgeSteady(result, { lost: 1, moved: 1, silence: 9 })).toEqual([]);
});

test('what an echo answers and what it drops is counted exactly, at 2,000 datagrams a second', async () => {
  const server = createSocket('udp4');
  let received = 0;
  let dropped = 0;
  server.on('message', (datagram, { address, port }) => {
    received += 1;
    if (received % 100 === 0) dropped += 1;
    else server.send(`a|${address}|${port}|${datagram}`, port, address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.close());
  const target = { host: '127.0.0.1', port: server.address().port };
  const during = () => waitUntil('1,000 datagrams', () => received >= 1000, { every: 10 });
  const result = await measureSteady({ ...target, flows: 50, rate: 2000, during });
  expect(result.sent).toBe(received);
  expect(result.lost).toBe(dropped);
  expect(result.moved).toBe(0);
});
