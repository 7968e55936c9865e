import { describe, expect, test } from 'vitest';
import { errors } from './errors.ts';

const server = { name: 'worker-1', address: '192.0.2.11', port: 30306 };
const service = { name: 'mysql', port: 3306, servers: [server] };
const withService = (change: object) => ({ haproxy_tcp_backends: [{ ...service, ...change }] });

describe('what only Ansible can see', () => {
  const template = '{{ elsewhere }}';

  test.each<[string, object, (string | number)[]]>([
    ['a port', withService({ port: template }), ['haproxy_tcp_backends', 0, 'port']],
    ['a name', withService({ name: template }), ['haproxy_tcp_backends', 0, 'name']],
    ['a service', { haproxy_tcp_backends: [template] }, ['haproxy_tcp_backends', 0]],
    ['all services', { haproxy_tcp_backends: template }, ['haproxy_tcp_backends']],
    ['everything', { a: template }, []],
  ])('is not judged: %s', (_what, variables, place) => {
    expect(errors(variables, { unresolved: [place] })).toEqual([]);
  });

  test('is no excuse for what stands beside it', () => {
    const found = errors(withService({ port: template, name: 'my sql' }), {
      unresolved: [['haproxy_tcp_backends', 0, 'port']],
    });
    expect(found).toMatchObject([{ code: 'bad-format', path: ['haproxy_tcp_backends', 0, 'name'] }]);
  });

  test('is not compared: two services with the same template for a port', () => {
    const services = [
      { ...service, port: template },
      { ...service, name: 'b', port: template },
    ];
    const unresolved = [0, 1].map((index) => ['haproxy_tcp_backends', index, 'port']);
    expect(errors({ haproxy_tcp_backends: services }, { unresolved })).toEqual([]);
  });
});
