import { describe, expect, test } from 'vitest';
import { check } from '../../src/index.ts';

const server = (name: string, port = 30443) => ({ name, address: `192.0.2.${name}`, port });
const three = [server('11'), server('12'), server('13')];
const route = (name: string, hosts: string[], servers: object[] = three) => ({ name, hosts, servers });
const https = (...sni_routes: object[]) => ({ name: 'https', port: 443, servers: three, sni_routes });

function found(code: string, ...services: object[]) {
  return check({ haproxy_tcp_backends: services }).filter((one) => one.code === code);
}

const at = (...path: (string | number)[]) => ['haproxy_tcp_backends', 0, 'sni_routes', ...path];

describe('a host that never gets to its route', () => {
  const overlaps = (...routes: string[][]) =>
    found('sni-overlap', https(...routes.map((hosts, index) => route(`r${index}`, hosts)))).map(
      ({ path, related }) => [path.slice(3), related?.path.slice(3)],
    );

  test('stands in a route before, whatever its case', () => {
    expect(overlaps(['a.example', 'b.example'], ['c.example', 'B.Example'])).toEqual([
      [
        [1, 'hosts', 1],
        [0, 'hosts', 1],
      ],
    ]);
  });

  test('stands twice in its own', () => {
    expect(overlaps(['*.example', '*.Example'])).toEqual([
      [
        [0, 'hosts', 1],
        [0, 'hosts', 0],
      ],
    ]);
  });

  test.each(['a.example', 'a.b.example', '*.a.example', '*.b.a.example'])(
    'is %s behind the wildcard *.example',
    (host) => {
      expect(overlaps(['*.example'], [host])).toHaveLength(1);
      expect(overlaps([host], ['*.example'])).toEqual([]);
    },
  );

  test.each(['example', 'an-example', 'a.example.org', '*.an-example'])(
    'is not %s behind the wildcard *.example',
    (host) => {
      expect(overlaps(['*.example'], [host])).toEqual([]);
    },
  );

  test.each([
    [['*.x.example'], ['a.x.example'], 'put its route before that one, or take it out'],
    [
      ['*.x.example', 'b.y.example'],
      ['a.x.example', '*.y.example'],
      'give it a route of its own before that one, or take it out',
    ],
    [['a.example'], ['a.example'], 'take it out of one of the two routes'],
  ])('is mended without another that never gets to its own: %j, %j', (first, second, hint) => {
    const [told] = found('sni-overlap', https(route('r0', first), route('r1', second)));
    expect(told?.hint).toBe(hint);
  });

  test('is told with the first that has it, not the nearest', () => {
    expect(overlaps(['*.example'], ['*.b.example'], ['a.b.example']).at(-1)).toEqual([
      [2, 'hosts', 0],
      [0, 'hosts', 0],
    ]);
  });

  test('may stand in another service', () => {
    const other = { ...https(route('shop', ['a.example'])), name: 'other', port: 8443 };
    expect(found('sni-overlap', https(route('shop', ['a.example'])), other)).toEqual([]);
  });

  test.each([
    [['a.example', '*.example', 'b.example'], [], 'take it out'],
    [['a.example'], ['A.example'], 'take it out of one of the two routes'],
    [['*.example'], ['a.example'], 'put its route before that one, or take it out'],
  ])('%j and %j: what to do', (first, second, hint) => {
    const routes = [first, second].filter((hosts) => hosts.length > 0);
    const all = found('sni-overlap', https(...routes.map((hosts, index) => route(`r${index}`, hosts))));
    expect(all.map((one) => one.hint)).toEqual([hint]);
  });

  test('is named, and so is what has it', () => {
    expect(found('sni-overlap', https(route('a', ['*.example']), route('b', ['b.example'])))).toMatchObject([
      {
        message: `haproxy_tcp_backends[0].sni_routes[1].hosts[0] is "b.example", which gets to haproxy_tcp_backends[0].sni_routes[0] already, by "*.example"`,
      },
    ]);
  });
});

