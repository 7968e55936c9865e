import { YamlFloat } from '@nodeport-haproxy/ansible-yaml';
import { expect, test } from 'vitest';
import { pythonLiteral } from '../../src/variables/python-literal.ts';

// Each line was given to Python's ast.literal_eval.
test.each<[string, unknown]>([
  ['3306', 3306],
  ['1_0', 10],
  ['00', 0],
  ['0x1F', 31],
  ['0o17', 15],
  ['- 5', -5],
  ['True', true],
  ['None', null],
  ["'a' 'b'", 'ab'],
  [String.raw`'a\q\x41\n'`, 'a\\qA\n'],
  [String.raw`r'a\n'`, String.raw`a\n`],
  ['(1)', 1],
  ['(1,)', [1]],
  ['1,2', [1, 2]],
  ['()', []],
  ['[1,]', [1]],
  ['[1\n,2]', [1, 2]],
  ["[{'name': 'mysql', 'port': 3306, 'check': True,}]", [{ name: 'mysql', port: 3306, check: true }]],
  ['1 # comment', 1],
])('Python reads %s as a value', (text, value) => {
  expect(pythonLiteral(text)).toEqual({ ok: true, value });
});

test.each([
  '0777',
  '--5',
  'true',
  'null',
  '10.0.0.1',
  '3306 3307',
  '5x',
  '[,]',
  '[1 2]',
  "{'a'}",
  "'open",
  '[',
  '',
])('Python refuses %s', (text) => {
  expect(pythonLiteral(text)).toEqual({ ok: false });
});

test.each([
  ['1.', 1],
  ['.5', 0.5],
  ['1.e5', 100_000],
  ['-3306.0', -3306],
])('%s is a float, which is no port', (text, value) => {
  const literal = pythonLiteral(text);
  expect(literal.ok && literal.value).toBeInstanceOf(YamlFloat);
  expect(literal).toMatchObject({ value: { value } });
});
