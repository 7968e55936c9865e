import { lengthOfText } from '../../values/code-points.ts';
import { compare } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError } from '../../values/errors.ts';
import { repr } from '../../values/print.ts';
import { Tuple } from '../../values/tuple.ts';
import type { Value } from '../../values/value.ts';

const WIDTH = 80;

/** A value as Python's `pprint.pformat` writes it: keys are sorted, and what is too wide is broken. */
export function prettyPrinted(value: Value): string {
  return written(value, 0, 0, 1);
}

/**
 * @param indent - Where it begins.
 * @param after - What comes behind it on its last line, in characters.
 */
function written(value: Value, indent: number, after: number, level: number): string {
  const flat = flatText(value);
  if (lengthOfText(flat) <= WIDTH - indent - after) return flat;
  if (value instanceof Dict && value.size > 0) return dictText(value, indent, after, level);
  if (Array.isArray(value)) return `[${itemsText(value, indent + 1, after + 1, level)}]`;
  if (value instanceof Tuple) {
    const end = value.items.length === 1 ? ',)' : ')';
    return `(${itemsText(value.items, indent + 1, after + end.length, level)}${end}`;
  }
  return typeof value === 'string' ? brokenText(value, indent, after, level) : flat;
}

function flatText(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flatText).join(', ')}]`;
  if (value instanceof Tuple)
    return `(${value.items.map(flatText).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  if (!(value instanceof Dict)) return repr(value);
  return `{${sortedEntries(value)
    .map(([key, item]) => `${flatText(key)}: ${flatText(item)}`)
    .join(', ')}}`;
}

/** By their keys; keys that have no order among each other stay as they are. */
function sortedEntries(dict: Dict): [Value, Value][] {
  return [...dict.entries()].sort(([a], [b]) => {
    try {
      return compare(a, b);
    } catch (error) {
      if (error instanceof PythonError) return 0;
      throw error;
    }
  });
}

function dictText(dict: Dict, outer: number, after: number, level: number): string {
  const indent = outer + 1;
  const entries = sortedEntries(dict);
  const lines = entries.map(([key, item], index) => {
    const name = flatText(key);
    const isLast = index === entries.length - 1;
    return `${name}: ${written(item, indent + lengthOfText(name) + 2, isLast ? after + 1 : 1, level + 1)}`;
  });
  return `{${lines.join(`,\n${' '.repeat(indent)}`)}}`;
}

function itemsText(items: readonly Value[], indent: number, after: number, level: number): string {
  return items
    .map((item, index) => written(item, indent, index === items.length - 1 ? after : 1, level + 1))
    .join(`,\n${' '.repeat(indent)}`);
}

/** A text that is too wide becomes several, broken at blanks, that Python reads as one. */
function brokenText(text: string, outer: number, outerAfter: number, level: number): string {
  const indent = level === 1 ? outer + 1 : outer;
  const after = level === 1 ? outerAfter + 1 : outerAfter;
  const width = WIDTH - indent;
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const chunks = lines.flatMap((line, index) => {
    const isLast = index === lines.length - 1;
    if (lengthOfText(repr(line)) <= width - (isLast ? after : 0)) return [repr(line)];
    return brokenLine(line, width, isLast ? after : 0);
  });
  const joined = chunks.join(`\n${' '.repeat(indent)}`);
  return level === 1 && chunks.length > 1 ? `(${joined})` : joined;
}

function brokenLine(line: string, width: number, after: number): string[] {
  const words = line.match(/\S+\s*|\s+/g) ?? [];
  const chunks: string[] = [];
  let current = '';
  words.forEach((word, index) => {
    const room = index === words.length - 1 ? width - after : width;
    if (lengthOfText(repr(current + word)) > room) {
      if (current !== '') chunks.push(repr(current));
      current = word;
    } else {
      current += word;
    }
  });
  if (current !== '') chunks.push(repr(current));
  return chunks;
}
