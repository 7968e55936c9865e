import { characters, lengthOfText } from '../code-points.ts';
import { typeError } from '../errors.ts';
import { padded } from '../format/pad.ts';
import { assertTextLength } from '../limits.ts';
import { typeName } from '../type-name.ts';
import type { Value } from '../value.ts';
import { textOf } from './arguments.ts';

/** Python's `ljust()`, `rjust()` and `center()`. */
export function justified(text: string, width: number, given: Value, align: '<' | '>' | '^'): string {
  const fill = textOf(given);
  if (fill === undefined) {
    throw typeError(`The fill character must be a unicode character, not ${typeName(given)}`);
  }
  if (lengthOfText(fill) !== 1) throw typeError('The fill character must be exactly one character long');
  return align === '^' ? centered(text, width, fill) : padded(text, width, align, fill);
}

/** Where it cannot be even, the odd one goes to the left if the width is odd. */
function centered(text: string, width: number, fill: string): string {
  const length = lengthOfText(text);
  const missing = width - length;
  if (missing <= 0) return text;
  const before = Math.floor(missing / 2) + (missing % 2 === 1 && width % 2 === 1 ? 1 : 0);
  return padded(padded(text, length + before, '>', fill), width, '<', fill);
}

/** Python's `zfill()`: zeros come after a sign. */
export function zeroFilled(text: string, width: number): string {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + padded(text.slice(sign.length), width - sign.length, '>', '0');
}

/** Python's `expandtabs()`. */
export function withoutTabs(text: string, size: number): string {
  if (size > 1) assertTextLength(text.length + (text.split('\t').length - 1) * (size - 1));
  let column = 0;
  return characters(text)
    .map((character) => {
      if (character === '\t') {
        const spaces = size > 0 ? size - (column % size) : 0;
        column += spaces;
        return ' '.repeat(spaces);
      }
      column = character === '\n' || character === '\r' ? 0 : column + 1;
      return character;
    })
    .join('');
}
