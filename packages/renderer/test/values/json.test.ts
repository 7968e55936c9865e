import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PythonError } from '../../src/values/errors.ts';
import { parseJson } from '../../src/values/json.ts';
import { repr } from '../../src/values/print.ts';
import { sample } from './arbitrary.ts';
import { type Case, differences, hasOracle } from './evaluate.ts';

/** Python's own error is a ValueError of another name. */
const loaded = (text: string): Case => ({
  python: `load(${JSON.stringify(text).replaceAll('\u2028', '\\u2028')})`,
  run: () => parseJson(text),
});

const WRONG = [
  '',
  ' ',
  '{',
  '[',
  '[1,',
  '[1,]',
  '{"a"',
  '{"a":',
  '{"a":1,',
  '{"a":1,}',
  "{'a':1}",
  '{a:1}',
  '"',
  '"a',
  '"\\',
  '"\\u12',
  '"\\uzzzz"',
  '"\\x"',
  '"\n"',
  '01',
  '1.',
  '.5',
  '+1',
  '-',
  '1e',
  'tru',
  'True',
  'nul',
  '1 2',
  '[1 2]',
  '{"a" 1}',
  '\ufeff1',
  '-Inf',
  '[1]]',
  '\n\n  ["a",\n x]',
  '{1:2}',
];
const RIGHT = [
  '1',
  '-0',
  '0',
  '1.0',
  '-0.0',
  '1e5',
  '1E-7',
  '1e400',
  '123456789012345678901234567890',
  'NaN',
  'Infinity',
  '-Infinity',
  'true',
  'false',
  'null',
  '""',
  '"\\u00e9\\n\\/\\b"',
  '"\\ud83d\\ude00"',
  '{"b":1,"a":2,"b":3}',
  '{"80":1,"8":2}',
  ' [ 1 , 2 ] ',
  '{"__proto__":1,"constructor":2}',
  '[[[]]]',
  '{"a":{"b":[1.50,{}]}}',
  '9007199254740993',
  '0.1e1',
  '"\x7f\u2028"',
  '-123456789012345678',
];

test.skipIf(!hasOracle)('JSON is read as in Python', () => {
  expect(differences([...RIGHT, ...WRONG].map(loaded))).toEqual([]);
});

test.skipIf(!hasOracle)('what is nearly JSON is read, or refused, as in Python', () => {
  const near = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '1', 'e', '.', ' ', '\n', ':'))
    .map(([text, at, insert]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + insert + text.slice(place + (at % 2));
    })
    .filter((text) => !/\p{Cs}/u.test(text));
  expect(differences(sample(fc.oneof(near, fc.json()), 1000).map(loaded)).slice(0, 10)).toEqual([]);
});

test('the order of keys, floats and large integers stay what they are', () => {
  expect(repr(parseJson('{"8443": 1.0, "80": 12345678901234567890}'))).toBe(
    "{'8443': 1.0, '80': 12345678901234567890}",
  );
});

test('JSON that is nested too deep is an error, and no crash', () => {
  expect(() => parseJson('['.repeat(100_000))).toThrow(PythonError);
});
