import { Dict } from '../values/dict.ts';
import { type Place, PythonError } from '../values/errors.ts';
import { isLiteral } from '../values/literals.ts';
import { omit } from '../values/omit.ts';
import { str } from '../values/print.ts';
import { isSettled } from '../values/settled.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { finalized, finalizedForText } from './finalized.ts';
import { placeOf, type State } from './state.ts';

/** Nothing has been written yet. */
export const nothing: unique symbol = Symbol('nothing');

/**
 * What has been written: text in Jinja2; in ansible-core nothing, one value of any type, or several that are a text
 * in the end. So `{{ [1] }}` alone is a list there, and `{{ [1] }} ` a text.
 */
export type Buffer = Value | typeof nothing | Printed;

interface Piece {
  readonly value: Value;
  readonly place: Place;
}

/**
 * What ansible-core has printed, where something is among it that may still change or that is undefined: it is looked
 * at only once the text is asked for.
 */
class Printed {
  readonly pieces: (Piece | string)[];

  constructor(pieces: (Piece | string)[]) {
    this.pieces = pieces;
  }

  add(more: Piece | string): void {
    const last = this.pieces.length - 1;
    const before = this.pieces[last];
    if (typeof before === 'string' && typeof more === 'string') this.pieces[last] = before + more;
    else this.pieces.push(more);
  }
}

/**
 * Adds a value that is printed.
 *
 * @throws PythonError for what is undefined, unless it is printed into a value.
 */
export function print(buffer: Buffer, value: Value, state: State): Buffer {
  if (state.capturing === 0 && value instanceof Undefined && value.isStrict) throw value.error();
  return append(
    buffer,
    isSettled(value) ? value : new Printed([{ value: kept(value), place: placeOf(state) }]),
  );
}

/** ansible-core keeps what a variable has as it is, which may still change; of what a template has written, a copy. */
function kept(value: Value): Value {
  if (Array.isArray(value)) return isLiteral(value) ? value.slice() : value;
  return value instanceof Dict && isLiteral(value) ? value.copy() : value;
}

/** Adds what another buffer holds. */
export function append(buffer: Buffer, more: Buffer): Buffer {
  if (more === nothing || buffer === nothing) return more === nothing ? buffer : more;
  // None is nothing as well, unless it is all that there is.
  if (more === null || buffer === null) return more === null ? buffer : more;
  if (!(buffer instanceof Printed) && !(more instanceof Printed)) return textOf(buffer) + textOf(more);
  const all = buffer instanceof Printed ? buffer : new Printed([textOf(buffer)]);
  if (more instanceof Printed) for (const piece of more.pieces) all.add(piece);
  else all.add(textOf(more));
  return all;
}

/**
 * A buffer that was written as a whole, now that it is printed.
 *
 * @throws PythonError for the first thing in it that is undefined.
 */
export function checked(buffer: Buffer): Buffer {
  if (!(buffer instanceof Printed)) return buffer;
  for (const piece of buffer.pieces) {
    const value = typeof piece === 'string' ? undefined : located(piece);
    if (value instanceof Undefined && value.isStrict) throw value.error();
  }
  return buffer;
}

/** What a macro or a `set` block makes of its buffer: what is undefined in it is its value then. */
export function captured(buffer: Buffer): Value {
  if (buffer === nothing) return null;
  if (!(buffer instanceof Printed)) return buffer;
  const [first, ...more] = buffer.pieces;
  if (more.length === 0 && typeof first === 'object') return located(first);
  let text = '';
  for (const piece of buffer.pieces) {
    const next = typeof piece === 'string' ? piece : shown(piece);
    if (next instanceof Undefined) return next;
    text += next;
  }
  return text;
}

/**
 * What a template has made.
 *
 * @throws PythonError for what is undefined in it.
 */
export function finished(buffer: Buffer): Value {
  const only = buffer instanceof Printed && buffer.pieces.length === 1 ? buffer.pieces[0] : undefined;
  try {
    return finalized(captured(buffer));
  } catch (error) {
    throw error instanceof PythonError && typeof only === 'object' ? error.from(only.place) : error;
  }
}

const located = ({ value, place }: Piece): Value =>
  value instanceof Undefined && value.isStrict ? value.from(place) : value;

function shown({ value, place }: Piece): string | Undefined {
  try {
    return textOf(value);
  } catch (error) {
    if (error instanceof PythonError) return Undefined.of(error.from(place));
    throw error;
  }
}

/** A value as text: ansible-core writes nothing for `None`. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || value === omit) return '';
  if (typeof value === 'number') return String(value);
  return str(isSettled(value) ? value : finalizedForText(value));
}
