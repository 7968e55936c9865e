import { equals } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { assertDepth } from '../../values/limits.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';
import { failed } from './plugin.ts';
import { isSequence } from './sequence.ts';
import { StructuralSet } from './structural-set.ts';

/** How two lists under one key become one. */
type ListMerge = (older: Value[], newer: Value[]) => Value[];

const LIST_MERGES: ReadonlyMap<string, ListMerge> = new Map<string, ListMerge>([
  ['replace', (_older, newer) => newer],
  ['keep', (older) => older],
  ['append', (older, newer) => [...older, ...newer]],
  ['prepend', (older, newer) => [...newer, ...older]],
  ['append_rp', (older, newer) => [...without(older, newer), ...newer]],
  ['prepend_rp', (older, newer) => [...newer, ...without(older, newer)]],
]);

function without(items: Value[], others: Value[]): Value[] {
  const known = new StructuralSet(others);
  return items.filter((item) => !known.has(item));
}

interface Rules {
  readonly recursive: boolean;
  readonly lists: ListMerge;
  readonly replaceLists: boolean;
}

function rulesOf(named: Named): Rules {
  for (const name of named.keys())
    if (name !== 'recursive' && name !== 'list_merge')
      throw failed("'recursive' and 'list_merge' are the only valid keyword arguments");
  const name = str(named.get('list_merge') ?? 'replace');
  const lists = LIST_MERGES.get(name);
  if (!lists)
    throw failed(
      "merge_hash: 'list_merge' argument can only be equal to 'replace', 'keep', 'append', 'prepend', 'append_rp' or 'prepend_rp'",
    );
  return { recursive: truth(named.get('recursive') ?? false), lists, replaceLists: name === 'replace' };
}

/** From the last to the first: each is laid under what there is already. */
function combine(given: readonly Value[], named: Named): Value {
  const rules = rulesOf(named);
  const values = given.flatMap((value) => (isSequence(value) ? listOf(value) : [value]));
  const layers = values.filter((value) => value !== null);
  let result: Value = layers.at(-1) ?? new Dict();
  // A single one is not looked at.
  if (!(result instanceof Dict) && layers.length === 1) return result;
  for (const layer of layers.slice(0, -1).reverse()) result = merge(layer, result, rules, 0);
  if (!(result instanceof Dict)) throw unlike(result, new Dict());
  refuseUndefined(result.values());
  return result.copy();
}

function merge(older: Value, newer: Value, rules: Rules, depth: number): Dict {
  if (!(older instanceof Dict && newer instanceof Dict)) {
    // The message shows them.
    for (const value of [older, newer]) if (value instanceof Dict) refuseUndefined(value.values());
    throw unlike(older, newer);
  }
  assertDepth(depth, 'while dictionaries are combined');
  // The order of the keys is then the newer one's.
  if (older.size === 0 || equals(older, newer)) return newer.copy();
  const merged = older.copy();
  for (const [key, value] of newer.entries()) {
    refuseUndefined([value]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? value : mergeValue(before, value, rules, depth));
  }
  return merged;
}

function refuseUndefined(values: Iterable<Value>): void {
  for (const value of values) if (value instanceof Undefined && value.isStrict) throw value.error();
}

function mergeValue(older: Value, newer: Value, rules: Rules, depth: number): Value {
  if (rules.recursive && older instanceof Dict && newer instanceof Dict)
    return merge(older, newer, rules, depth + 1);
  if (!rules.replaceLists && Array.isArray(older) && Array.isArray(newer)) return rules.lists(older, newer);
  return newer;
}

const unlike = (a: Value, b: Value): Error =>
  failed(`failed to combine variables, expected dicts but got a '${typeName(a)}' and a '${typeName(b)}'.`);

export const mergeFilters: Record<string, PythonFunction> = {
  combine: fn('combine(*terms, **kwargs)', (_call, given: Value[], named: Named) => combine(given, named)),
};
