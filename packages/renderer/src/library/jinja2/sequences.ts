import type { Call } from '../../runtime/call.ts';
import { characters } from '../../values/code-points.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Generator, generator } from '../../values/generator.ts';
import { Instance } from '../../values/instance.ts';
import { isIterable, iterate, lengthOf, listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { attributePath } from './attribute-path.ts';
import { filterError } from './filter-error.ts';
import { ReverseIterator } from './reverse-iterator.ts';
import { soft } from './texts.ts';

const length = fn('length(obj, /)', (_call, value: Value) => lengthOf(value));

export const sequenceFilters: Record<string, PythonFunction> = {
  length,
  count: length,
  list: fn('list(value)', (_call, value: Value) => listOf(value)),
  first: fn('first(seq)', (call, value: Value) => one(call, iterate(value), 'first')),
  last: fn('last(seq)', (call, value: Value) => one(call, backwards(value), 'last')),
  random: fn('random(seq)', random),
  join: fn("join(value, d='', attribute=None)", join),
  reverse: fn('reverse(value)', reverse),
  items: fn('items(value)', (_call, value: Value) => generator('do_items', pairsOf(value))),
};

function one(call: Call, values: Iterable<Value>, which: 'first' | 'last'): Value {
  // A `for` would end a generator that still has items.
  const { done, value } = values[Symbol.iterator]().next();
  return done ? call.undefined(`No ${which} item, sequence was empty.`) : value;
}

function random(call: Call, value: Value): Value {
  const length = lengthOf(value);
  if (length === 0) return call.undefined('No random item, sequence was empty.');
  const at = Math.floor(call.random() * length);
  // Python takes an index of a dictionary for a key.
  if (value instanceof Dict && value.get(at) === undefined) throw new PythonError('KeyError', String(at));
  return call.item(value, at);
}

/** Python's `reversed(value)`. */
function backwards(value: Value): Value[] {
  if (value instanceof Undefined && value.isStrict) throw value.error();
  if (!hasOrder(value)) throw typeError(`'${typeName(value)}' object is not reversible`);
  // Python goes through a text by its iterator, and back by its indexes: those of a safe one give safe ones.
  if (value instanceof Markup)
    return characters(value.text)
      .reverse()
      .map((one) => new Markup(one));
  return listOf(value).reverse();
}

/** What has a length can be gone through from its end. */
function hasOrder(value: Value): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return true;
  if (value instanceof Instance) return isIterable(value) && value.length() !== undefined;
  return (
    value instanceof Tuple || value instanceof Dict || value instanceof Markup || value instanceof Undefined
  );
}

function reverse(_call: Call, value: Value): Value {
  if (typeof value === 'string') return characters(value).reverse().join('');
  if (value instanceof Markup) return new Markup(characters(value.text).reverse().join(''));
  if (value instanceof Undefined && value.isStrict) throw value.error();
  if (!isIterable(value)) throw filterError('argument must be iterable');
  const items = listOf(value).reverse();
  return hasOrder(value) && !(value instanceof Generator) ? new ReverseIterator(value, items) : items;
}

function join(call: Call, value: Value, separator: Value, attribute: Value): Value {
  const items = attribute === null ? listOf(value) : listOf(value).map(attributePath(call, attribute));
  if (!call.autoescape) return items.map(str).join(str(separator));
  const isSafe = separator instanceof Markup || items.some((item) => item instanceof Markup);
  if (!isSafe) return items.map(str).join(str(separator));
  return new Markup(items.map((item) => escaped(soft(item))).join(escaped(separator)));
}

function* pairsOf(value: Value): Iterable<Value> {
  if (value instanceof Undefined) return;
  if (!(value instanceof Dict)) throw typeError('Can only get item pairs from a mapping.');
  for (const pair of value.entries()) yield new Tuple(pair);
}
