import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf } from '../../src/report/frame.ts';

const at = (start: number, end: number, lastLine = 7) => ({
  start: { line: 7, column: start },
  end: { line: lastLine, column: end },
});

test('the marks stand below the piece that is meant, and nothing is wider than there is room', () => {
  const piece = fc
    .tuple(fc.string({ minLength: 1, maxLength: 300 }), fc.nat(), fc.nat())
    .map(([line, one, other]) => {
      const start = 1 + (one % line.length);
      return { line, start, end: start + 1 + (other % (line.length - start + 1)) };
    });
  fc.assert(
    fc.property(piece, fc.integer({ min: 30, max: 200 }), ({ line, start, end }, width) => {
      const { margin, shown, marginBelow, marks } = frameOf(line, at(start, end), width);
      expect(marginBelow).toHaveLength(margin.length);
      expect((margin + shown).length).toBeLessThanOrEqual(width);
      expect((marginBelow + marks).length).toBeLessThanOrEqual(width);
      const [, before = '', carets = ''] = /^( *)(\^+)$/.exec(marks) ?? [];
      // Where the line is cut, a sign says so.
      const below = shown.slice(before.length, before.length + carets.length).replace(/…$/, '');
      expect(line.slice(start - 1, end - 1).startsWith(below)).toBe(true);
      expect(below).not.toBe('');
      if (margin.length + line.length <= width) {
        expect(shown).toBe(line);
        expect(carets).toHaveLength(end - start);
      }
    }),
  );
});

test.each([
  ['its line', '  - name: mysql', '^^^^^^^^^^^'],
  ['what is no comment', '  - name: mysql # the main one', '^^^^^^^^^^^'],
  ['a text with a number sign', "  - name: 'my #sql'", '^^^^^^^^^^^^^^^'],
])('of a piece that goes on below, %s is marked', (_what, line, marks) => {
  expect(frameOf(line, at(5, 3, 9), 80).marks.trim()).toBe(marks);
});
