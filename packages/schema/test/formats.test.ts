import { describe, expect, test } from 'vitest';
import { formats } from '../src/formats.ts';

const table: Record<string, { good: string[]; bad: string[] }> = {
  'ip-address': {
    good: ['192.0.2.1', '0.0.0.0', '::', '2001:db8::1', '::ffff:192.0.2.1'],
    bad: [
      '',
      '192.0.2.256',
      '192.0.2',
      '192.0.2.1/24',
      '[::1]',
      'fe80::1%eth0',
      'localhost',
      '192.0.2.01',
      ' ::1',
      '::1\n',
    ],
  },
  'ip-range': {
    good: ['192.0.2.0/24', '192.0.2.1', '0.0.0.0/0', '2001:db8::/32', '::/128'],
    bad: [
      '192.0.2.0/33',
      '::/129',
      '192.0.2.0/',
      '192.0.2.0/-1',
      '192.0.2.0/08',
      '192.0.2.0/24/8',
      '/24',
      'host/24',
    ],
  },
  'server-address': {
    good: [
      '192.0.2.1',
      '2001:db8::1',
      'worker-1',
      'worker-1.example.com',
      '3com.example',
      '1.a',
      'x'.repeat(63),
    ],
    bad: [
      '',
      '192.168.1.256',
      '192.168.1',
      '192.0.2.1:80',
      'a..b',
      '-a',
      'a-',
      'a_b',
      'a b',
      'a.',
      'example.123',
      'x'.repeat(64),
      'worker-1\n',
      `${'a.'.repeat(127)}aa`,
    ],
  },
  'sni-host': {
    good: [
      'shop.example.org',
      '*.shop.example.org',
      'Shop.Example.ORG',
      'xn--bcher-kva.example',
      'shop',
      '*.org',
    ],
    bad: [
      '',
      '*',
      '*.',
      '*.*.org',
      '*shop.org',
      'a.*.org',
      'shop.org.',
      'a_b.org',
      '192.0.2.1',
      '*.0.2.1',
      '2001:db8::1',
      'shop.org:443',
      'https://shop.org',
      'shop.org\n',
      `${'a.'.repeat(127)}aa`,
    ],
  },
  'haproxy-duration': {
    good: ['1ms', '2s', '24d', '2147483647ms', 'what the pattern refuses'],
    bad: ['2147483648ms', '25d', '2147484s', '99999999999999999999d'],
  },
};

for (const [name, { good, bad }] of Object.entries(table)) {
  describe(name, () => {
    test.each(good)('takes %j', (text) => {
      expect(formats[name]?.(text)).toBe(true);
    });
    test.each(bad)('refuses %j', (text) => {
      expect(formats[name]?.(text)).toBe(false);
    });
  });
}