describe('the section of a route', () => {
  test('has a name of its own, over all services', () => {
    const [one, other] = [https(route('b_c', ['b.example'])), https(route('c', ['c.example']))];
    const both = [
      { ...one, name: 'a' },
      { ...other, name: 'a_b', port: 8443 },
    ];
    expect(found('duplicate-route', ...both).map(({ path }) => path)).toEqual([
      ['haproxy_tcp_backends', 1, 'sni_routes', 0, 'name'],
    ]);
  });

  test('is not told where two services have one name', () => {
    const one = https(route('shop', ['b.example']));
    expect(found('duplicate-route', one, { ...one, port: 8443 })).toEqual([]);
  });

  test('may be called as that of another service’s route', () => {
    const one = https(route('shop', ['b.example']));
    expect(found('duplicate-route', one, { ...one, name: 'other', port: 8443 })).toEqual([]);
  });
});

describe('the servers of a route are looked at as those of a service:', () => {
  const [first, second, third] = three;
  test.each<[string, object[], (string | number)[]]>([
    ['duplicate-server', [first, second, { ...third, name: '11' }] as object[], [0, 'servers', 2, 'name']],
    [
      'duplicate-address',
      [first, second, { ...second, name: 'x' }] as object[],
      [0, 'servers', 2, 'address'],
    ],
    ['several-node-ports', [first, second, server('13', 30444)] as object[], [0, 'servers', 2, 'port']],
    ['one-server', [first] as object[], [0, 'servers']],
    ['two-servers', [first, second] as object[], [0, 'servers']],
    ['node-port-range', [11, 12, 13].map((name) => server(`${name}`, 443)), [0, 'servers', 0, 'port']],
    ['unchecked-server', [first, second, { ...third, check: false }] as object[], [0, 'servers', 2, 'check']],
    ['hasty-check', [first, second, { ...third, fall: 1 }] as object[], [0, 'servers', 2, 'fall']],
    [
      'slow-check',
      [first, second, { ...third, check_interval: '1m' }] as object[],
      [0, 'servers', 2, 'check_interval'],
    ],
    [
      'ignored-key',
      [first, second, { ...third, check: false, rise: 3 }] as object[],
      [0, 'servers', 2, 'rise'],
    ],
    [
      'resolved-once',
      [first, second, { ...third, address: 'worker-3.example.org' }] as object[],
      [0, 'servers', 2, 'address'],
    ],
  ])('%s', (code, servers, place) => {
    expect(found(code, https(route('shop', ['a.example'], servers))).map(({ path }) => path)).toEqual([
      at(...place),
    ]);
  });

  test('shared-node-port, with the service and with another route', () => {
    const mail = [server('11', 30993), server('12', 30993), server('13', 30993)];
    const routes = [
      route('a', ['a.example']),
      route('b', ['b.example'], mail),
      route('c', ['c.example'], mail),
    ];
    expect(found('shared-node-port', https(...routes))).toMatchObject([
      { path: at(0, 'servers', 0, 'port'), message: expect.stringContaining('as that of service "https"') },
      {
        path: at(2, 'servers', 0, 'port'),
        message: expect.stringContaining('as that of haproxy_tcp_backends[0].sni_routes[1]'),
      },
    ]);
  });

  test('a NodePort of its own is no several-node-ports', () => {
    const other = three.map((one) => ({ ...one, port: 30444 }));
    expect(found('several-node-ports', https(route('shop', ['a.example'], other)))).toEqual([]);
  });

  test('names may stand in the service and in its routes', () => {
    expect(found('duplicate-server', https(route('a', ['a.example']), route('b', ['b.example'])))).toEqual(
      [],
    );
  });

  test.each(['first-without-limit', 'static-balance'])('%s is told once', (code) => {
    const balance = code === 'static-balance' ? 'static-rr' : 'first';
    const service = { ...https(route('a', ['a.example'])), balance };
    expect(found(code, service).map(({ path }) => path)).toEqual([['haproxy_tcp_backends', 0, 'balance']]);
  });

  test('first-without-limit, where only a route has a choice', () => {
    const service = { ...https(route('a', ['a.example'])), balance: 'first', servers: [first] };
    expect(found('first-without-limit', service)).toHaveLength(1);
  });

  test('ports are swapped only where those of the routes are none either', () => {
    const swapped = { ...https(route('a', ['a.example'], [server('11', 443)])), port: 30443 };
    expect(found('swapped-ports', { ...swapped, servers: [server('11', 443)] })).toHaveLength(1);
    expect(found('swapped-ports', swapped)).toEqual([]);
  });
});
