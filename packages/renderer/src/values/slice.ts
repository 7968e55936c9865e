import { characters, hasSurrogates } from './code-points.ts';
import { Dict } from './dict.ts';
import { typeError, valueError } from './errors.ts';
import { isLiteral, literal } from './literals.ts';
import { Markup } from './markup.ts';
import { Range } from './range.ts';
import { Tuple } from './tuple.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/** The offsets of a slice, within its sequence. */
interface Bounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/**
 * Python's `value[start:stop:step]`; `null` is a bound that was left out.
 *
 * @throws PythonError for what has no slices, and for bounds that are no integers.
 */
export function slice(value: Value, start: Value, stop: Value, step: Value): Value {
  if (typeof value === 'string') return sliceOfText(value, start, stop, step);
  if (Array.isArray(value)) {
    const part = taken(value, boundsOf(value.length, start, stop, step));
    return isLiteral(value) ? literal(part) : part;
  }
  if (value instanceof Tuple)
    return new Tuple(taken(value.items, boundsOf(value.items.length, start, stop, step)));
  if (value instanceof Markup) return new Markup(sliceOfText(value.text, start, stop, step));
  if (value instanceof Range) return sliceOfRange(value, boundsOf(value.length(), start, stop, step));
  if (value instanceof Undefined) throw value.error();
  if (value instanceof Dict) throw typeError("unhashable type: 'slice'");
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

function sliceOfText(text: string, start: Value, stop: Value, step: Value): string {
  if (hasSurrogates(text)) {
    const all = characters(text);
    return taken(all, boundsOf(all.length, start, stop, step)).join('');
  }
  const bounds = boundsOf(text.length, start, stop, step);
  return bounds.step === 1 ? text.slice(bounds.start, bounds.stop) : taken(text.split(''), bounds).join('');
}

function sliceOfRange(range: Range, { start, stop, step }: Bounds): Range {
  return new Range(range.at(start), range.at(stop), range.step * step);
}

function taken<T>(items: readonly T[], { start, stop, step }: Bounds): T[] {
  if (step === 1) return items.slice(start, stop);
  const result: T[] = [];
  for (let index = start; step > 0 ? index < stop : index > stop; index += step)
    result.push(items[index] as T);
  return result;
}

/** Bounds are moved into the sequence; counting down, -1 is before its first item. */
export function boundsOf(length: number, start: Value, stop: Value, step: Value): Bounds {
  const by = step === null ? 1 : indexOf(step);
  if (by === 0) throw valueError('slice step cannot be zero');
  const lowest = by < 0 ? -1 : 0;
  const highest = by < 0 ? length - 1 : length;
  const within = (bound: Value, otherwise: number): number => {
    if (bound === null) return otherwise;
    return Math.min(boundOf(bound, length, lowest), highest);
  };
  return {
    start: within(start, by < 0 ? highest : lowest),
    stop: within(stop, by < 0 ? lowest : highest),
    step: by,
  };
}

/** A bound, counted from the end if it is negative, but not before the lowest. */
export function boundOf(bound: Value, length: number, lowest = 0): number {
  const index = indexOf(bound);
  return Math.max(index < 0 ? index + length : index, lowest);
}

function indexOf(bound: Value): number {
  if (typeof bound === 'number') return bound;
  if (typeof bound === 'boolean' || typeof bound === 'bigint') return Number(bound);
  if (bound instanceof Undefined && bound.isStrict) throw bound.error();
  throw typeError('slice indices must be integers or None or have an __index__ method');
}
