import type { Service } from '@nodeport-haproxy/runtime';
import { expect, test } from 'vitest';
import { serverCounts, serverTables } from '../../src/report/servers.ts';

function service(name: string, statuses: Record<string, string>, bind: string[] = []): Service {
  const servers = Object.entries(statuses).map(([server, status]) => ({ name: server, status, sessions: 0 }));
  return { name, bind, status: 'UP', sessions: 0, servers };
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
