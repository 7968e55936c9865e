import { compareTexts } from './code-points.ts';
import { Dict } from './dict.ts';
import { typeError } from './errors.ts';
import { Float } from './float.ts';
import { Instance } from './instance.ts';
import { iterate } from './iterate.ts';
import { assertDepth } from './limits.ts';
import { Markup } from './markup.ts';
import { Tuple } from './tuple.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

type Order = '<' | '<=' | '>' | '>=';

/**
 * Python's `a == b`.
 *
 * @throws PythonError for a strict undefined value, and for values that are nested too deep.
 */
export function equals(a: Value, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a === b : equalAt(a, b, 0);
}

/** @throws PythonError for what has no order, with Python's words. */
export function lessThan(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : ordered(a, b, '<', 0);
}

export function lessOrEqual(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a <= b : ordered(a, b, '<=', 0);
}

export function greaterThan(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a > b : ordered(a, b, '>', 0);
}

export function greaterOrEqual(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a >= b : ordered(a, b, '>=', 0);
}

/** For sorting: it only asks what is less than what, as Python's `sorted` does. */
export function compare(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (lessThan(a, b)) return -1;
  return lessThan(b, a) ? 1 : 0;
}

/** Python's `item in container`. */
export function contains(container: Value, item: Value): boolean {
  const text = asText(container);
  if (text !== undefined) return containsText(text, item);
  if (container instanceof Dict) return container.has(item);
  const known = container instanceof Instance ? container.contains(item) : undefined;
  if (known !== undefined) return known;
  if (typeof container !== 'object' || container === null || container instanceof Float) {
    throw typeError(`argument of type '${typeName(container)}' is not iterable`);
  }
  for (const each of iterate(container)) if (sameAt(each, item, 0)) return true;
  return false;
}

function containsText(text: string, item: Value): boolean {
  const part = asText(item);
  if (part === undefined) {
    throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  return text.includes(part);
}

function asText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : undefined;
}

/** A number that JavaScript compares exactly, whether of an int or of a float. */
function asNumber(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Float ? value.value : undefined;
}

/** Containers look whether it is the same object first: a list with a NaN is equal to itself. */
const sameAt = (a: Value, b: Value, depth: number): boolean => a === b || equalAt(a, b, depth);

function equalAt(a: Value, b: Value, depth: number): boolean {
  const number = asNumber(a);
  if (number !== undefined) {
    const other = asNumber(b);
    if (other !== undefined) return number <= other && number >= other;
    return equalToObject(a, b);
  }
  const text = asText(a);
  if (text !== undefined) {
    const other = asText(b);
    return other === undefined ? equalToObject(a, b) : text === other;
  }
  if (a === null || typeof a === 'function') return a === b || equalToObject(a, b);
  return b instanceof Undefined || a instanceof Undefined
    ? equalUndefined(a, b)
    : equalContainers(a, b, depth);
}

/** Only objects of other kinds are ever equal to plain values. */
function equalToObject(a: Value, b: Value): boolean {
  if (b instanceof Undefined) return equalUndefined(a, b);
  return b instanceof Instance && b.equals(a);
}

function equalUndefined(a: Value, b: Value): boolean {
  if (a instanceof Undefined && a.isStrict) throw a.error();
  if (b instanceof Undefined && b.isStrict) throw b.error();
  return a instanceof Undefined && b instanceof Undefined && a.strictness === b.strictness;
}

function equalContainers(a: Value, b: Value, depth: number): boolean {
  assertDepth(depth, 'in comparison');
  if (Array.isArray(a)) return Array.isArray(b) ? equalItems(a, b, depth) : equalToObject(a, b);
  if (a instanceof Tuple)
    return b instanceof Tuple ? equalItems(a.items, b.items, depth) : equalToObject(a, b);
  if (a instanceof Dict) return b instanceof Dict ? equalDicts(a, b, depth) : equalToObject(a, b);
  return a instanceof Instance && (a.equals(b) || equalToObject(a, b));
}

function equalItems(a: readonly Value[], b: readonly Value[], depth: number): boolean {
  return a.length === b.length && a.every((item, index) => sameAt(item, b[index] as Value, depth + 1));
}

function equalDicts(a: Dict, b: Dict, depth: number): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a.entries()) {
    const other = b.get(key);
    if (other === undefined || !sameAt(value, other, depth + 1)) return false;
  }
  return true;
}

function ordered(a: Value, b: Value, order: Order, depth: number): boolean {
  const x = asNumber(a);
  const y = asNumber(b);
  if (x !== undefined && y !== undefined) return holds(x, y, order);
  const text = asText(a);
  const other = asText(b);
  if (text !== undefined && other !== undefined) return holds(compareTexts(text, other), 0, order);
  if (Array.isArray(a) && Array.isArray(b)) return orderedItems(a, b, order, depth);
  if (a instanceof Tuple && b instanceof Tuple) return orderedItems(a.items, b.items, order, depth);
  const known = orderOfObjects(a, b);
  if (known !== undefined) return holds(known, 0, order);
  if (a instanceof Undefined) throw a.error();
  if (b instanceof Undefined) throw b.error();
  throw typeError(`'${order}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function orderOfObjects(a: Value, b: Value): number | undefined {
  const known = a instanceof Instance ? a.compare(b) : undefined;
  if (known !== undefined) return known;
  const reversed = b instanceof Instance ? b.compare(a) : undefined;
  return reversed === undefined ? undefined : -reversed;
}

/** The first items that differ decide; then, the length. */
function orderedItems(a: readonly Value[], b: readonly Value[], order: Order, depth: number): boolean {
  assertDepth(depth, 'in comparison');
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a[index] as Value;
    const y = b[index] as Value;
    if (!sameAt(x, y, depth + 1)) return ordered(x, y, order, depth + 1);
  }
  return holds(a.length, b.length, order);
}

function holds(a: number | bigint, b: number | bigint, order: Order): boolean {
  switch (order) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}
