import { stripVTControlCharacters, styleText } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '../../src/report/folded.ts';

const text = fc.array(fc.stringMatching(/^[a-z:.]{1,20}$/), { minLength: 1 }).map((words) => words.join(' '));

test('every word is there, in its order, and a line is too long only for a single word', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 60 }), (given, width) => {
      const lines = folded(given, width, '    ');
      expect(lines.map((line) => line.trim()).join(' ')).toBe(given);
      for (const [index, line] of lines.entries()) {
        expect(line.length <= width || !line.trim().includes(' ')).toBe(true);
        if (index > 0) expect(line.startsWith('    ')).toBe(true);
      }
    }),
  );
});

test('colours make no difference', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 10, max: 60 }), (given, which, width) => {
      const words = given.split(' ');
      const at = which % words.length;
      const coloured = words.with(at, styleText('red', words[at] ?? '', { validateStream: false })).join(' ');
      expect(folded(coloured, width).map(stripVTControlCharacters)).toEqual(folded(given, width));
    }),
  );
});
