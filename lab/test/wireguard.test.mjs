import { expect, test } from 'vitest';
import { latest, makeTunnelKeys } from '../wireguard.mjs';

test("the tunnel's keys are 32 bytes in WireGuard's own alphabet, and other ones in each lab", () => {
  const [one, other] = [makeTunnelKeys(), makeTunnelKeys()];
  const keys = [one, other].flatMap(({ worker, client }) => [worker, client]).map((pair) => pair.privateKey);
  expect(new Set(keys).size).toBe(4);
  for (const { privateKey, publicKey } of [one.worker, one.client]) {
    for (const key of [privateKey, publicKey]) expect(key).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  }
});

test('the worker in use is the one with the newest handshake', () => {
  const workers = [
    { host: 'a', at: 1_790_000_000 },
    { host: 'b', at: 1_790_000_030 },
    { host: 'c', at: 0 },
  ];
  expect(latest(workers)).toBe('b');
});

test('a tunnel that was never opened has no worker', () => {
  expect(latest([{ host: 'a', at: 0 }])).toBeUndefined();
});
