import type { Call } from '../../runtime/call.ts';
import { subtract } from '../../values/arithmetic.ts';
import { lengthOfText, textBetween } from '../../values/code-points.ts';
import { greaterThan, lessOrEqual, lessThan } from '../../values/compare.ts';
import { typeError, valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Markup } from '../../values/markup.ts';
import { lines } from '../../values/methods/str-split.ts';
import { repr } from '../../values/print.ts';
import { boundOf } from '../../values/slice.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { chunksOf } from './wrap-chunks.ts';

export const wrapFilters: Record<string, PythonFunction> = {
  wordwrap: fn(
    'wordwrap(s, width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True)',
    (call: Call, value: Value, width: Value, breakLong: Value, wrapWith: Value, onHyphens: Value) => {
      const between = textOf(wrapWith ?? call.newlineSequence, 'join');
      const settings = { width, breakLong, onHyphens };
      return lines(textOf(value, 'splitlines'), false)
        .map((line) => wrapped(line, settings).join(between))
        .join(between);
    },
  ),
};

function textOf(value: Value, method: string): string {
  if (typeof value === 'string') return value;
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) throw value.error();
  throw typeError(`'${typeName(value)}' object has no attribute '${method}'`);
}

interface Settings {
  readonly width: Value;
  /** Python asks whether it is true only where a word is too long. */
  readonly breakLong: Value;
  readonly onHyphens: Value;
}

/** A word or the blanks between two; its length is counted once. */
interface Chunk {
  readonly text: string;
  readonly length: number;
}

const BLANKS = /^[\t\n\v\f\r ]*$/;

const chunkOf = (text: string): Chunk => ({ text, length: lengthOfText(text) });
const isBlank = (chunk: Chunk | undefined): boolean => chunk !== undefined && BLANKS.test(chunk.text);

/** Python's `textwrap.wrap` of a line: words as long as they fit, without the blanks at the ends of lines. */
function wrapped(line: string, settings: Settings): string[] {
  const { width } = settings;
  if (lessOrEqual(width, 0)) throw valueError(`invalid width ${repr(width)} (must be > 0)`);
  const chunks = chunksOf(line, settings.onHyphens === true)
    .map(chunkOf)
    .reverse();
  const result: string[] = [];
  while (chunks.length > 0) {
    if (result.length > 0 && isBlank(chunks.at(-1))) chunks.pop();
    const current: Chunk[] = [];
    const length = fill(current, chunks, width);
    const next = chunks.at(-1);
    if (next && greaterThan(next.length, width)) takeLong(next, chunks, current, length, settings);
    if (isBlank(current.at(-1))) current.pop();
    if (current.length > 0) result.push(current.map(({ text }) => text).join(''));
  }
  return result;
}

/** Moves chunks to a line as long as there is room; returns how long the line is. */
function fill(current: Chunk[], chunks: Chunk[], width: Value): number {
  let length = 0;
  for (let next = chunks.at(-1); next !== undefined; next = chunks.at(-1)) {
    if (greaterThan(length + next.length, width)) break;
    length += next.length;
    current.push(next);
    chunks.pop();
  }
  return length;
}

/** A word that is longer than a line is broken, or has a line of its own. */
function takeLong(word: Chunk, chunks: Chunk[], current: Chunk[], length: number, settings: Settings): void {
  if (truth(settings.breakLong)) {
    const room = lessThan(settings.width, 1) ? 1 : boundOf(subtract(settings.width, length), 0);
    // No character has more than two units; all of a long word would take quadratic time.
    const start = broken(textBetween(word.text.slice(0, 2 * room), 0, room), settings.onHyphens);
    current.push(chunkOf(start));
    chunks[chunks.length - 1] = {
      text: word.text.slice(start.length),
      length: word.length - lengthOfText(start),
    };
  } else if (current.length === 0) {
    current.push(word);
    chunks.pop();
  }
}

/** What fits of a word, up to its last hyphen unless there are only hyphens before that. */
function broken(start: string, onHyphens: Value): string {
  const hyphen = truth(onHyphens) ? start.lastIndexOf('-') : -1;
  return /[^-]/.test(start.slice(0, Math.max(hyphen, 0))) ? start.slice(0, hyphen + 1) : start;
}
