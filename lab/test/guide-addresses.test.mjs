import { expect, test } from 'vitest';
import { networkScript } from '../guide-addresses.mjs';

const WORKERS = [
  { role: 'worker', guideAddress: '192.168.1.11', address: '10.79.0.21' },
  { role: 'worker', guideAddress: '192.168.1.12', address: '10.79.0.22' },
];

test("a worker has the guide's address, and the others know the way to each worker", () => {
  expect(networkScript(WORKERS[1], WORKERS)).toBe('ip address replace 192.168.1.12/32 dev lo\n');
  const routes = [
    'ip route replace 192.168.1.11/32 via 10.79.0.21',
    'ip route replace 192.168.1.12/32 via 10.79.0.22',
    '',
  ].join('\n');
  for (const role of ['balancer', 'client']) expect(networkScript({ role }, WORKERS)).toContain(routes);
});

test('only balancers may set sysctls of their network', () => {
  expect(networkScript({ role: 'balancer' }, [])).toContain('/proc/sys/net');
  expect(networkScript({ role: 'client' }, WORKERS)).not.toContain('/proc/sys');
});
