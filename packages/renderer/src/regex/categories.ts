import type { CategoryName } from './nodes.ts';

// What `str.isdecimal`, `str.isspace` and `str.isalnum` say. Python's \s is not JavaScript's: U+001C to U+001F and
// U+0085 are in it, U+FEFF is not.
const UNICODE: Record<CategoryName, RegExp> = {
  digit: /^\p{Nd}/u,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Python counts these four control characters as space
  space: /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u,
  word: /^[\p{L}\p{N}_]/u,
};

const ASCII: Record<CategoryName, RegExp> = {
  digit: /^[0-9]/,
  space: /^[\t-\r ]/,
  word: /^[0-9A-Za-z_]/,
};

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** Answers that were given once: asking Unicode's tables for each character of a long text is slow. */
const answers: Record<CategoryName, Uint8Array | undefined> = {
  digit: undefined,
  space: undefined,
  word: undefined,
};

/** Whether a code point is a digit, a space or a part of a word. */
export function isIn(name: CategoryName, code: number, ascii: boolean): boolean {
  if (ascii) return code < 128 && ASCII[name].test(String.fromCharCode(code));
  answers[name] ??= new Uint8Array(0x110000);
  const known = answers[name];
  if (known[code] === UNKNOWN) known[code] = UNICODE[name].test(String.fromCodePoint(code)) ? YES : NO;
  return known[code] === YES;
}
