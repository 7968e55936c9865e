import { describe, expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import { errors } from '../errors.ts';

const servers = [{ name: 'worker-1', address: '192.0.2.11', port: 30000 }];
const service = (name: string, port: number, bind?: unknown) => ({
  name,
  port,
  servers,
  ...(bind !== undefined && { bind }),
});

function conflicts(variables: object): string[] {
  return check(variables)
    .filter(({ code }) => code === 'port-conflict')
    .map(({ message }) => message);
}

const pair = (a?: unknown, b?: unknown) =>
  conflicts({ haproxy_tcp_backends: [service('a', 80, a), service('b', 80, b)] });

describe('two services on one port conflict', () => {
  test.each<[string, unknown, unknown]>([
    ['on every address', undefined, undefined],
    ['on every address and one', undefined, ['192.0.2.1']],
    ['on one address and every', ['2001:db8::1'], undefined],
    ['on the same address', ['192.0.2.1'], ['192.0.2.2', '192.0.2.1']],
    ['on the same IPv6 address, spelt differently', ['2001:db8::1'], ['2001:DB8:0:0::0001']],
    ['on an IPv4 address, mapped and not', ['192.0.2.1'], ['::ffff:192.0.2.1']],
    ['on 0.0.0.0 and an IPv4 address', ['0.0.0.0'], ['192.0.2.1']],
    ['on :: and an IPv4 address', ['::'], ['192.0.2.1']],
    ['on :: and 0.0.0.0', ['::'], ['0.0.0.0']],
    ['on 0.0.0.0 and every address', ['0.0.0.0'], undefined],
  ])('%s', (_what, a, b) => {
    expect(pair(a, b)).toEqual(['haproxy_tcp_backends[1].port: port 80 is already used by service "a"']);
  });
});

describe('two services on one port get along', () => {
  test.each<[string, unknown, unknown]>([
    ['on two addresses', ['192.0.2.1'], ['192.0.2.2']],
    ['on 0.0.0.0 and an IPv6 address', ['0.0.0.0'], ['2001:db8::1']],
    ['where one address cannot be known', 7, undefined],
  ])('%s', (_what, a, b) => {
    expect(pair(a, b)).toEqual([]);
  });

  test('if one is TCP and the other UDP', () => {
    expect(
      conflicts({ haproxy_tcp_backends: [service('dns', 53)], haproxy_udp_backends: [service('dns', 53)] }),
    ).toEqual([]);
  });
});

test('two UDP services on one port conflict', () => {
  expect(conflicts({ haproxy_udp_backends: [service('a', 53), service('b', 53)] })).toHaveLength(1);
});

test('of three services on one port the second and the third are named', () => {
  expect(
    conflicts({ haproxy_tcp_backends: [service('a', 80), service('b', 80), service('c', 80)] }),
  ).toHaveLength(2);
});

describe('the stats page and the metrics', () => {
  test('have their default ports', () => {
    expect(conflicts({ haproxy_tcp_backends: [service('a', 8404), service('b', 9101)] })).toEqual([
      'haproxy_tcp_backends[0].port: port 8404 is already used by the stats page (haproxy_stats_port)',
      'haproxy_tcp_backends[1].port: port 9101 is already used by the metrics (haproxy_metrics_port)',
    ]);
  });

  test('leave their default port to others when they move or are off', () => {
    const services = [service('a', 8404), service('b', 9101)];
    expect(
      conflicts({ haproxy_tcp_backends: services, haproxy_stats_port: 8405, haproxy_metrics_port: 0 }),
    ).toEqual([]);
  });

  test('listen on every address', () => {
    expect(conflicts({ haproxy_tcp_backends: [service('a', 8404, ['192.0.2.1'])] })).toHaveLength(1);
  });

  test('conflict with each other, and the variable that was given is to blame', () => {
    expect(conflicts({ haproxy_stats_port: 9101 })).toEqual([
      'haproxy_stats_port: port 9101 is already used by the metrics (haproxy_metrics_port)',
    ]);
    expect(conflicts({ haproxy_metrics_port: 8404 })).toEqual([
      'haproxy_metrics_port: port 8404 is already used by the stats page (haproxy_stats_port)',
    ]);
  });

  test('may both be off', () => {
    expect(conflicts({ haproxy_stats_port: 0, haproxy_metrics_port: 0 })).toEqual([]);
  });

  test('do not stand in the way of UDP', () => {
    expect(conflicts({ haproxy_udp_backends: [service('a', 8404)] })).toEqual([]);
  });
});

test('the place of the service that has the port is told', () => {
  const locate = (path: (string | number)[]) => {
    const line = 3 + 10 * Number(path[1]);
    return { start: { line, column: 1 }, end: { line, column: 2 } };
  };
  const [found] = errors({ haproxy_tcp_backends: [service('a', 80), service('b', 80)] }, { locate });
  expect(found).toMatchObject({
    message: 'haproxy_tcp_backends[1].port: port 80 is already used by service "a"',
    range: { start: { line: 13 } },
    related: {
      message: 'first used here',
      path: ['haproxy_tcp_backends', 0, 'port'],
      range: { start: { line: 3 } },
    },
  });
});
