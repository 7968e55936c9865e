import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { iterate, listOf } from '../../values/iterate.ts';
import { assertDepth } from '../../values/limits.ts';
import { numeric, toDouble } from '../../values/numeric.ts';
import { assertDefined } from '../../values/pairs.ts';
import { repr, str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { failed } from './plugin.ts';
import { isSequence } from './sequence.ts';

function dictToItems(value: Value, keyName: Value, valueName: Value): Value {
  if (!(value instanceof Dict))
    throw failed(`dict2items requires a dictionary, got <class '${typeName(value)}'> instead.`);
  return Array.from(value.entries(), ([key, item]) =>
    Dict.of([
      [keyName, key],
      [valueName, item],
    ]),
  );
}

function itemsToDict(items: Value, keyName: Value, valueName: Value): Value {
  if (!isSequence(items))
    throw failed(`items2dict requires a list, got <class '${typeName(items)}'> instead.`);
  const list = listOf(items);
  const dict = new Dict();
  for (const item of list) {
    if (!(item instanceof Dict))
      throw failed(`items2dict requires a list of dictionaries, got ${repr(items)} instead.`);
    const [key, value] = [item.get(keyName), item.get(valueName)];
    if (key === undefined || value === undefined)
      throw failed(
        `items2dict requires each dictionary in the list to contain the keys '${str(keyName)}' and '${str(valueName)}', got ${repr(items)} instead.`,
      );
    assertDefined([value]);
    dict.set(key, value);
  }
  return dict;
}

/** An item of a container, and an item of that, and so on. */
function extract(call: Call, key: Value, container: Value, more: Value): Value {
  const keys = more === null ? [] : Array.isArray(more) ? more : [more];
  return [key, ...keys].reduce((found: Value, one) => call.item(found, one), container);
}

/** @param levels Infinity: all of them. */
function flatten(items: Iterable<Value>, levels: number, skipNulls: boolean, depth = 0): Value[] {
  assertDepth(depth, 'while a list is flattened');
  const flat: Value[] = [];
  for (const item of items) {
    if (item instanceof Undefined && item.isStrict) throw item.error();
    if (isNull(item)) {
      if (!skipNulls) flat.push(item);
    } else if (isSequence(item) && levels >= 1)
      for (const inner of flatten(iterate(item), levels - 1, skipNulls, depth + 1)) flat.push(inner);
    else flat.push(item);
  }
  return flat;
}

const isNull = (value: Value): boolean => value === null || value === 'None' || value === 'null';

function levelsOf(levels: Value): number {
  if (levels === null) return Infinity;
  const count = numeric(levels);
  if (count === undefined)
    throw typeError(`'>=' not supported between instances of '${typeName(levels)}' and 'int'`);
  return toDouble(count);
}

/** Pairs of each item and each of what is in a list within it. */
function subelements(obj: Value, subelement: Value, skipMissing: boolean): Value {
  const items = itemsOf(obj);
  const path = pathOf(subelement);
  const pairs: Value[] = [];
  for (const item of items) {
    const inner = valueAt(item, path, skipMissing) ?? [];
    assertDefined(inner);
    for (const one of inner) pairs.push(new Tuple([item, one]));
  }
  return pairs;
}

function itemsOf(obj: Value): Value[] {
  if (obj instanceof Dict) return [...obj.values()];
  if (isSequence(obj)) return listOf(obj);
  throw failed('obj must be a list of dicts or a nested dict');
}

function pathOf(subelement: Value): Value[] {
  if (typeof subelement === 'string') return subelement.split('.');
  if (isSequence(subelement)) return listOf(subelement);
  throw failed('subelements must be a list or a string');
}

/** Undefined: the item has nothing there, and may not have. */
function valueAt(item: Value, path: readonly Value[], skipMissing: boolean): Value[] | undefined {
  let value = item;
  for (const [index, key] of path.entries()) {
    if (!(value instanceof Dict))
      throw failed(`the key ${str(key)} should point to a dictionary, got '${str(value)}'`);
    const next = value.get(key);
    if (next === undefined) {
      if (skipMissing) return undefined;
      throw failed(`could not find ${repr(key)} key in iterated item ${repr(value)}`);
    }
    value = next;
    if (index === path.length - 1 && !Array.isArray(value))
      throw failed(`the key ${repr(key)} should point to a list, got ${repr(value)}`);
  }
  return listOf(value);
}

function rekeyOnMember(data: Value, key: Value, duplicates: Value): Value {
  if (duplicates !== 'error' && duplicates !== 'overwrite')
    throw failed(`duplicates parameter to rekey_on_member has unknown value ${repr(duplicates)}`);
  if (!(data instanceof Dict || isSequence(data))) throw failed('Type is not a valid list, set, or dict');
  const rekeyed = new Dict();
  for (const item of data instanceof Dict ? data.values() : iterate(data)) {
    if (!(item instanceof Dict)) throw failed('List item is not a valid dict');
    const member = item.get(key);
    if (member === undefined) throw failed(`Key ${repr(key)} was not found.`);
    if (duplicates === 'error' && rekeyed.has(member))
      throw failed(`Key ${repr(member)} is not unique, cannot convert to dict.`);
    rekeyed.set(member, item);
  }
  return rekeyed;
}

export const collectionFilters: Record<string, PythonFunction> = {
  dict2items: fn(
    "dict2items(value, key_name='key', value_name='value')",
    (_call, value: Value, keyName: Value, valueName: Value) => dictToItems(value, keyName, valueName),
  ),
  items2dict: fn(
    "items2dict(value, key_name='key', value_name='value')",
    (_call, value: Value, keyName: Value, valueName: Value) => itemsToDict(value, keyName, valueName),
  ),
  extract: fn('extract(item, container, morekeys=None)', extract),
  flatten: fn(
    'flatten(mylist, levels=None, skip_nulls=True)',
    (_call, value: Value, levels: Value, skipNulls: Value) =>
      flatten(iterate(value), levelsOf(levels), truth(skipNulls)),
  ),
  subelements: fn(
    'subelements(obj, subelements, skip_missing=False)',
    (_call, value: Value, path: Value, skipMissing: Value) => subelements(value, path, truth(skipMissing)),
  ),
  rekey_on_member: fn(
    "rekey_on_member(data, key, duplicates='error')",
    (_call, value: Value, key: Value, duplicates: Value) => rekeyOnMember(value, key, duplicates),
  ),
};
