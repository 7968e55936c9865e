import { CalendarDate } from '../time/date.ts';
import { DateTime } from '../time/date-time.ts';
import { Dict } from '../values/dict.ts';
import { PythonError, typeError, valueError } from '../values/errors.ts';
import { Float } from '../values/float.ts';
import { Instance } from '../values/instance.ts';
import { isIterable, listOf } from '../values/iterate.ts';
import { Markup } from '../values/markup.ts';
import { repr } from '../values/print.ts';
import { Tuple } from '../values/tuple.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { quoted } from './quoted.ts';

/** How JSON is written, as Python's `json.dumps` takes it. */
export interface JsonOptions {
  /** What a level begins with; undefined: all in one line. */
  readonly indent: string | undefined;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly sortKeys: boolean;
  /** Whether what is not ASCII is escaped. */
  readonly ascii: boolean;
  /** Whether Infinity and NaN are written rather than refused. */
  readonly allowNan: boolean;
}

const deepest = 500;

/**
 * Writes a value as JSON, as Ansible does.
 *
 * @throws PythonError for what JSON has no form for, and for what is undefined.
 */
export function writeJson(value: Value, options: JsonOptions): string {
  return new JsonWriter(options).write(value, 0);
}

class JsonWriter {
  readonly #options: JsonOptions;

  constructor(options: JsonOptions) {
    this.#options = options;
  }

  write(value: Value, depth: number): string {
    const text = this.#scalar(value);
    if (text !== undefined) return text;
    if (depth > deepest) throw new PythonError('RecursionError', 'maximum recursion depth exceeded');
    if (value instanceof Dict) return this.#object(value, depth);
    return this.#around(
      '[',
      itemsOf(value).map((item) => this.write(item, depth + 1)),
      ']',
      depth,
    );
  }

  #scalar(value: Value): string | undefined {
    if (typeof value === 'string') return quoted(value, this.#options.ascii);
    if (
      value === null ||
      typeof value === 'boolean' ||
      typeof value === 'number' ||
      typeof value === 'bigint'
    )
      return String(value);
    if (value instanceof Float) return this.#float(value);
    if (value instanceof Markup) return quoted(value.text, this.#options.ascii);
    if (value instanceof DateTime || value instanceof CalendarDate) return quoted(value.isoformat(), true);
    if (value instanceof Undefined) throw value.error();
    return undefined;
  }

  #float(value: Float): string {
    if (!Number.isFinite(value.value) && !this.#options.allowNan)
      throw valueError('Out of range float values are not JSON compliant');
    return floatText(value);
  }

  #object(dict: Dict, depth: number): string {
    const { sortKeys, ascii, keySeparator } = this.#options;
    // 1 and "1" become one key, and the last one counts.
    const texts = new Map<string, string>();
    for (const [key, item] of dict.entries()) {
      if (item instanceof Undefined) throw item.error();
      texts.set(keyText(key), this.write(item, depth + 1));
    }
    const entries = [...texts];
    if (sortKeys) entries.sort(([one], [other]) => byCodePoints(one, other));
    const members = entries.map(([key, text]) => quoted(key, ascii) + keySeparator + text);
    return this.#around('{', members, '}', depth);
  }

  #around(open: string, parts: readonly string[], close: string, depth: number): string {
    const { indent, itemSeparator } = this.#options;
    if (parts.length === 0) return open + close;
    if (indent === undefined) return open + parts.join(itemSeparator) + close;
    const line = `\n${indent.repeat(depth + 1)}`;
    return `${open}${line}${parts.join(itemSeparator + line)}\n${indent.repeat(depth)}${close}`;
  }
}

function itemsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Tuple) return value.items;
  if (value instanceof Instance && isIterable(value)) return listOf(value);
  throw typeError(`Object of type '${typeName(value)}' is not JSON serializable by the 'tagless' profile.`);
}

function keyText(key: Value): string {
  if (typeof key === 'string') return key;
  if (key instanceof Markup) return key.text;
  if (key === null || typeof key === 'boolean' || typeof key === 'number' || typeof key === 'bigint')
    return String(key);
  if (key instanceof Float) return floatText(key);
  throw typeError(`Key of type '${typeName(key)}' is not JSON serializable by the 'tagless' profile.`);
}

function floatText(value: Float): string {
  if (Number.isFinite(value.value)) return repr(value);
  return Number.isNaN(value.value) ? 'NaN' : value.value < 0 ? '-Infinity' : 'Infinity';
}

/** UTF-16 has what is past U+FFFF before U+E000. */
function byCodePoints(one: string, other: string): number {
  const key = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (!/[\uD800-\uFFFF]/.test(one + other)) return one < other ? -1 : 1;
  const [left, right] = [key(one), key(other)];
  const at = left.findIndex((code, index) => code !== right[index]);
  if (at === -1) return left.length - right.length;
  return (left[at] ?? 0) - (right[at] ?? -1);
}
