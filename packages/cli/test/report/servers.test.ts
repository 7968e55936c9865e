import type { Service } from '@nodeport-haproxy/runtime';
import { expect, test } from 'vitest';
import { serverCounts, serverTables } from '../../src/report/servers.ts';

function service(name: string, statuses: Record<string, string>, bind: string[] = []): Service {
  const servers = Object.entries(statuses).map(([server, status]) => ({ name: server, status, sessions: 0 }));
  return { name, protocol: 'tcp', bind, status: 'UP', sessions: 0, servers };
}

function udp(name: string, statuses: Record<string, string>): Service {
  return { ...service(name, statuses), protocol: 'udp' };
}

test('a server that one of the hosts sees down is not up', () => {
  const hosts = new Map([
    ['lb1', [service('mysql', { a: 'UP', b: 'UP 1/3' })]],
    ['lb2', [service('mysql', { a: 'UP', b: 'DOWN' })]],
  ]);
  expect(serverCounts(hosts)).toBe('1 service, 1 of 2 servers up');
});

test('servers without a check are counted apart', () => {
  expect(serverCounts(new Map([['lb1', [service('mysql', { a: 'no check' })]]]))).toBe(
    '1 service, 1 server without check',
  );
});

test('a host without services says so', () => {
  expect(serverTables(new Map([['lb1', []]]))).toEqual(['', 'lb1:', '  no services']);
});

test('where clients connect is shown where HAProxy says it', () => {
  const [, , header, row] = serverTables(new Map([['lb1', [service('mysql', { a: 'UP' }, ['[::]:3306'])]]]));
  expect(header).toMatch(/^ {2}SERVICE +LISTENS ON +SERVER/);
  expect(row).toMatch(/^ {2}mysql +\[::\]:3306 +a +- +UP +- +0$/);
});

test('a UDP service is told from the TCP service of its name, and has no sessions that HAProxy could count', () => {
  const both = new Map([['lb1', [service('dns', { a: 'UP', b: 'UP' }), udp('dns', { a: 'UP', b: 'NOLB' })]]]);
  const [, , , , , first, second] = serverTables(both);
  expect(first).toMatch(/^ {2}dns\/udp +a +- +UP +- +-$/);
  expect(second).toMatch(/^ +b +- +NOLB +- +-$/);
  expect(serverCounts(both)).toBe('2 services, 3 of 4 servers up');
});

test('a route is shown behind its service, and is none itself', () => {
  const https = service('https', { a: 'UP' });
  const both = new Map([['lb1', [https, { ...service('https', { a: 'DOWN', b: 'UP' }), route: 'shop' }]]]);
  const [, , , own, first, second] = serverTables(both);
  expect(own).toMatch(/^ {2}https +a +- +UP/);
  expect(first).toMatch(/^ {2}https\/sni\/shop +a +- +DOWN/);
  expect(second).toMatch(/^ +b +- +UP/);
  expect(serverCounts(both)).toBe('1 service, 2 of 3 servers up');
});

test('what a server answered to a check cannot steer the terminal', () => {
  const mysql = service('mysql', {});
  const servers = [{ name: 'a', status: 'DOWN', check: 'L7STS', checkDescription: '\u001b[2J', sessions: 0 }];
  expect(serverTables(new Map([['lb1', [{ ...mysql, servers }]]])).at(-1)).toContain('L7STS ␛[2J');
});
