/** What Python calls whitespace; JavaScript's `\s` has other control characters. */
export const WHITESPACE =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** What ends a line for Python's `splitlines`. */
export const LINE_BREAKS = '\\n-\\r\\x1c-\\x1e\\x85\\u2028\\u2029';

export const SPACE: RegExp = new RegExp(`[${WHITESPACE}]`);
const OTHER = new RegExp(`[^${WHITESPACE}]`);

export const isSpace = (character: string): boolean => SPACE.test(character);

/** Python's `strip()`. */
export function stripped(text: string): string {
  return strippedEnd(strippedStart(text));
}

export function strippedStart(text: string): string {
  const first = text.search(OTHER);
  return first === -1 ? '' : text.slice(first);
}

/** Counts down: a regular expression that is anchored at the end would take quadratic time. */
export function strippedEnd(text: string): string {
  let stop = text.length;
  while (stop > 0 && isSpace(text[stop - 1] ?? '')) stop--;
  return text.slice(0, stop);
}
