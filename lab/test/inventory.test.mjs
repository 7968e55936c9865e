import { expect, test } from 'vitest';
import { joinServices } from '../inventory.mjs';

test('the services of several files become one list, their lines unchanged', () => {
  const one = '---\nhaproxy_tcp_backends:\n  - name: a\n    port: 1\n';
  const two = '---\n# why\nhaproxy_tcp_backends:\n  - name: b\n    port: 2\n';
  expect(joinServices('haproxy_tcp_backends', [one, two])).toBe(
    'haproxy_tcp_backends:\n  - name: a\n    port: 1\n  - name: b\n    port: 2\n',
  );
});

test('a file without services is refused', () => {
  expect(() => joinServices('haproxy_tcp_backends', ['---\nother: 1\n'])).toThrow(/haproxy_tcp_backends/);
});
