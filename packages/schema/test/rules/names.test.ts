import { describe, expect, test } from 'vitest';
import { errors } from '../errors.ts';

const server = (name: string) => ({ name, address: '192.0.2.11', port: 30000 });
let port = 1000;
const service = (name: string, servers = [server('worker-1')]) => ({ name, port: ++port, servers });
const codes = (variables: object) => errors(variables).map(({ code, path }) => [code, ...path]);

describe('the name of a service', () => {
  test('stands once in its list', () => {
    const found = codes({ haproxy_tcp_backends: [service('a'), service('b'), service('a')] });
    expect(found).toEqual([['duplicate-service', 'haproxy_tcp_backends', 2, 'name']]);
  });

  test('may stand in both lists', () => {
    const found = codes({ haproxy_tcp_backends: [service('dns')], haproxy_udp_backends: [service('dns')] });
    expect(found).toEqual([]);
  });

  test('tells large letters from small ones, as HAProxy does', () => {
    expect(codes({ haproxy_tcp_backends: [service('a'), service('A')] })).toEqual([]);
  });

  test.each(['stats', 'metrics', 'workers', 'udp_', 'udp_dns', 'sni_', 'sni_https_shop'])(
    'is not %s',
    (name) => {
      expect(codes({ haproxy_tcp_backends: [service(name)] })).toEqual([
        ['reserved-name', 'haproxy_tcp_backends', 0, 'name'],
      ]);
    },
  );

  test.each(['stats-db', 'my_metrics', 'udp', 'sni', 'Stats'])('may be %s', (name) => {
    expect(codes({ haproxy_tcp_backends: [service(name)] })).toEqual([]);
  });
});

describe('the name of a server', () => {
  test('stands once in its service', () => {
    const found = codes({ haproxy_tcp_backends: [service('a', [server('w'), server('w'), server('w')])] });
    expect(found).toEqual(
      [1, 2].map((index) => ['duplicate-server', 'haproxy_tcp_backends', 0, 'servers', index, 'name']),
    );
  });

  test('may stand in other services', () => {
    expect(codes({ haproxy_tcp_backends: [service('a'), service('b')] })).toEqual([]);
  });
});
