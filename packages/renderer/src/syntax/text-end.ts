import { beforeBlanks, beforeWhitespace } from './whitespace.ts';

/** What follows a text: its place, and the sign that says what becomes of the whitespace before it. */
export interface Following {
  readonly start: number;
  readonly sign: string;
}

/** Where a text ends that begins at `start`, once the whitespace before a tag is stripped. */
export function textEnd(text: string, start: number, following: Following, lstrips: boolean): number {
  if (following.sign === '-') return beforeWhitespace(text, start, following.start);
  if (following.sign === '+' || !lstrips) return following.start;
  const at = beforeBlanks(text, start, following.start);
  return at === 0 || text[at - 1] === '\n' ? at : following.start;
}
