import { describe, expect, test } from 'vitest';
import { check } from '../../src/index.ts';

const workers = [1, 2, 3].map((number) => ({
  name: `worker-${number}`,
  address: `192.0.2.${10 + number}`,
  port: 30_001,
}));

type Change = Record<string, unknown>;

function variables(service: Change, ...servers: Change[]): Record<string, unknown> {
  const changed = workers.map((worker, index) => ({ ...worker, ...servers[index] }));
  return { haproxy_tcp_backends: [{ name: 'web', port: 8443, servers: changed, ...service }] };
}

const codes = (given: unknown, ...unresolved: (string | number)[][]): string[] =>
  check(given, { unresolved }).map(({ code }) => code);

const servers = ['haproxy_tcp_backends', 0, 'servers'];

describe('weights', () => {
  test('of some servers may be 0', () => {
    expect(codes(variables({}, { weight: 0 }, { weight: 0 }))).toEqual([]);
    expect(codes(variables({}, { weight: 0 }, { weight: 0 }, { backup: true }))).toEqual([]);
  });

  test('of all, backups among them, may not', () => {
    expect(codes(variables({}, { weight: 0 }, { weight: 0 }, { weight: 0, backup: true }))).toEqual([
      'no-weight',
    ]);
  });

  test('are not judged where one is not known, or a whole server', () => {
    const given = variables({}, { weight: 0 }, { weight: 0 }, { weight: 0 });
    expect(codes(given, [...servers, 1, 'weight'])).toEqual([]);
    expect(codes(given, [...servers, 2])).toEqual([]);
  });
});

describe('backups', () => {
  test('beside a server that is none are as they should be', () => {
    expect(codes(variables({}, {}, { backup: true }, { backup: true }))).toEqual([]);
  });

  test('alone are told, but not where one is not known', () => {
    const given = variables({}, { backup: true }, { backup: true }, { backup: true });
    expect(codes(given)).toEqual(['backup-without-primary']);
    expect(codes(given, [...servers, 0, 'backup'])).toEqual([]);
    expect(codes(given, [...servers, 0])).toEqual([]);
  });
});

test('an entry that is no server says nothing of the others', () => {
  const given = variables({}, { weight: 0, backup: true }, { weight: 0, backup: true });
  const [service] = given.haproxy_tcp_backends as { servers: unknown[] }[];
  service?.servers.splice(2, 1, 5);
  expect(codes(given)).toEqual(['wrong-type']);
});

test('a service of one server and another that is not known has two', () => {
  const [one] = workers;
  const given = { haproxy_tcp_backends: [{ name: 'web', port: 8443, servers: [one, one] }] };
  expect(codes(given, [...servers, 1])).toEqual(['two-servers']);
});

describe('balance: first', () => {
  const limit = { maxconn: 100 };

  test.each<[string, string[], Change[]]>([
    ['no server is full', ['first-without-limit'], []],
    ['each but the last can be full', [], [limit, limit]],
    ['one in the middle is never full', ['first-without-limit'], [limit, {}, limit]],
    ['backups stand behind the others', [], [limit, {}, { backup: true }]],
    ['one of weight 0 gets nobody', [], [{ weight: 0 }, limit]],
  ])('%s', (_what, expected, changes) => {
    expect(codes(variables({ balance: 'first' }, ...changes))).toEqual(expected);
  });

  test('names the server that is never full', () => {
    const [found] = check(variables({ balance: 'first' }, limit));
    expect(found?.related?.path).toEqual([...servers, 1]);
  });
});

describe('limits of connections', () => {
  const two = (first: number, second: number, most?: number): Record<string, unknown> => ({
    ...(most !== undefined && { haproxy_maxconn: most }),
    haproxy_tcp_backends: [first, second].map((maxconn, index) => ({
      name: `web-${index}`,
      port: 8443 + index,
      maxconn,
      servers: workers.map((worker) => ({ ...worker, port: 30_001 + index })),
    })),
  });

  test('may come to what the balancer has', () => {
    expect(codes(two(4000, 4000))).toEqual([]);
    expect(codes(two(50, 50, 100))).toEqual([]);
  });

  test('are told where they go past it, with the total', () => {
    const [found] = check(two(60, 50, 100));
    expect(found?.path).toEqual(['haproxy_tcp_backends', 1, 'maxconn']);
    expect(found?.message).toContain(
      'all services together may have 110 connections, and haproxy_maxconn is 100',
    );
    expect(found?.related?.path).toEqual(['haproxy_maxconn']);
  });

  test('are told of the default as well, which stands nowhere', () => {
    const [found] = check(two(9000, 1));
    expect(found?.message).toContain('haproxy_maxconn is 8000');
    expect(found).not.toHaveProperty('related');
  });

  test('are not to be met by more than HAProxy takes', () => {
    expect(check(two(1_000_000, 1_000_000))[0]?.hint).toBe('lower the limits of the services');
  });

  test('are not judged where the balancer’s is not known', () => {
    expect(codes(two(60, 50, 100), ['haproxy_maxconn'])).toEqual([]);
  });
});

describe('the PROXY protocol', () => {
  const both = (first: string | undefined, second: string | undefined): Record<string, unknown> => ({
    haproxy_tcp_backends: [first, second].map((sendProxy, index) => ({
      name: `web-${index}`,
      port: 8443 + index,
      ...(sendProxy !== undefined && { send_proxy: sendProxy }),
      servers: workers,
    })),
  });

  test.each([
    [undefined, undefined, []],
    ['none', undefined, []],
    ['v1', 'v2', []],
    ['v2', undefined, ['mixed-proxy-protocol']],
    [undefined, 'v1', ['mixed-proxy-protocol']],
    ['v1', 'none', ['mixed-proxy-protocol']],
  ])('from one service %s, from another %s', (first, second, expected) => {
    expect(codes(both(first, second)).filter((code) => code !== 'shared-node-port')).toEqual(expected);
  });

  test('is compared whatever the order of the workers', () => {
    const given = both('v2', undefined);
    const [, second] = given.haproxy_tcp_backends as { servers: unknown[] }[];
    if (second) second.servers = workers.toReversed();
    expect(codes(given)).toEqual(['mixed-proxy-protocol']);
  });

  test('that there is not is told once', () => {
    const given = variables({ port: 6379, balance: 'leastconn', send_proxy: 'on' });
    expect(codes(given)).toEqual(['not-a-choice']);
  });

  test('is not judged where it is not known', () => {
    const given = both('v2', 'none');
    expect(codes(given, ['haproxy_tcp_backends', 1, 'send_proxy'])).toEqual(['shared-node-port']);
  });
});
