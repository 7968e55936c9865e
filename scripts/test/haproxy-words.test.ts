import { expect, test } from 'vitest';
import { haproxyWords } from './haproxy-words.ts';

// The manual's own examples, 2.2 "Quoting and escaping": each line says the same.
test.each([
  String.raw`log-format %{+Q}o\ %t\ %s\ %{-Q}r`,
  'log-format "%{+Q}o %t %s %{-Q}r"',
  "log-format '%{+Q}o %t %s %{-Q}r'",
  `log-format "%{+Q}o %t"' %s %{-Q}r'`,
  String.raw`log-format "%{+Q}o %t"' %s'\ %{-Q}r`,
])('%s is two words', (line) => {
  expect(haproxyWords(line)).toEqual(['log-format', '%{+Q}o %t %s %{-Q}r']);
});

test.each([
  ['spaces and tabs part words', '    server\ta  b ', ['server', 'a', 'b']],
  ['a hash ends the line, also within a word', 'server a#b c', ['server', 'a']],
  ['an escaped hash does not', String.raw`server a\#b`, ['server', 'a#b']],
  ['a quoted hash does not', `server "#" '#'`, ['server', '#', '#']],
  ['empty quotes are a word', `server "" a`, ['server', '', 'a']],
  ['a backslash joins two words', String.raw`server a\ b`, ['server', 'a b']],
  ['a backslash before a letter stays', String.raw`server a\d`, ['server', String.raw`a\d`]],
  ['a dollar outside of weak quotes stays', "user a $6$b '$HOME'", ['user', 'a', '$6$b', '$HOME']],
  ['a line that is a comment has no words', '  # server a', []],
])('%s', (_, line, words) => {
  expect(haproxyWords(line)).toEqual(words);
});

test.each(['server "${HOME}"', 'server "$HOME"', 'server "a', "server 'a", 'server a\0b'])(
  '%j loses what was written',
  (line) => {
    expect(haproxyWords(line)[1]).not.toContain('HOME');
    expect(line.split(' ')[1]).not.toBe(haproxyWords(line)[1]);
  },
);
