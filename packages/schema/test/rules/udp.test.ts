import { describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/index.ts';
import { errors } from '../errors.ts';

const server = { name: 'worker-1', address: '192.0.2.11', port: 30053 };
const second = { name: 'worker-2', address: '192.0.2.12', port: 30053 };
const service = { name: 'dns', port: 53, servers: [server, second] };
const withService = (change: object) => ({ haproxy_udp_backends: [{ ...service, ...change }] });
const withServer = (change: object) => withService({ servers: [{ ...server, ...change }, second] });

function found(variables: object, options?: CheckOptions): string[] {
  return errors(variables, options).map(({ code, message, hint }) => `${code}: ${message}; ${hint}`);
}

const item = 'haproxy_udp_backends[0]';

describe('a choice that only the other list has says where it belongs, or what to take instead', () => {
  test.each([
    ['leastconn', 'the kernel, which carries UDP, keeps no count of connections for each server'],
    ['first', 'the kernel, which carries UDP, has no limit of connections at which a server is full'],
    ['static-rr', 'a server that comes or goes always changes the shares of a UDP service'],
  ])('balance: %s', (balance, reason) => {
    expect(found(withService({ balance }))).toEqual([
      `not-a-choice: ${item}.balance is the text "${balance}"; ${reason}: use roundrobin or source`,
    ]);
  });

  test.each([
    ['haproxy_tcp_backends', 'udp', 'haproxy_udp_backends'],
    ['haproxy_udp_backends', 'tcp', 'haproxy_tcp_backends'],
  ])('in %s mode: %s', (list, mode, other) => {
    expect(found({ [list]: [{ ...service, mode }] })).toEqual([
      `not-a-choice: ${list}[0].mode is the text "${mode}"; move the service to ${other}`,
    ]);
  });

  test('any other value is answered as ever', () => {
    expect(found(withService({ balance: 'sourec' }))[0]).toMatch(/; did you mean source\?$/);
    expect(found(withService({ balance: 'toString' }))[0]).toMatch(
      /; use one of roundrobin, source, random$/,
    );
  });
});

describe('an address of a UDP service', () => {
  test('is no host name: the kernel looks none up', () => {
    expect(found(withServer({ address: 'worker-1.example.com' }))).toEqual([
      `udp-address: ${item}.servers[0].address is the host name "worker-1.example.com", and the kernel, which carries UDP, looks no names up; write the worker's IP address`,
    ]);
  });

  test('that is neither is refused once', () => {
    expect(errors(withServer({ address: '192.168.1.256' })).map(({ code }) => code)).toEqual(['bad-format']);
  });

  test.each<[string, object, string]>([
    ['of a server', withServer({ address: '::ffff:192.0.2.11' }), 'write 192.0.2.11'],
    ['of a server, in hexadecimal', withServer({ address: '::FFFF:c000:20b' }), 'write 192.0.2.11'],
    ['to listen on', withService({ bind: ['::ffff:192.0.2.1'] }), 'write 192.0.2.1'],
    ['that is let through', withService({ allow: ['::ffff:10.0.0.0/104'] }), 'write 10.0.0.0/8'],
    ['that is refused', withService({ deny: ['10.0.0.0/8', '::ffff:10.0.0.1'] }), 'write 10.0.0.1'],
  ])('is no IPv4 address written as IPv6: one %s', (_what, variables, hint) => {
    expect(errors(variables)).toMatchObject([{ code: 'udp-address', hint }]);
  });

  test('may be IPv6', () => {
    const ranges = { allow: ['::/0', '0.0.0.0/0'], deny: ['::1', '2001:db8::/32'], bind: ['2001:db8::1'] };
    expect(found(withService({ ...ranges, servers: [{ ...server, address: '2001:db8::11' }] }))).toEqual([]);
  });
});

describe('health: tcp', () => {
  const servers = [{ ...server, check_port: 30054 }, second];

  test('needs a port for each server that is checked', () => {
    expect(found(withService({ health: 'tcp', servers }))).toEqual([
      `missing-check-port: ${item}.health is tcp, and nothing says which port of server "worker-2" to connect to; add check_port to the service, or to each server that is checked`,
    ]);
  });

  test.each<[string, object]>([
    ['the service has one', { health: 'tcp', check_port: 30054 }],
    ['each server has one', { health: 'tcp', servers: servers.map((one) => ({ ...one, check_port: 1 })) }],
    [
      'those without one are not checked',
      { health: 'tcp', servers: [servers[0], { ...second, check: false }] },
    ],
    ['the check is another one', { health: 'kube-proxy' }],
    ['there is no check', { health: 'none' }],
  ])('is all right where %s', (_what, change) => {
    expect(found(withService(change))).toEqual([]);
  });

  test('is not judged by a port that only Ansible can know', () => {
    const unresolved = [['haproxy_udp_backends', 0, 'check_port']];
    expect(found(withService({ health: 'tcp', check_port: '{{ port }}' }), { unresolved })).toEqual([]);
  });
});

describe('a NodePort of a worker stands once behind a UDP port', () => {
  const twin = { ...service, name: 'dns-too' };
  const words =
    'NodePort 30053 of 192.0.2.11 is already behind UDP port 53, as haproxy_udp_backends[0].servers[0]';

  test('in one service', () => {
    const servers = [server, { ...server, name: 'worker-2' }];
    expect(found(withService({ servers }))).toEqual([
      `duplicate-endpoint: ${item}.servers[1].address: ${words}; take one of the two out; weight gives a server a larger share`,
    ]);
  });

  test('in services that listen on different addresses', () => {
    const services = [
      { ...service, bind: ['192.0.2.1'] },
      { ...twin, bind: ['192.0.2.2'], servers: [server] },
    ];
    expect(found({ haproxy_udp_backends: services })).toEqual([
      `duplicate-endpoint: haproxy_udp_backends[1].servers[0].address: ${words}; take it out of one of the services, or give one of them another port`,
    ]);
  });

  test('however the address is written', () => {
    const servers = ['2001:db8::11', '2001:DB8:0::0011'].map((address, index) => ({
      name: `worker-${index}`,
      address,
      port: 30053,
    }));
    expect(errors(withService({ servers }))).toMatchObject([{ code: 'duplicate-endpoint' }]);
  });

  test('and services that want the same port and address are told that first, and only that', () => {
    expect(errors({ haproxy_udp_backends: [service, twin] }).map(({ code }) => code)).toEqual([
      'port-conflict',
    ]);
  });

  test.each<[string, object]>([
    ['another NodePort', { servers: [server, { ...second, address: server.address, port: 30054 }] }],
    ['another worker', {}],
  ])('%s is another server', (_what, change) => {
    expect(found(withService(change))).toEqual([]);
  });

  test('another port of the balancer may have it too', () => {
    expect(found({ haproxy_udp_backends: [service, { ...twin, port: 5353 }] })).toEqual([]);
  });

  test('TCP services may list a server as often as they like', () => {
    const servers = [server, { ...server, name: 'worker-2' }];
    expect(found({ haproxy_tcp_backends: [{ ...service, servers }] })).toEqual([]);
  });
});

test('a UDP service may have the port and the name of a TCP service', () => {
  expect(found({ haproxy_tcp_backends: [service], haproxy_udp_backends: [service] })).toEqual([]);
});

describe('a UDP service has at most', () => {
  const servers = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `w${index}`,
      address: `192.0.2.${index}`,
      port: 1,
    }));

  test('51 servers, for its 1,024 slots', () => {
    expect(found(withService({ servers: servers(51) }))).toEqual([]);
    expect(found(withService({ servers: servers(52) }))).toEqual([
      `too-many-items: ${item}.servers is a list with 52 entries; use at most 51`,
    ]);
  });
});

describe('who is let in, and who is not', () => {
  const isEmpty = (allow: string[], deny: string[]): boolean =>
    check(withService({ allow, deny })).some(({ code }) => code === 'nobody-allowed');

  test.each([
    [['192.0.2.0/25'], ['192.0.2.0/24'], true],
    [['192.0.2.0/24'], ['192.0.2.0/25'], false],
    [['192.0.2.7', '2001:db8::/64'], ['192.0.2.7', '2001:db8::/32'], true],
    [['192.0.2.7'], ['::/0'], false],
  ])('%j without %j', (allow, deny, nobody) => {
    expect(isEmpty(allow, deny)).toBe(nobody);
  });

  test.each(['10.0.0.0/x', '10.0.0.0/-1', '10.0.0.0/33', '10.0.0.0/8/8', '::/129', '::/', 'x', ''])(
    'with %j, which is told as what it is',
    (range) => {
      expect(isEmpty([range], ['10.0.0.0/8', '::/0'])).toBe(false);
      expect(isEmpty(['10.0.0.0/8', '::1'], [range])).toBe(false);
    },
  );
});
