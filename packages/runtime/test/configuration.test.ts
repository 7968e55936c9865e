import { expect, test } from 'vitest';
import { parseConfiguration } from '../src/index.ts';

test('sections have their kind, their name and their lines', () => {
  const text =
    '# ours\nglobal\n\tmaxconn  500 \n\ndefaults\n  mode tcp\nfrontend mysql # databases\n  bind :::3306 v4v6\n';
  expect(parseConfiguration(text)).toEqual([
    { kind: 'global', name: '', lines: ['maxconn 500'] },
    { kind: 'defaults', name: '', lines: ['mode tcp'] },
    { kind: 'frontend', name: 'mysql', lines: ['bind :::3306 v4v6'] },
  ]);
});

test('comments are no lines, and a quoted or escaped sign begins none', () => {
  const text = 'global\n    # a comment\n    description "a # b"  # why\n    description a\\ \\#b\n';
  expect(parseConfiguration(text)[0]?.lines).toEqual(['description "a # b"', 'description a\\ \\#b']);
});

test('a quote that is never closed hangs nothing and loses no word', () => {
  expect(parseConfiguration('global\n    description "open end\n')[0]?.lines).toEqual([
    'description "open end',
  ]);
});

test('what stands before the first section is left out', () => {
  expect(parseConfiguration('timeout client 1s\n')).toEqual([]);
});
