import { describe, expect, test } from 'vitest';
import { hostileCases } from './hostile-cases.ts';
import { injection } from './no-injection.ts';
import { stringFields } from './string-fields.ts';

// `npm test` gives ten times as many to both judges and to HAProxy itself.
const seed = Date.now() % 2 ** 31;
const cases = hostileCases({ count: 200, seed });
const names = stringFields().map(({ path }) => path.join('.'));

describe(`of 200 hostile values (seed ${seed}) none says more than a value as`, () => {
  test.each(names)('%s', (name) => {
    const here = cases.filter(({ field }) => field.path.join('.') === name);
    expect(here.length).toBeGreaterThan(150);
    expect(here.flatMap((one) => injection(one) ?? [])).toEqual([]);
  });
});

test('some are accepted, so that the law is held against something', () => {
  expect(cases.filter(({ accepted }) => accepted).length).toBeGreaterThan(50);
});

test.each(['\n', '\n    bind :1', ' #', ' ssl', '"', "'", '\\', '#', '"${HOME}"', '\0', '\r', ' ', '\t'])(
  'the law sees %j at the end of a name that nobody refused',
  (text) => {
    const field = { path: ['haproxy_tcp_backends', 0, 'servers', 0, 'name'] };
    expect(injection({ field, value: `a${text}`, accepted: true })).toContain('servers');
  },
);
