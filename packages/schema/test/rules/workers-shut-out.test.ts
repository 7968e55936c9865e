import { expect, test } from 'vitest';
import { check } from '../../src/index.ts';

const told = (variables: object): boolean => check(variables).some(({ code }) => code === 'workers-shut-out');

const servers = (...addresses: string[]) => ({
  haproxy_tcp_backends: [
    {
      name: 'mysql',
      port: 3306,
      servers: addresses.map((address, index) => ({ name: `w${index}`, address, port: 30306 })),
    },
  ],
});

test.each([
  [['198.51.100.0/24'], ['192.0.2.1', '192.0.2.2'], true],
  [['198.51.100.0/24', '192.0.2.0/31'], ['192.0.2.1', '203.0.113.2'], false],
  [['2001:db8::/32'], ['192.0.2.1'], true],
  [['2001:db8::/32'], ['192.0.2.1', '2001:DB8::1'], false],
  [['::/0'], ['192.0.2.1'], true],
  [['198.51.100.0/24'], ['192.0.2.1', 'worker-2.example.com'], false],
])('metrics for %j, workers %j: %s', (haproxy_metrics_allowed, addresses, expected) => {
  expect(told({ ...servers(...addresses), haproxy_metrics_allowed })).toBe(expected);
});

test('nothing is said of the list that is not given, of an empty one, and where there are no metrics', () => {
  const allowed = { haproxy_metrics_allowed: ['198.51.100.0/24'] };
  expect(told(servers('192.0.2.1'))).toBe(false);
  expect(told({ ...servers('192.0.2.1'), haproxy_metrics_allowed: [] })).toBe(false);
  expect(told({ ...servers('192.0.2.1'), ...allowed, haproxy_metrics_port: 0 })).toBe(true);
  const off = { haproxy_metrics_port: 0, haproxy_stats_port: 0 };
  expect(told({ ...servers('192.0.2.1'), ...allowed, ...off })).toBe(false);
});
