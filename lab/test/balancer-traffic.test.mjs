import { expect, test } from 'vitest';
import { judgeTraffic, trafficInWords, underTraffic } from '../balancer-traffic.mjs';

const tcp = { sessions: 200, alive: 200, connections: 300, refused: 0, outage: 0, reasons: [] };
const udp = { flows: 50, sent: 4000, lost: 0, moved: 0, left: [], lostInMoves: 0 };

test('traffic that nothing happened to is no problem', () => {
  expect(judgeTraffic({ tcp, udp })).toEqual([]);
});

test.each([
  ['a session that was cut', { tcp: { ...tcp, alive: 199 }, udp }, '1 of 200 sessions'],
  [
    'a connection that was refused',
    { tcp: { ...tcp, refused: 1, reasons: ['ECONNREFUSED'] }, udp },
    'ECONNREFUSED',
  ],
  ['a datagram that was lost', { tcp, udp: { ...udp, lost: 1 } }, '1 of 4000 datagrams'],
  ['a flow that left its server', { tcp, udp: { ...udp, moved: 1, left: ['a'] } }, '1 of 50 flows'],
])('%s is one', (_, traffic, words) => {
  expect(judgeTraffic(traffic)).toEqual([expect.stringContaining(words)]);
});

test('flows may leave a server that is removed, and no other, and lose one answer each by it', () => {
  const moved = { tcp, udp: { ...udp, moved: 2, left: ['a', 'a'], lost: 2, lostInMoves: 2 } };
  expect(judgeTraffic(moved, { removed: ['a'] })).toEqual([]);
  expect(judgeTraffic(moved, { removed: ['b'] })).toEqual([expect.stringContaining('2 of 50 flows')]);
  const more = { tcp, udp: { ...moved.udp, lost: 3, lostInMoves: 3 } };
  expect(judgeTraffic(more, { removed: ['a'] })).toEqual([expect.stringContaining('3 datagrams')]);
});

test('connections may be refused for as long as is allowed', () => {
  const refused = { tcp: { ...tcp, refused: 40, outage: 2.1 }, udp };
  expect(judgeTraffic(refused, { outage: 5 })).toEqual([]);
  expect(judgeTraffic(refused, { outage: 2 })).toEqual([expect.stringContaining('over 2.1 s')]);
});

test('its words have every figure', () => {
  const words = trafficInWords({
    tcp: { ...tcp, refused: 3, outage: 1 },
    udp: { ...udp, lost: 2, left: ['a'] },
  });
  expect(words).toBe(
    '200/200 sessions alive, 3 of 300 new connections refused over 1 s, 2 of 4000 datagrams lost, 1 of 50 flows moved',
  );
});

test('what happens without balancers would be under no traffic', async () => {
  await expect(underTraffic([], async () => {})).rejects.toThrow('balancer');
});
