import { describe, expect, test } from 'vitest';
import { escapePattern } from '../../src/regex/escape.ts';
import { Pattern } from '../../src/regex/pattern.ts';
import { ask, askPython, hasPython, type RegexCase } from './python-re.ts';

const all = (source: string, text: string): (string | undefined)[] =>
  [...new Pattern(source).matches(text)].map(({ groups }) => groups[0]);

describe('a pattern', () => {
  test('finds what it says', () => {
    expect(all('\\d+', 'a1b22c333')).toEqual(['1', '22', '333']);
    expect(new Pattern('(?P<key>\\w+)=(\\w*)').search('  port=80;')?.groups).toEqual([
      'port=80',
      'port',
      '80',
    ]);
    expect(new Pattern('b').match('ab')).toBeUndefined();
  });

  test('goes back for a match of the whole text', () => {
    expect(new Pattern('a|ab').fullMatch('ab')?.groups).toEqual(['ab']);
    expect(new Pattern('a*').fullMatch('aab')).toBeUndefined();
  });

  test('takes the first branch that matches, not the longest', () => {
    expect(all('a|ab', 'ab')).toEqual(['a']);
  });

  test('keeps a group of an earlier round, which JavaScript forgets', () => {
    expect(new Pattern('(?:(a)|b)*').match('ab')?.groups).toEqual(['ab', 'a']);
  });

  test('matches nothing after something, and something after nothing', () => {
    expect(new Pattern('x*').replace('abxd', '-')).toEqual({ text: '-a-b--d-', count: 5 });
  });

  test('sees characters beyond U+FFFF as one', () => {
    expect(all('.', 'a😀b')).toEqual(['a', '😀', 'b']);
    expect(all('(?<=.)b', '😀b')).toEqual(['b']);
    expect(all('[^a]*', '😀😀a')).toEqual(['😀😀', '', '']);
  });

  test('replaces as often as it is told to', () => {
    expect(new Pattern('o').replace('foo boo', '0', 3)).toEqual({ text: 'f00 b0o', count: 3 });
  });
});

describe('a pattern that explodes', () => {
  test.each(['(a+)+$', '(a*)*b', '(?=(a|aa)+$)a'])(
    'is told: %s',
    (source) => {
      expect(() => new Pattern(source).search(`${'a'.repeat(60)}!`)).toThrow(/takes too long/);
    },
    60_000,
  );

  test('is told where it needs too much memory', () => {
    expect(() => new Pattern('(?:a|bc|(b))*$').match('ab'.repeat(2_000_000))).toThrow(/too much memory/);
  }, 60_000);

  test('is told where it is nested too deep', () => {
    expect(() => new Pattern('('.repeat(10_000) + ')'.repeat(10_000))).toThrow(/nested deeper/);
  });

  test('costs nothing where its numbers are large', () => {
    expect(new Pattern('(?:(?:a{1000}){1000}){1000}').search('a'.repeat(1000))).toBeUndefined();
  });
});

const REFUSED = [
  '(',
  ')',
  '[',
  '[a',
  'a)',
  '(?',
  '(?P',
  '(?P<',
  '(?P<a',
  '(?P<a>',
  '(?P<1>a)',
  '(?P=a)',
  '(?P>a)',
  '(?<a)',
  '(?#',
  '(?z)',
  '(?i',
  '(?-',
  '(?-:a)',
  '(?ia-u:a)',
  '(?i-i:a)',
  '(?au:a)',
  '(?L)',
  '(?iz:a)',
  '(?i*:a)',
  'a(?i)',
  '(a)(?m)b',
  '*',
  'a**',
  'a+*',
  '^*',
  'a{2}{3}',
  'a{3,2}',
  'a{99999999999}',
  '(?(1)a|b|c)',
  '(?(x)a)',
  '(?(0)a)',
  '(?(9)a)',
  '(?(*)a)',
  '\\',
  'a\\',
  '[\\',
  '\\q',
  '[\\q]',
  '\\1',
  '(a)\\2',
  '(\\1)',
  '\\400',
  '[\\400]',
  '\\x1',
  '\\u12',
  '\\U00110000',
  '[z-a]',
  '[\\w-a]',
  '[a-\\d]',
  '(?<=a+)b',
  '(?<!a|bc)d',
  '(?<=(a)\\1)b',
  '(?P<a>x)(?P<a>y)',
  'a\n(',
  '[]',
  '[^]',
  '|*',
  '(|*)',
  '\\8',
  '[\\8]',
  'a{1}{',
  '(?:a',
];

