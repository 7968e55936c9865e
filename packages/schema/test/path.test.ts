import { expect, test } from 'vitest';
import { formatPath, toPointer } from '../src/index.ts';
import { fromPointer } from '../src/path.ts';

test.each<[(string | number)[], string]>([
  [['haproxy_tcp_backends', 0, 'servers', 1, 'port'], 'haproxy_tcp_backends[0].servers[1].port'],
  [['a', 'odd key', 'b'], 'a["odd key"].b'],
  [['a', 'new\nline'], 'a["new\\nline"]'],
  [[], ''],
])('%j is read as %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test('a path and its JSON pointer lead to the same place', () => {
  const value = { 'a/b': [{ 'c~d': 1, 0: 2 }] };
  const path = ['a/b', 0, 'c~d'];
  expect(toPointer(path)).toBe('/a~1b/0/c~0d');
  expect(fromPointer(toPointer(path), value)).toEqual(path);
  expect(fromPointer('/a~1b/0/0', value)).toEqual(['a/b', 0, '0']);
});
