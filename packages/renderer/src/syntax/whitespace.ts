// What Python takes for whitespace is not what JavaScript does: the separators of ASCII count, the byte order mark
// does not.

// As classes of a regular expression, without their brackets.

/** Whitespace within a line. */
export const BLANKS =
  '\\t\\v\\f\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
export const WHITESPACE = `\\n\\r${BLANKS}`;

const BEYOND_ASCII = new RegExp(`^[${WHITESPACE}]$`);

export function isWhitespace(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  return BEYOND_ASCII.test(character);
}

/** Where the whitespace ends that begins at an offset. */
export function afterWhitespace(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWhitespace(text.charAt(end))) end++;
  return end;
}

/** Where the whitespace begins that ends before an offset; not before `start`. */
export function beforeWhitespace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhitespace(text.charAt(at - 1))) at--;
  return at;
}