const KEPT: RegexCase[] = [
  { pattern: '[]]', text: 'a]' },
  { pattern: 'a{,}b', text: 'aab' },
  { pattern: 'a{}|{2|{', text: 'a{}{2' },
  { pattern: '(?x) a # comment\n b [ ] \\ ', text: 'ab  ' },
  { pattern: '(?x:a b)c d', text: 'abc d' },
  { pattern: '\\A\\w+$', text: 'word\n' },
  { pattern: '^\\w+$', flags: 8, text: 'one\ntwo\n' },
  { pattern: '\\s', text: '\x1c\x85\ufeff\u200b\u2003' },
  { pattern: '\\d', text: '٣3Ⅷ½' },
  { pattern: '\\w', text: 'ñ_²五́' },
  { pattern: '\\w|\\d|\\s|\\b', flags: 256, text: 'ñ ٣ a1' },
  { pattern: 'straße|ſ|K', flags: 2, text: 'STRASSE sS kK İıIi ΣσςΣ' },
  { pattern: '[i-k]|[^σ]|\\u00b5', flags: 2, text: 'İıIi ΣσςΣ μµ' },
  { pattern: '[À-Þ]+', flags: 2, text: 'àéîõü÷Ÿÿ' },
  { pattern: '[\\u0400-\\U0001ffff]', flags: 2, text: 'Ω\u2126Ⴀ𐐀𐐨é' },
  { pattern: '(σ)\\1', flags: 2, text: 'σς ΣΣ σΣ' },
  { pattern: '(a)?(?(1)b|c)', text: 'abc' },
  { pattern: '(?P<q>[\'"]).*?(?P=q)', text: `say "it's" 'x'` },
  { pattern: 'a', text: 'xax', replacement: '\\0\\x' },
  { pattern: 'a', text: 'xax', replacement: '\\0\\012\\n\\.\\\\' },
  { pattern: '(a)(?P<n>x)?', text: 'xax', replacement: '[\\g<1>\\g<n>\\2\\g<0>]' },
  { pattern: '(a)', text: 'a', replacement: '\\12' },
  { pattern: '(a)', text: 'a', replacement: '\\121' },
  { pattern: '(a)', text: 'a', replacement: '\\g<2>' },
  { pattern: '(a)', text: 'a', replacement: '\\g<b>' },
  { pattern: '(a)', text: 'a', replacement: '\\g<' },
  { pattern: '(a)', text: 'a', replacement: '\\g' },
  { pattern: '(a)', text: 'a', replacement: '\\g<>' },
  { pattern: '(a)', text: 'a', replacement: '\\g<-1>' },
  { pattern: '(a)', text: 'a', replacement: 'x\\' },
  { pattern: '(a)', text: 'a', replacement: '\\777' },
  { pattern: '(?<=😀)b', text: '😀b', replacement: '😀\\q' },
];

test.skipIf(!hasPython)('what Python takes and refuses, it takes and refuses in the same words', () => {
  const cases = [...REFUSED.map((pattern) => ({ pattern, text: 'aab' })), ...KEPT];
  const python = askPython(cases);
  expect(cases.map((one) => [one.pattern, ask(one)])).toEqual(
    cases.map((one, index) => [one.pattern, python[index]]),
  );
});

test('a text that is escaped matches itself', () => {
  const text = 'a.b*c (d) [e] {f} ^$ | ? + - # & ~ \\ \n\t 😀';
  expect(new Pattern(escapePattern(text)).match(text)?.end).toBe(text.length);
  expect(escapePattern('a-b.c_d/e')).toBe('a\\-b\\.c_d/e');
});
