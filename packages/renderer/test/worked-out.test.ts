import { expect, test } from 'vitest';
import {
  plainVariables,
  templatedVariables,
  undefinedValue,
  type WorkedOut,
  workedOut,
} from '../src/index.ts';

function of(variables: Readonly<Record<string, unknown>>, name = 'a'): WorkedOut | undefined {
  return workedOut(templatedVariables(plainVariables(variables), {}), name);
}

test.each([
  ['what is no template', { a: [1, 'x', { b: true, c: null }] }, [1, 'x', { b: true, c: null }]],
  ['numbers that templates give', { a: { port: '{{ base + 6 }}' }, base: 3300 }, { port: 3306 }],
  ['a list that is made', { a: '{{ names | map("upper") | list }}', names: ['x'] }, ['X']],
  ['what is left out', { a: { x: '{{ omit }}', y: 1 } }, { y: 1 }],
  ['a tuple and a safe text', { a: ['{{ (1, 2) }}', "{{ '<' | escape }}"] }, [[1, 2], '&lt;']],
])('%s', (_what, variables, value) => {
  expect(of(variables)).toEqual({ value, failures: [] });
});

test('what fails is told with its path, and the rest is there', () => {
  const found = of({
    a: [{ port: '{{ prt }}', name: '{{ nme }}-1' }, '{{ 1 / 0 }}', '{{ }', '{{ x | nope }}'],
    port: 1,
  });
  expect(found?.value).toEqual([{ port: '', name: '' }, '', '', '']);
  expect(found?.failures).toMatchObject([
    {
      path: [0, 'port'],
      kind: 'undefined',
      missing: 'prt',
      message: "'prt' is undefined",
      hint: 'did you mean port?',
    },
    { path: [0, 'name'], kind: 'undefined', missing: 'nme' },
    { path: [1], kind: 'other', message: 'division by zero' },
    { path: [2], kind: 'syntax' },
    { path: [3], kind: 'syntax', message: "No filter named 'nope'." },
  ]);
});

test('what is vaulted is told', () => {
  const found = of({ a: '{{ secret }}', secret: undefinedValue("'secret' is vaulted") });
  expect(found).toMatchObject({ value: '', failures: [{ path: [], message: "'secret' is vaulted" }] });
});

test('a float is no whole number', () => {
  const { value } = of({ a: '{{ 3306 / 1 }}' }) ?? {};
  expect(typeof value).toBe('object');
  expect(String(value)).toBe('3306.0');
});

test('a variable that there is not', () => {
  expect(of({}, 'b')).toBeUndefined();
});
