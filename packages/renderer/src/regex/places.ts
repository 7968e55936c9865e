import { isIn } from './categories.ts';

const NEWLINE = 10;

/** Whether a place in a text is of a kind, by its number in a program. */
export function isPlace(kind: number, text: string, at: number): boolean {
  switch (kind) {
    case 0:
      return at === 0;
    case 1:
      return at === 0 || text.charCodeAt(at - 1) === NEWLINE;
    case 2:
      return at === text.length || (at === text.length - 1 && text.charCodeAt(at) === NEWLINE);
    case 3:
      return at === text.length || text.charCodeAt(at) === NEWLINE;
    case 4:
      return at === text.length;
    case 5:
    case 7:
      return isBoundary(text, at, kind === 7);
    default:
      // Python up to 3.13: an empty text has no boundary, and no place that is none, either.
      return text !== '' && !isBoundary(text, at, kind === 8);
  }
}

function isBoundary(text: string, at: number, ascii: boolean): boolean {
  const before = at > 0 && isIn('word', codeBefore(text, at), ascii);
  const after = at < text.length && isIn('word', text.codePointAt(at) ?? 0, ascii);
  return before !== after;
}

/** Where the code point before a place begins. */
export function stepBack(text: string, at: number): number {
  const isPair = at > 1 && isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2));
  return isPair ? at - 2 : at - 1;
}

const codeBefore = (text: string, at: number): number => text.codePointAt(stepBack(text, at)) ?? 0;

const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00;
