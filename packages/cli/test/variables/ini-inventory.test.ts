import { expect, test } from 'vitest';
import { readIniInventory } from '../../src/variables/ini-inventory.ts';

const text = `# balancers
lonely haproxy_stats_port=1
[haproxy_servers]
lb[1:3] ansible_user=admin haproxy_stats_path='/a b' # haproxy_maxconn=1
lb4 haproxy_maxconn=10#0

[haproxy_servers:vars]
haproxy_stats_port = 8404
  haproxy_stats_path=/stats
haproxy_tcp_backends=[{'name': 'mysql', 'port': 3306, 'servers': []}]
[all:vars]
haproxy_maxconn=x y
[lb:children]
haproxy_servers
`;

test('hosts, groups and all have the variables of their lines', () => {
  const found = readIniInventory(text).variables.map(({ target, name, value }) => [
    target.level,
    target.name,
    name,
    value,
  ]);
  expect(found).toEqual([
    ['host', 'lonely', 'haproxy_stats_port', 1],
    ['host', 'lb[1:3]', 'ansible_user', 'admin'],
    ['host', 'lb[1:3]', 'haproxy_stats_path', '/a b'],
    ['host', 'lb4', 'haproxy_maxconn', 10],
    ['group', 'haproxy_servers', 'haproxy_stats_port', 8404],
    ['group', 'haproxy_servers', 'haproxy_stats_path', '/stats'],
    ['group', 'haproxy_servers', 'haproxy_tcp_backends', [{ name: 'mysql', port: 3306, servers: [] }]],
    ['all', 'all', 'haproxy_maxconn', 'x y'],
  ]);
});

test('the place of a key and of a value is where they stand in the line', () => {
  const lines = text.split('\n');
  for (const { name, key, range } of readIniInventory(text).variables) {
    const line = lines[key.start.line - 1] ?? '';
    expect(line.slice(key.start.column - 1, key.end.column - 1)).toBe(name);
    expect(line.slice(key.end.column - 1, range.start.column - 1).trim()).toMatch(/^=['"]?$/);
  }
});

test('a line without = among variables is a problem', () => {
  expect(readIniInventory('[all:vars]\n  haproxy_maxconn: 5\n').problems).toMatchObject([
    { range: { start: { line: 2, column: 3 }, end: { line: 2, column: 21 } } },
  ]);
});

test('hosts and children are those of their group', () => {
  const found = readIniInventory(text).groups.filter(
    ({ hosts, children }) => hosts.length + children.length > 0,
  );
  expect(found).toEqual([
    { name: 'ungrouped', hosts: ['lonely'], children: [] },
    { name: 'haproxy_servers', hosts: ['lb[1:3]'], children: [] },
    { name: 'haproxy_servers', hosts: ['lb4'], children: [] },
    { name: 'lb', hosts: [], children: ['haproxy_servers'] },
  ]);
});
