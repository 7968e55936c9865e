import { PythonError, typeError } from '../errors.ts';
import { escaped } from '../escape.ts';
import { assertListLength, assertTextLength } from '../limits.ts';
import { isLiteral, literal } from '../literals.ts';
import { Markup } from '../markup.ts';
import { integral } from '../numeric.ts';
import { Tuple } from '../tuple.ts';
import { typeName } from '../type-name.ts';
import { Undefined } from '../undefined.ts';
import type { Value } from '../value.ts';

/** `a + b` of two texts, lists or tuples; undefined where `a` is none of them. */
export function added(a: Value, b: Value): Value | undefined {
  if (typeof a === 'string' && typeof b === 'string') {
    assertTextLength(a.length + b.length);
    return a + b;
  }
  if (isText(a) && isText(b)) return new Markup(escaped(a) + escaped(b));
  if (Array.isArray(a) && Array.isArray(b)) {
    assertListLength(a.length + b.length);
    const both = [...a, ...b];
    return isLiteral(a) && isLiteral(b) ? literal(both) : both;
  }
  if (a instanceof Tuple && b instanceof Tuple) return new Tuple([...a.items, ...b.items]);
  if (!isSequence(a) || a instanceof Markup || b instanceof Undefined) return undefined;
  const type = a instanceof Tuple ? 'tuple' : typeName(a);
  throw typeError(`can only concatenate ${type} (not "${typeName(b)}") to ${type}`);
}

/** `a * b` of a sequence and a number, in either order; undefined where there is no sequence. */
export function repeated(a: Value, b: Value): Value | undefined {
  if (a instanceof Undefined || b instanceof Undefined) return undefined;
  const [sequence, times] = isSequence(a) ? [a, b] : [b, a];
  if (!isSequence(sequence)) return undefined;
  const count = integral(times);
  if (count === undefined) throw typeError(`can't multiply sequence by non-int of type '${typeName(times)}'`);
  if (count >= 2 ** 63 || count < -(2 ** 63))
    throw new PythonError('OverflowError', "cannot fit 'int' into an index-sized integer");
  return repeat(sequence, Math.max(0, Number(count)));
}

function repeat(sequence: string | Markup | Value[] | Tuple, times: number): Value {
  if (typeof sequence === 'string') return repeatedText(sequence, times);
  if (sequence instanceof Markup) return new Markup(repeatedText(sequence.text, times));
  if (Array.isArray(sequence)) return repeatedItems(sequence, times);
  return new Tuple(repeatedItems(sequence.items, times));
}

function repeatedText(text: string, times: number): string {
  assertTextLength(text.length * times);
  return text === '' ? '' : text.repeat(times);
}

function repeatedItems(items: readonly Value[], times: number): Value[] {
  assertListLength(items.length * times);
  return items.length === 0 ? [] : Array.from({ length: times }, () => items).flat();
}

const isText = (value: Value): value is string | Markup =>
  typeof value === 'string' || value instanceof Markup;

const isSequence = (value: Value): value is string | Markup | Value[] | Tuple =>
  isText(value) || Array.isArray(value) || value instanceof Tuple;
