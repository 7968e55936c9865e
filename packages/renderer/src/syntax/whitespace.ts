import { isSpace } from '../values/whitespace.ts';

/** Where the whitespace ends that begins at an offset. */
export function afterWhitespace(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text.charAt(end))) end++;
  return end;
}

/** Where the whitespace begins that ends before an offset; not before `start`. */
export function beforeWhitespace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charAt(at - 1))) at--;
  return at;
}

/** As {@link beforeWhitespace}, within a line. */
export function beforeBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] !== '\n' && isSpace(text.charAt(at - 1))) at--;
  return at;
}
