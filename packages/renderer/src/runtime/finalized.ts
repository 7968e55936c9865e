import { Dict } from '../values/dict.ts';
import { DictView } from '../values/dict-view.ts';
import { PythonError, typeError } from '../values/errors.ts';
import { Generator } from '../values/generator.ts';
import { listOf } from '../values/iterate.ts';
import { Markup } from '../values/markup.ts';
import { omit } from '../values/omit.ts';
import { Range } from '../values/range.ts';
import { Tuple } from '../values/tuple.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';

const DEEPEST = 500;

/**
 * What ansible-core makes of a template's result: tuples, generators and views are lists, and `omit` is left out.
 *
 * @throws PythonError for an undefined value in it, and for what is nothing but `omit`.
 */
export function finalized(value: Value): Value {
  if (value === omit) throw new PythonError('AnsibleFilterError', 'the template is nothing but omit');
  if (value instanceof Range || typeof value === 'function') {
    throw typeError(`Type '${typeName(value)}' is unsupported for variable storage.`);
  }
  return within(value, 0);
}

function within(value: Value, depth: number): Value {
  if (depth > DEEPEST)
    throw new PythonError('RecursionError', `a value is nested more than ${DEEPEST} times`);
  if (Array.isArray(value)) return items(value, depth);
  if (value instanceof Tuple) return items(value.items, depth);
  if (value instanceof Markup) return value.text;
  if (value instanceof Generator || value instanceof DictView) {
    return items([...listed(value)], depth);
  }
  if (value instanceof Dict) {
    const result = new Dict();
    for (const [key, item] of value.entries())
      if (item !== omit) result.set(key instanceof Tuple ? unhashable() : key, within(item, depth + 1));
    return result;
  }
  if (value instanceof Undefined) {
    if (value.isStrict) throw value.error();
    throw new PythonError('TypeError', "Type 'Undefined' is unsupported");
  }
  return value;
}

/** A tuple becomes a list, which is no key. */
function unhashable(): never {
  throw typeError("unhashable type: 'list'");
}

const items = (values: readonly Value[], depth: number): Value[] =>
  values.filter((item) => item !== omit).map((item) => within(item, depth + 1));

/** What ansible-core makes of what a filter or a call gives: generators and views are lists. */
export function plain(value: Value): Value {
  return typeof value === 'object' && (value instanceof Generator || value instanceof DictView)
    ? [...listed(value)]
    : value;
}

function* listed(value: Generator | DictView): Iterable<Value> {
  const iterator = value.iterate();
  for (let step = iterator?.next(); step && !step.done; step = iterator?.next()) yield step.value;
}

/** What ansible-core makes of what a filter gives: a range, too, is a list. */
export function plainOfFilter(value: Value): Value {
  return typeof value === 'object' && value instanceof Range ? listOf(value) : plain(value);
}
