import { expect, test } from 'vitest';
import { problemLines } from '../../src/report/problems.ts';
import type { Problem } from '../../src/variables/problem.ts';

/** The frame of a problem about the one piece of a text that stands between ^ and ^. */
function frameOf(marked: string, more: Partial<Problem> = {}): string[] {
  const lines = marked.split('\n');
  const index = lines.findIndex((line) => line.includes('^'));
  const [before = '', piece = ''] = (lines[index] ?? '').split('^');
  const column = before.length + 1;
  const position = (at: number) => ({ line: index + 1, column: at });
  const range = { start: position(column), end: position(column + piece.length) };
  const problem: Problem = { code: 'wrong-type', message: 'it is wrong', file: 'vars.yaml', range, ...more };
  return problemLines([problem], () => marked.replaceAll('^', '')).slice(1);
}

test.each([
  ['escape sequences', 'name: "\u001b[31m^red^"', 'name: "␛[31mred"'],
  ['deletions', 'a: \u0008\u007f^x^', 'a: ␈␡x'],
  ['C1 controls', 'a: \u009b31m^x^', 'a: �31mx'],
  ['marks that turn the direction', 'a: \u202e\u2066\u200f^x^', 'a: ���x'],
  ['what has no width', 'a: \u200b\u200d\ufeff\u2060\u00ad^x^', 'a: �����x'],
  ['line separators', 'a: \u2028\u2029\u0085^x^', 'a: ���x'],
])('%s are shown as one character each, and the caret stands below its value', (_, marked, shown) => {
  const [line = '', caret = ''] = frameOf(marked);
  expect(line).toBe(`  1 | ${shown}`);
  expect(caret.indexOf('^')).toBe(line.lastIndexOf(shown.includes('red') ? 'red' : 'x'));
});

test('a carriage return ends a line, as YAML and Ansible read it', () => {
  const range = { start: { line: 2, column: 4 }, end: { line: 2, column: 5 } };
  const problem: Problem = { code: 'wrong-type', message: 'it is wrong', file: 'vars.yaml', range };
  expect(problemLines([problem], () => 'a: 1\rb: x\r\nc: 1')).toContain('  2 | b: x');
});

test('letters of other scripts and tabs stay', () => {
  expect(frameOf('\tname: ^größe-日本^')).toEqual(['  1 |  name: größe-日本', '    |        ^^^^^^^^']);
});

test('messages, hints and names of files cannot steer the terminal either', () => {
  const more = { message: 'a\u001b[2J', hint: '\u202eb', file: 'c\u0007.yaml', range: undefined };
  expect(problemLines([{ code: 'wrong-type', ...more }], () => '')).toEqual([
    'c␇.yaml: a␛[2J [wrong-type]',
    '  hint: �b',
  ]);
});

test.each<[string, string, Partial<Problem>]>([
  ['a problem about a secret', 'a: ^hunter2^', { isSecret: true }],
  ['another problem in the line of a password', 'lb1 ansible_password=hunter2 haproxy_maxconn=^x^', {}],
  ['a users line', 'haproxy_stats_users: [^hunter2^]', {}],
  [
    'a file that cannot be read, at a secret',
    'a: 1\nusers:\n  - token: |\n      x\n   ^hunter2^',
    { code: 'malformed-yaml' },
  ],
])('%s shows no source line', (_, marked, more) => {
  expect(frameOf(marked, more)).toEqual([]);
});

test('a file that cannot be read shows its line where no secret is near', () => {
  expect(frameOf('token: x\na:\n  - ^b^', { code: 'malformed-yaml' })).not.toEqual([]);
});

test('a hint and a warning are called so', () => {
  const about: Problem = {
    code: 'quiet-flows',
    message: 'it may surprise',
    file: 'vars.yaml',
    hint: 'do this',
  };
  expect(problemLines([{ ...about, severity: 'hint' }], () => '')).toEqual([
    'vars.yaml: hint: it may surprise [quiet-flows]',
    '  hint: do this',
  ]);
  expect(problemLines([{ ...about, severity: 'warning' }], () => '')[0]).toContain('vars.yaml: warning: it');
  expect(problemLines([{ ...about, severity: 'error' }], () => '')[0]).not.toContain('hint: ');
});

/** A problem on line 3 whose other place is on line 1. */
const doubled = (more: Partial<Problem> = {}): Problem => ({
  code: 'duplicate-service',
  message: 'it is there twice',
  file: 'vars.yaml',
  range: { start: { line: 3, column: 4 }, end: { line: 3, column: 5 } },
  related: {
    message: 'the first one',
    file: 'vars.yaml',
    range: { start: { line: 1, column: 4 }, end: { line: 1, column: 5 } },
  },
  hint: 'do this',
  ...more,
});

test('the other place is shown with its line', () => {
  expect(problemLines([doubled()], () => 'a: x\nb: y\nc: x')).toEqual([
    'vars.yaml:3:4: it is there twice [duplicate-service]',
    '  3 | c: x',
    '    |    ^',
    '  vars.yaml:1:4: the first one',
    '  1 | a: x',
    '    |    ^',
    '  hint: do this',
  ]);
});

test('nor is the line of the other place where it is about a secret', () => {
  const place = '  vars.yaml:1:4: the first one';
  const linesOf = (text: string, more: Partial<Problem> = {}) =>
    problemLines([doubled(more)], () => text).slice(-2);
  expect(linesOf('a: x\nb: y\nc: x', { isSecret: true })).toEqual([place, '  hint: do this']);
  expect(linesOf('password: x\nb: y\nc: x')).toEqual([place, '  hint: do this']);
});

test('a place is not the other one of itself', () => {
  const { file, range } = doubled();
  const lines = problemLines([doubled({ related: { message: 'the first one', file, range } })], () => '');
  expect(lines).toEqual(['vars.yaml:3:4: it is there twice [duplicate-service]', '  hint: do this']);
});

test('hosts are named where others do not have the problem', () => {
  const about: Problem = { code: 'wrong-type', message: 'it is wrong' };
  const first = (hosts: string[]) => problemLines([{ ...about, hosts }], () => '')[0];
  expect(first(['lb1'])).toBe('it is wrong, on lb1 [wrong-type]');
  expect(first(['lb1', 'lb2'])).toBe('it is wrong, on lb1 and 1 other host [wrong-type]');
});
