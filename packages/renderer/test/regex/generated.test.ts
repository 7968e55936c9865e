import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, askPython, hasPython, type RegexCase } from './python-re.ts';

// Few letters, so that patterns match; one that takes two UTF-16 units, and those with strange cases.
const letter = fc.constantFrom('a', 'b', 'A', 'c', '1', '_', ' ', '\n', '😀', 'ſ', 's', 'K', 'k', 'é');

const atom = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'A', 'c', '1', 's', 'K', '😀', 'é') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('.', '\\w', '\\d', '\\s', '\\W', '\\D', '\\S', '\\n', '\\x61', '\\101'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '[ab]',
      '[^a]',
      '[a-c]',
      '[\\w-]',
      '[^\\s1]',
      '[]a]',
      '[^]a]',
      '[A-Zé]',
      '[a\\]-]',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('\\1', '\\2', '(?P=n)', '(?(1)a|b)', '(?(2)a)') },
);

const place = fc.constantFrom('^', '$', '\\b', '\\B', '\\A', '\\Z', '^*');

const quantifiers = [
  '',
  '',
  '',
  '',
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{,2}',
  '{1,2}?',
  '{2,}',
  '{',
  '{a}',
];

// Python 3.11 has bugs of its own where a group is repeated possessively.
const possessive = ['*+', '++', '?+', '{0,2}+'];

const { pattern } = fc.letrec<{ pattern: string; piece: string; group: string }>((tie) => ({
  pattern: fc
    .array(fc.tuple(tie('piece'), fc.constantFrom('', '', '', '|')), { minLength: 1, maxLength: 4 })
    .map((pieces) => pieces.map(([piece, or], index) => (index === 0 ? '' : or) + piece).join('')),
  piece: fc
    .oneof(
      { maxDepth: 3 },
      fc.tuple(atom, fc.constantFrom(...quantifiers, ...possessive)),
      fc.tuple(place, fc.constant('')),
      fc.tuple(tie('group'), fc.constantFrom('', '*', '?')),
      fc.tuple(tie('group'), fc.constantFrom(...quantifiers)),
    )
    .map((parts) => parts.join('')),
  group: fc
    .tuple(
      fc.constantFrom(
        '(',
        '(',
        '(',
        '(?:',
        '(?:',
        '(?>',
        '(?=',
        '(?!',
        '(?<=',
        '(?<!',
        '(?i:',
        '(?-i:',
        '(?s:',
        '(?#',
      ),
      tie('pattern'),
    )
    .map(([open, body]) => `${open}${body})`),
}));

/** What references can refer to. */
const start = fc.constantFrom(
  '',
  '(a)(?P<n>b?)',
  '(a)',
  '(?P<n>a*)(b)?',
  '(a|(?P<n>b))*?',
  '(?i)(?P<n>.)(s)?',
  '(?x)',
);

const regexCase: fc.Arbitrary<RegexCase> = fc.record({
  pattern: fc.tuple(start, pattern).map((parts) => parts.join('')),
  flags: fc.constantFrom(0, 0, 0, 2, 8, 16, 64, 256, 258),
  text: fc.array(letter, { maxLength: 10 }).map((letters) => letters.join('')),
  replacement: fc.constantFrom('-', '-', '<\\g<0>>', '<\\1>', '\\g<0>!', '\\g<n>\\n'),
});

describe('generated patterns', () => {
  test.skipIf(!hasPython)(
    'match what Python matches, and are refused with its words',
    { timeout: 120_000 },
    () => {
      const seed = Number(process.env.SEED ?? 20_26);
      const numRuns = Number(process.env.RUNS ?? 4000);
      const cases = fc.sample(regexCase, { seed, numRuns });
      const expected = askPython(cases);
      const different = cases
        .map((one, index) => ({ case: one, ours: ask(one), python: expected[index] }))
        .filter(
          ({ ours, python }) =>
            !('endless' in (python ?? {})) && JSON.stringify(ours) !== JSON.stringify(python),
        );
      expect(
        different.slice(0, Number(process.env.SHOW ?? 3)),
        `seed ${seed}: ${different.length} differ`,
      ).toEqual([]);
    },
  );
});
