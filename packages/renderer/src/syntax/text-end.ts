import { beforeWhitespace, isWhitespace } from './whitespace.ts';

/** What follows a text: its place, and the sign that says what becomes of the whitespace before it. */
export interface Following {
  readonly start: number;
  readonly sign: string;
}

/** Where a text ends that begins at `start`, once the whitespace before a tag is stripped. */
export function textEnd(text: string, start: number, following: Following, lstrips: boolean): number {
  if (following.sign === '-') return beforeWhitespace(text, start, following.start);
  if (following.sign === '+' || !lstrips) return following.start;
  const at = beforeIndentation(text, start, following.start);
  return at === 0 || text[at - 1] === '\n' ? at : following.start;
}

function beforeIndentation(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] !== '\n' && isWhitespace(text.charAt(at - 1))) at--;
  return at;
}
