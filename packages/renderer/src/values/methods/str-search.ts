import { hasSurrogates, lengthOfText } from '../code-points.ts';
import { typeError, valueError } from '../errors.ts';
import { assertTextLength } from '../limits.ts';
import { boundOf } from '../slice.ts';
import { Tuple } from '../tuple.ts';
import { typeName } from '../type-name.ts';
import type { Value } from '../value.ts';
import { countArgument, textArgument, textOf } from './arguments.ts';

/** A part of a text to search in. */
interface Window {
  readonly text: string;
  /** Its position in the whole text. */
  readonly start: number;
}

/** `text[start:stop]`; undefined where it begins after its end. */
function windowOf(whole: string, start: Value, stop: Value): Window | undefined {
  if (start === null && stop === null) return { text: whole, start: 0 };
  const units = hasSurrogates(whole) ? [...whole] : undefined;
  const length = units?.length ?? whole.length;
  const from = start === null ? 0 : boundOf(start, length);
  const to = stop === null ? length : Math.min(boundOf(stop, length), length);
  if (from > to) return undefined;
  return { text: units ? units.slice(from, to).join('') : whole.slice(from, to), start: from };
}

/** Where a part is, from the left or the right; -1 where it is not. */
export function find(whole: string, part: Value, start: Value, stop: Value, isLast: boolean): number {
  const sought = textArgument(part, '');
  const window = windowOf(whole, start, stop);
  const unit = isLast ? window?.text.lastIndexOf(sought) : window?.text.indexOf(sought);
  if (window === undefined || unit === undefined || unit === -1) return -1;
  return window.start + lengthOfText(window.text.slice(0, unit));
}

/** As {@link find}, but it has to be there. */
export function index(whole: string, part: Value, start: Value, stop: Value, isLast: boolean): number {
  const position = find(whole, part, start, stop, isLast);
  if (position === -1) throw valueError('substring not found');
  return position;
}

export function count(whole: string, part: Value, start: Value, stop: Value): number {
  const sought = textArgument(part, '');
  const text = windowOf(whole, start, stop)?.text;
  if (text === undefined) return 0;
  return sought === '' ? lengthOfText(text) + 1 : text.split(sought).length - 1;
}

export function replaced(text: string, old: Value, by: Value, most: Value): string {
  const sought = textArgument(old, 'replace() argument 1');
  const other = textArgument(by, 'replace() argument 2');
  const times = countArgument(most);
  if (times === 0) return text;
  const parts = sought === '' ? ['', ...text, ''] : text.split(sought);
  const replacements = times < 0 ? parts.length - 1 : Math.min(times, parts.length - 1);
  assertTextLength(text.length + replacements * (other.length - sought.length));
  if (replacements === parts.length - 1) return parts.join(other);
  const rest = parts.slice(replacements).join(sought);
  return [...parts.slice(0, replacements), rest].join(other);
}

/** @param side - whether a text begins or ends with one of several. */
export function isAt(
  side: 'startswith' | 'endswith',
  whole: string,
  given: Value,
  start: Value,
  stop: Value,
): boolean {
  const text = windowOf(whole, start, stop)?.text;
  const isThere = (part: string): boolean =>
    text !== undefined && (side === 'startswith' ? text.startsWith(part) : text.endsWith(part));
  if (given instanceof Tuple) {
    return given.items.some((item) => {
      const part = textOf(item);
      if (part === undefined)
        throw typeError(`tuple for ${side} must only contain str, not ${typeName(item)}`);
      return isThere(part);
    });
  }
  const part = textOf(given);
  if (part === undefined) {
    throw typeError(`${side} first arg must be str or a tuple of str, not ${typeName(given)}`);
  }
  return isThere(part);
}
