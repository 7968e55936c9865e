import type { Call } from '../../runtime/call.ts';
import { characters, lengthOfText } from '../../values/code-points.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { LINE_ENDS } from './texts.ts';

export const wrapFilters: Record<string, PythonFunction> = {
  wordwrap: fn(
    'wordwrap(s, width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True)',
    (call: Call, value: Value, width: Value, breakLong: Value, wrapWith: Value, onHyphens: Value) => {
      const between = wrapWith === null ? call.newlineSequence : str(wrapWith);
      const settings = { width: Number(width), breakLong: truth(breakLong), onHyphens: truth(onHyphens) };
      const lines = str(value).split(LINE_ENDS);
      if (lines.at(-1) === '') lines.pop();
      return lines.map((line) => wrapped(line, settings).join(between)).join(between);
    },
  ),
};

interface Settings {
  readonly width: number;
  readonly breakLong: boolean;
  readonly onHyphens: boolean;
}

const BLANKS = /^[\t\n\v\f\r ]+$/;

/** Python's `textwrap.wrap` of a line: words as long as they fit, without the blanks at the ends of lines. */
function wrapped(line: string, settings: Settings): string[] {
  const { width, breakLong } = settings;
  const chunks = chunksOf(line, settings.onHyphens).reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    const current: string[] = [];
    let length = 0;
    if (lines.length > 0 && BLANKS.test(chunks.at(-1) ?? '')) chunks.pop();
    for (let chunk = chunks.at(-1); chunk !== undefined; chunk = chunks.at(-1)) {
      if (length + lengthOfText(chunk) > width) break;
      length += lengthOfText(chunk);
      current.push(chunk);
      chunks.pop();
    }
    const next = chunks.at(-1);
    if (next !== undefined && lengthOfText(next) > width) {
      takeLong(chunks, current, length, { width, breakLong, onHyphens: settings.onHyphens });
    }
    if (BLANKS.test(current.at(-1) ?? '')) current.pop();
    if (current.length > 0) lines.push(current.join(''));
  }
  return lines;
}

/** A word that is longer than a line is broken, or has a line of its own. */
function takeLong(
  chunks: string[],
  current: string[],
  length: number,
  { width, breakLong, onHyphens }: Settings,
): void {
  const room = width < 1 ? 1 : width - length;
  const letters = characters(chunks.at(-1) ?? '');
  if (breakLong) {
    const hyphen = onHyphens && letters.length > room ? letters.lastIndexOf('-', room - 1) : -1;
    const isWord = hyphen > 0 && letters.slice(0, hyphen).some((letter) => letter !== '-');
    const end = isWord ? hyphen + 1 : room;
    current.push(letters.slice(0, end).join(''));
    chunks[chunks.length - 1] = letters.slice(end).join('');
  } else if (current.length === 0) {
    current.push(chunks.pop() ?? '');
  }
}

const SPACE = '[\\t\\n\\v\\f\\r ]';
const WORD = `[\\p{L}\\p{N}_!"'&.,?]`;
const LETTER = '[\\p{L}_]';
// From Python's textwrap (PSF licence): blanks, dashes between words, and words, which may be broken after a hyphen
// that has two letters before it.
const HYPHENATED = new RegExp(
  `(${SPACE}+|(?<=${WORD})-{2,}(?=[\\p{L}\\p{N}_])|[^\\t\\n\\v\\f\\r ]+?(?:-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})|(?=${SPACE}|$)|(?<=${WORD})(?=-{2,}[\\p{L}\\p{N}_])))`,
  'u',
);
const PLAIN = new RegExp(`(${SPACE}+)`);

function chunksOf(line: string, onHyphens: boolean): string[] {
  return line.split(onHyphens ? HYPHENATED : PLAIN).filter((chunk) => chunk !== undefined && chunk !== '');
}
