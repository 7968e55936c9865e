import { once } from '../../once.ts';

const SPACE = '[\\t\\n\\v\\f\\r ]';
const WORD = `[\\p{L}\\p{N}_!"'&.,?]`;
const LETTER = '[\\p{L}_]';
// From Python's textwrap (PSF licence): blanks, dashes between words, and words, which may be broken after a hyphen
// that has two letters before it.
const HYPHENATED = once(
  () =>
    new RegExp(
      `(${SPACE}+|(?<=${WORD})-{2,}(?=[\\p{L}\\p{N}_])|[^\\t\\n\\v\\f\\r ]+?(?:-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})|(?=${SPACE}|$)|(?<=${WORD})(?=-{2,}[\\p{L}\\p{N}_])))`,
      'u',
    ),
);
const PLAIN = new RegExp(`(${SPACE}+)`);

/** Where a line may be broken: between its words, and after their hyphens. */
export function chunksOf(line: string, onHyphens: boolean): string[] {
  return line.split(onHyphens ? HYPHENATED() : PLAIN).filter((chunk) => chunk !== '');
}
