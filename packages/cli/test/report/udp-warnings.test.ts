import { expect, test } from 'vitest';
import { udpWarnings } from '../../src/report/udp-warnings.ts';

const state = (...warnings: string[]) => JSON.stringify({ hash: '', services: {}, warnings });

test('each warning is a line with its host', () => {
  expect(
    udpWarnings({ lb1: state('wireguard: a', 'dns: b'), lb2: state(), lb3: state('wireguard: a') }),
  ).toEqual(['', 'warning: lb1: wireguard: a', 'warning: lb1: dns: b', 'warning: lb3: wireguard: a']);
});

test('without warnings nothing is said', () => {
  expect(udpWarnings({})).toEqual([]);
  expect(udpWarnings({ lb1: state() })).toEqual([]);
});

test('a warning stays in its line and cannot steer the terminal', () => {
  expect(udpWarnings({ lb1: state('a\nb\u001b[2J') })).toEqual(['', 'warning: lb1: a␊b␛[2J']);
});

test.each(['', 'curl: (7)', 'null', '{}', '{"warnings": "x"}'])(
  'where the agent answers %j it is said that nobody knows',
  (answer) => {
    expect(udpWarnings({ lb1: answer })).toEqual([
      '',
      expect.stringMatching(/^warning: lb1: the agent .* journalctl -u haproxy-udp -n 50$/),
    ]);
  },
);
