import { afterWhitespace } from './whitespace.ts';

/** How a tag, a comment or a printed expression ends. */
export interface TagEnd {
  readonly delimiter: string;
  /** `+` before the delimiter keeps the newline that would be trimmed. */
  readonly takesPlus: boolean;
  readonly trimsNewline: boolean;
}

/** Where a tag has ended that ends at an offset, with the whitespace that goes with it; undefined if it does not. */
export function afterTagEnd(text: string, at: number, end: TagEnd): number | undefined {
  const { delimiter } = end;
  if (end.takesPlus && text[at] === '+' && text.startsWith(delimiter, at + 1))
    return at + 1 + delimiter.length;
  if (text[at] === '-' && text.startsWith(delimiter, at + 1)) {
    return afterWhitespace(text, at + 1 + delimiter.length);
  }
  if (!text.startsWith(delimiter, at)) return undefined;
  const after = at + delimiter.length;
  return end.trimsNewline && text[after] === '\n' ? after + 1 : after;
}

/** Where a comment has ended that began before an offset. */
export function afterComment(text: string, from: number, end: TagEnd): number | undefined {
  const at = text.indexOf(end.delimiter, from);
  if (at === -1) return undefined;
  const signed = at > from ? afterTagEnd(text, at - 1, end) : undefined;
  return signed ?? afterTagEnd(text, at, end);
}

/** Where a line statement has ended that ends at an offset: it takes the blank lines that follow it. */
export function afterLine(text: string, at: number): number | undefined {
  const end = afterWhitespace(text, at);
  if (end === text.length) return end;
  const newline = text.slice(at, end).lastIndexOf('\n');
  return newline === -1 ? undefined : at + newline + 1;
}
