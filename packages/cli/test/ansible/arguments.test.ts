import { expect, test } from 'vitest';
import { readArguments } from '../../src/ansible/arguments.ts';

test.each([
  [['-i', 'a']],
  [['-ia']],
  [['-Ci', 'a']],
  [['-Cia']],
  [['--inventory', 'a']],
  [['--inventory=a']],
  [['--inventory-file', 'a']],
  [['-l', '-ib', '-i', 'a']],
])('%j names the inventory a', (given) => {
  expect(readArguments(given).inventories).toEqual(['a']);
});

test('the value of another option is no option', () => {
  expect(readArguments(['--limit', '--check', '-e', '-C', '-t', '-D'])).toMatchObject({
    check: false,
    output: false,
  });
});

test('inventories and extra variables may be given more than once', () => {
  expect(readArguments(['-i', 'a', '-e', '@x', '-ib', '--extra-vars=k=v=w'])).toMatchObject({
    inventories: ['a', 'b'],
    extraVars: ['@x', 'k=v=w'],
  });
});

test.each([['-vvv'], ['--verbose'], ['-D'], ['-bKD'], ['--step']])(
  "%s asks for Ansible's own output",
  (word) => {
    expect(readArguments([word]).output).toBe(true);
  },
);

test.each([['--list-tasks'], ['--syntax-check'], ['-h']])('%s deploys nothing', (word) => {
  expect(readArguments([word]).lists).toBe(true);
});
