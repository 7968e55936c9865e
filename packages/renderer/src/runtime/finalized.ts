import { Dict } from '../values/dict.ts';
import { DictView } from '../values/dict-view.ts';
import { PythonError, typeError } from '../values/errors.ts';
import { Generator } from '../values/generator.ts';
import { Instance } from '../values/instance.ts';
import { listOf } from '../values/iterate.ts';
import { Markup } from '../values/markup.ts';
import { NamedTuple } from '../values/named-tuple.ts';
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
  return within(value, 0, true);
}

/** What ansible-core makes of a value that is printed among others. */
export function finalizedForText(value: Value): Value {
  const isContainer =
    Array.isArray(value) ||
    value instanceof Tuple ||
    value instanceof Dict ||
    value instanceof Generator ||
    value instanceof DictView;
  return isContainer ? within(value, 0, false) : value;
}

/** @param isStored - Whether it is kept as a value, rather than shown. */
function within(value: Value, depth: number, isStored: boolean): Value {
  if (depth > DEEPEST)
    throw new PythonError('RecursionError', `a value is nested more than ${DEEPEST} times`);
  if (Array.isArray(value)) return items(value, depth, isStored);
  if (value instanceof Tuple && (isStored || !(value instanceof NamedTuple)))
    return items(value.items, depth, isStored);
  if (value instanceof Markup) return isStored ? value.text : value;
  if (value instanceof Generator || value instanceof DictView) {
    return items([...listed(value)], depth, isStored);
  }
  if (isStored && (typeof value === 'function' || (value instanceof Instance && !value.isStorable)))
    throw typeError(`Type '${typeName(value)}' is unsupported for variable storage.`);
  if (value instanceof Dict) {
    const result = new Dict();
    for (const [key, item] of value.entries())
      if (item !== omit) {
        const kept = within(item, depth + 1, isStored);
        result.set(keyFor(key, isStored), kept);
      }
    return result;
  }
  if (value instanceof Undefined) {
    if (value.isStrict) throw value.error();
    if (!isStored) return value;
    throw new PythonError('TypeError', "Type 'Undefined' is unsupported");
  }
  return value;
}

/** A tuple becomes a list, which is no key. */
function keyFor(key: Value, isStored: boolean): Value {
  if (key instanceof Tuple) throw typeError("unhashable type: 'list'");
  return within(key, 0, isStored);
}

const items = (values: readonly Value[], depth: number, isStored: boolean): Value[] =>
  values.filter((item) => item !== omit).map((item) => within(item, depth + 1, isStored));

/** What ansible-core makes of what a filter or a call gives: generators, views and ranges are lists. */
export function plain(value: Value): Value {
  if (typeof value !== 'object') return value;
  if (value instanceof Range) return listOf(value);
  return value instanceof Generator || value instanceof DictView ? [...listed(value)] : value;
}

function* listed(value: Generator | DictView): Iterable<Value> {
  const iterator = value.iterate();
  for (let step = iterator?.next(); step && !step.done; step = iterator?.next()) yield step.value;
}
