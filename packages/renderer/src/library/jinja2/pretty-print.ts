import { lengthOfText } from '../../values/code-points.ts';
import { compare } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError } from '../../values/errors.ts';
import { assertDepth } from '../../values/limits.ts';
import { Markup } from '../../values/markup.ts';
import { NamedTuple } from '../../values/named-tuple.ts';
import { repr } from '../../values/print.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';

const WIDTH = 80;

/**
 * A value as Python's `pprint.pformat` writes it: keys are sorted, and what is too wide is broken.
 *
 * @param knowsLists - Whether lists and dictionaries are broken, too.
 */
export function prettyPrinted(value: Value, knowsLists = true): string {
  return new Printer(knowsLists).written(value, 0, 0, 1);
}

class Printer {
  readonly #knowsLists: boolean;

  constructor(knowsLists: boolean) {
    this.#knowsLists = knowsLists;
  }

  /**
   * @param indent - Where it begins.
   * @param after - What comes behind it on its last line, in characters.
   */
  written(value: Value, indent: number, after: number, level: number): string {
    const flat = this.#flat(value, level);
    if (lengthOfText(flat) <= WIDTH - indent - after) return flat;
    if (typeof value === 'string') return brokenText(value, indent, after, level);
    if (value instanceof NamedTuple) return repr(value);
    if (value instanceof Tuple) {
      const end = value.items.length === 1 ? ',)' : ')';
      return `(${this.#items(value.items, indent + 1, after + end.length, level)}${end}`;
    }
    if (!this.#knowsLists) return flat;
    if (Array.isArray(value)) return `[${this.#items(value, indent + 1, after + 1, level)}]`;
    return value instanceof Dict && value.size > 0 ? this.#dict(value, indent + 1, after, level) : flat;
  }

  /** In one line. */
  #flat(value: Value, level: number): string {
    assertDepth(level, 'while getting the repr of an object');
    const flat = (item: Value): string => this.#flat(item, level + 1);
    if (value instanceof NamedTuple) return repr(value);
    if (value instanceof Tuple)
      return `(${value.items.map(flat).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    if (!this.#knowsLists) return repr(value);
    if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
    if (!(value instanceof Dict)) return repr(value);
    const parts = sortedEntries(value).map(([key, item]) => `${flat(key)}: ${flat(item)}`);
    return `{${parts.join(', ')}}`;
  }

  #dict(dict: Dict, indent: number, after: number, level: number): string {
    const entries = sortedEntries(dict);
    const lines = entries.map(([key, item], index) => {
      const name = this.#flat(key, level);
      const isLast = index === entries.length - 1;
      const start = indent + lengthOfText(name) + 2;
      return `${name}: ${this.written(item, start, isLast ? after + 1 : 1, level + 1)}`;
    });
    return `{${lines.join(`,\n${' '.repeat(indent)}`)}}`;
  }

  #items(items: readonly Value[], indent: number, after: number, level: number): string {
    return items
      .map((item, index) => this.written(item, indent, index === items.length - 1 ? after : 1, level + 1))
      .join(`,\n${' '.repeat(indent)}`);
  }
}

/** By their keys; keys that have no order among each other by the names of their types. */
function sortedEntries(dict: Dict): [Value, Value][] {
  return [...dict.entries()].sort(([a], [b]) => {
    try {
      return compare(a, b);
    } catch (error) {
      if (error instanceof PythonError && error.type === 'TypeError') return classOf(a) < classOf(b) ? -1 : 1;
      throw error;
    }
  });
}

const classOf = (key: Value): string => (key instanceof Markup ? 'markupsafe.Markup' : typeName(key));

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
