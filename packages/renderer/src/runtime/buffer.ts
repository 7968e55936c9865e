import { Dict } from '../values/dict.ts';
import { DictView } from '../values/dict-view.ts';
import { Generator } from '../values/generator.ts';
import { omit } from '../values/omit.ts';
import { str } from '../values/print.ts';
import { Tuple } from '../values/tuple.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { finalized } from './finalized.ts';

/** Nothing has been written yet. */
export const nothing: unique symbol = Symbol('nothing');

/**
 * What has been written: text in Jinja2; in ansible-core nothing, one value of any type, or the text of several. So
 * `{{ [1] }}` alone is a list there, and `{{ [1] }} ` a text.
 */
export type Buffer = Value | typeof nothing;

export function append(buffer: Buffer, value: Buffer): Buffer {
  if (value === nothing) return buffer;
  return buffer === nothing ? value : textOf(buffer) + textOf(value);
}

export function appendText(buffer: Buffer, text: string): Buffer {
  return buffer === nothing ? text : textOf(buffer) + text;
}

/** What a macro or a `set` block makes of its buffer. */
export const captured = (buffer: Buffer): Value => (buffer === nothing ? null : buffer);

/** What is printed; an undefined name is an error right where it is printed. */
export function printable(value: Value): Value {
  if (value instanceof Undefined && value.isStrict) throw value.error();
  return value;
}

/** A buffer as text: ansible-core writes nothing for `None`. */
export function textOf(buffer: Buffer): string {
  if (typeof buffer === 'string') return buffer;
  if (buffer === null || buffer === nothing || buffer === omit) return '';
  if (typeof buffer === 'number') return String(buffer);
  return str(isContainer(buffer) ? finalized(buffer) : buffer);
}

const isContainer = (value: Value): boolean =>
  Array.isArray(value) ||
  value instanceof Tuple ||
  value instanceof Dict ||
  value instanceof Generator ||
  value instanceof DictView;
