import { describe, expect, test } from 'vitest';
import { check } from '../../src/index.ts';

const servers = ['192.0.2.11', '192.0.2.12'].map((address, index) => ({
  name: `worker-${index}`,
  address,
  port: 31820,
}));
const service = { name: 'wireguard', port: 51820, servers };
const hints = (change: object, options = {}) =>
  check({ haproxy_udp_backends: [{ ...service, ...change }] }, options).filter(
    ({ code }) => code === 'quiet-flows',
  );

describe('a hint is given where a flow that was silent may come back on another worker', () => {
  test('with the reason, the time and what to do', () => {
    expect(hints({ balance: 'roundrobin' })).toEqual([
      {
        severity: 'hint',
        code: 'quiet-flows',
        path: ['haproxy_udp_backends', 0, 'balance'],
        message:
          'haproxy_udp_backends[0].balance is roundrobin: a flow of WireGuard that was silent for longer than flow_timeout (300 s) may come back on another worker, which does not have the session',
        hint: 'use balance: source',
      },
    ]);
  });

  test('at the port where nothing says how to balance', () => {
    expect(hints({ flow_timeout: 400 })).toMatchObject([
      { path: ['haproxy_udp_backends', 0, 'port'], message: expect.stringContaining('(400 s)') },
    ]);
  });

  test.each<[string, object]>([
    ['balance: random', { balance: 'random' }],
    ['OpenVPN', { port: 1194 }],
    ['IKE', { port: 500 }],
    ['IPsec behind NAT', { port: 4500 }],
    ['TURN', { port: 3478 }],
  ])('for %s', (_what, change) => {
    expect(hints(change)).toMatchObject([{ code: 'quiet-flows' }]);
  });
});

describe('no hint is given', () => {
  test.each<[string, object]>([
    ['with balance: source', { balance: 'source' }],
    ['with one server', { servers: servers.slice(0, 1) }],
    ['for a port that no such protocol has', { port: 53 }],
    [
      'for TURN where flows are remembered as long as its allocations live',
      { port: 3478, flow_timeout: 600 },
    ],
  ])('%s', (_what, change) => {
    expect(hints(change)).toEqual([]);
  });

  test.each(['balance', 'flow_timeout', 'servers'])('where only Ansible can know %s', (field) => {
    const unresolved = [['haproxy_udp_backends', 0, field]];
    expect(hints({ [field]: '{{ elsewhere }}' }, { unresolved })).toEqual([]);
  });
});

test('what is wrong is an error', () => {
  expect(check({ haproxy_stats_port: -1 })).toMatchObject([{ severity: 'error' }]);
});
