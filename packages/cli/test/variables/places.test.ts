import { expect, test } from 'vitest';
import { entriesFor } from '../../src/variables/layers.ts';
import { withPlace } from '../../src/variables/places.ts';
import { readVariables } from '../../src/variables/read-file.ts';

const TEXT =
  'haproxy_stats_port: 8404\nhaproxy_tcp_backends:\n  - name: mysql\n    port: 3306\n    servers:\n      - name: one\n';
const vars = (file: string) =>
  readVariables({ file, text: TEXT, kind: 'vars', target: { level: 'all', name: 'all' } });
const entries = entriesFor([vars('group_vars/all.yaml')], 'lb1');

test.each([
  ['haproxy_stats_port: nginx listens on it', 1],
  ['haproxy_tcp_backends[0].port: nginx listens on it', 4],
  ['haproxy_tcp_backends[0].servers[0].name: is odd', 6],
  ['haproxy_maxconn: is not set anywhere', undefined],
  ['the host runs Alpine', undefined],
])('%j stands in line %j', (line, number) => {
  expect(withPlace(line, entries)).toBe(
    number === undefined ? line : `${line} (group_vars/all.yaml:${number})`,
  );
});

test('of a field that is missing, what it is missing in has a place', () => {
  expect(withPlace('haproxy_tcp_backends[0].servers[0].port: is missing', entries)).toMatch(
    /\(group_vars\/all\.yaml:6\)$/,
  );
});

test("the role's defaults are no place to mend something", () => {
  const line = 'haproxy_stats_port: nginx listens on it';
  expect(withPlace(line, entriesFor([vars('ansible/roles/haproxy/defaults/main.yaml')], 'lb1'))).toBe(line);
});
