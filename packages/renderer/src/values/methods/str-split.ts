import type { Call } from '../../runtime/call.ts';
import { typeError, valueError } from '../errors.ts';
import { isIterable, iterate } from '../iterate.ts';
import { assertTextLength } from '../limits.ts';
import { Tuple } from '../tuple.ts';
import { typeName } from '../type-name.ts';
import { Undefined } from '../undefined.ts';
import type { Value } from '../value.ts';
import { LINE_BREAKS, SPACE, stripped, strippedEnd, strippedStart } from '../whitespace.ts';
import { textArgument, textOf } from './arguments.ts';

/** Python's `split()` and `rsplit()`: from the left or the right, at most so many times; less than 0 is any number. */
export function split(text: string, separator: Value, most: number, isFromRight: boolean): string[] {
  if (separator === null) return isFromRight ? wordsFromRight(text, most) : words(text, most);
  const sought = textOf(separator);
  if (sought === undefined) throw typeError(`must be str or None, not ${typeName(separator)}`);
  if (sought === '') throw valueError('empty separator');
  if (isFromRight) return splitFromRight(text, sought, most);
  const parts = text.split(sought);
  if (most < 0 || parts.length - 1 <= most) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(sought)];
}

function splitFromRight(text: string, sought: string, most: number): string[] {
  if (most < 0) return text.split(sought);
  const parts: string[] = [];
  let rest = text;
  while (parts.length < most) {
    const at = rest.lastIndexOf(sought, rest.length - sought.length);
    if (at === -1 || rest.length < sought.length) break;
    parts.push(rest.slice(at + sought.length));
    rest = rest.slice(0, at);
  }
  return [...parts, rest].toReversed();
}

function words(text: string, most: number): string[] {
  // Not by what repeats, which would fill V8's stack in a long text.
  if (most < 0) return text.split(SPACE).filter((word) => word !== '');
  const parts: string[] = [];
  let rest = strippedStart(text);
  while (rest !== '' && parts.length < most) {
    const end = rest.search(SPACE);
    parts.push(end === -1 ? rest : rest.slice(0, end));
    rest = end === -1 ? '' : strippedStart(rest.slice(end));
  }
  return rest === '' ? parts : [...parts, rest];
}

function wordsFromRight(text: string, most: number): string[] {
  const all = words(text, -1);
  if (most < 0 || all.length <= most) return all;
  const kept = all.slice(all.length - most);
  // What is left keeps the whitespace between its words.
  let rest = strippedEnd(text);
  for (const word of kept.toReversed()) rest = strippedEnd(rest.slice(0, rest.length - word.length));
  return [rest, ...kept];
}

const BREAK = new RegExp(`\\r\\n|[${LINE_BREAKS}]`, 'g');

/** Python's `splitlines()`, which knows more ends of lines than JavaScript. */
export function lines(text: string, keepsEnds: boolean): string[] {
  const result: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(BREAK)) {
    const stop = index + end.length;
    result.push(text.slice(start, keepsEnds ? stop : index));
    start = stop;
  }
  return start < text.length ? [...result, text.slice(start)] : result;
}

/** Python's `partition()` and `rpartition()`. */
export function partition(text: string, separator: Value, isLast: boolean): Tuple {
  const sought = textArgument(separator, '');
  if (sought === '') throw valueError('empty separator');
  const at = isLast ? text.lastIndexOf(sought) : text.indexOf(sought);
  if (at !== -1) return new Tuple([text.slice(0, at), sought, text.slice(at + sought.length)]);
  return new Tuple(isLast ? ['', '', text] : [text, '', '']);
}

export function joined(call: Call, separator: string, items: Value): string {
  const parts: string[] = [];
  let length = 0;
  if (!isIterable(items)) throw typeError('can only join an iterable');
  for (const item of iterate(items)) {
    const text = textOf(item);
    if (text === undefined) {
      if (call.profile === 'ansible' && item instanceof Undefined && item.isStrict) throw item.error();
      throw typeError(`sequence item ${parts.length}: expected str instance, ${typeName(item)} found`);
    }
    parts.push(text);
    length += text.length + separator.length;
  }
  assertTextLength(length);
  return parts.join(separator);
}

/** Python's `strip()`, `lstrip()` and `rstrip()`: of whitespace, or of any of some characters. */
export function strip(name: 'strip' | 'lstrip' | 'rstrip', text: string, given: Value): string {
  if (given === null) return STRIP[name](text);
  const set = textOf(given);
  if (set === undefined) throw typeError(`${name} arg must be None or str`);
  const members = new Set(set);
  const all = [...text];
  let start = 0;
  let stop = all.length;
  if (name !== 'rstrip') while (start < stop && members.has(all[start] as string)) start++;
  if (name !== 'lstrip') while (stop > start && members.has(all[stop - 1] as string)) stop--;
  return start === 0 && stop === all.length ? text : all.slice(start, stop).join('');
}

const STRIP = { strip: stripped, lstrip: strippedStart, rstrip: strippedEnd };
