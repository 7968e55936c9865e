import { expect, test } from 'vitest';
import { freeSubnet } from '../subnet.mjs';

/** Rows of /proc/net/route with destination and mask as the kernel writes them. */
function routes(...rows) {
  const header = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT';
  const lines = rows.map(
    ([destination, mask]) => `eth0\t${destination}\t00000000\t0001\t0\t0\t0\t${mask}\t0\t0\t0`,
  );
  return [header, ...lines, ''].join('\n');
}

const DEFAULT_ROUTE = ['00000000', '00000000'];

test('the default route takes no subnet away', () => {
  expect(freeSubnet(routes(DEFAULT_ROUTE))).toBe('10.79.0');
});

test('a subnet that is routed already is passed over', () => {
  expect(freeSubnet(routes(['00004F0A', '00FFFFFF']))).toBe('10.79.1');
});

test('a single routed address is enough to pass its subnet over', () => {
  expect(freeSubnet(routes(['05004F0A', 'FFFFFFFF']))).toBe('10.79.1');
});

test('where a VPN routes 10.0.0.0/8 another private range is taken', () => {
  expect(freeSubnet(routes(['0000000A', '000000FF']))).toBe('172.24.79');
});

test('where all private ranges are routed it says so', () => {
  const all = [
    ['0000000A', '000000FF'],
    ['000010AC', '0000F0FF'],
    ['0000A8C0', '0000FFFF'],
  ];
  expect(() => freeSubnet(routes(...all))).toThrow(/routed/);
});
