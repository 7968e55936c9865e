import type { Call } from '../runtime/call.ts';
import { plain } from '../runtime/finalized.ts';
import { Dict } from '../values/dict.ts';
import type { PythonFunction } from '../values/function.ts';
import { parseSignature } from '../values/signature-parse.ts';
import { Tuple } from '../values/tuple.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';

// ansible-core 2.19 calls them markers: what is undefined, and calls that failed, are values that raise once they are used.

/** Filters and tests that are there for what is undefined. */
const TAKE_UNDEFINED: ReadonlySet<string> = new Set([
  'd',
  'default',
  'defined',
  'mandatory',
  'ternary',
  'type_debug',
  'undefined',
]);

/** Those of them that ask whether something is undefined: a call that failed is no answer to that. */
const ASK_FOR_UNDEFINED: ReadonlySet<string> = new Set(['d', 'default', 'defined', 'undefined']);

/** Filters that a list may come to with something undefined in it: they do not look at each of its items. */
const LEAVE_ITEMS: ReadonlySet<string> = new Set([
  'extract',
  'zip',
  'count',
  'first',
  'float',
  'int',
  'last',
  'length',
  'map',
  'reject',
  'rejectattr',
  'select',
  'selectattr',
]);

/** Tests that look at each item of a list. */
const LOOK_AT_ITEMS: ReadonlySet<string> = new Set([
  '!=',
  '<',
  '<=',
  '==',
  '>',
  '>=',
  'eq',
  'equalto',
  'ge',
  'greaterthan',
  'gt',
  'issubset',
  'issuperset',
  'le',
  'lessthan',
  'lt',
  'ne',
  'subset',
  'superset',
]);

/** What looks at each value of a dictionary. */
const LOOK_AT_VALUES: ReadonlySet<string> = new Set([
  '!=',
  '==',
  'combine',
  'dict2items',
  'dictsort',
  'eq',
  'equalto',
  'items',
  'ne',
  'tojson',
]);

/**
 * A filter or a test as ansible-core calls it: what is undefined is not given to it but is the result, so that
 * `missing | upper | default('x')` is `x`. What it raises is its result, too.
 */
export function marking(kind: 'filters' | 'tests', name: string, plugin: PythonFunction): PythonFunction {
  const short = name.replace(/^ansible\.(builtin|legacy)\./, '');
  const before = given(short, kind, plugin);
  const convert = kind === 'filters' ? plain : (value: Value): Value => value;
  const called = (call: Call, args: readonly Value[], named?: Named): Value =>
    before(args, named) ?? call.attempt(() => convert(plugin(call, args, named)));
  return Object.assign(called, { pythonName: plugin.pythonName });
}

/** What is the result without a call. */
function given(
  name: string,
  kind: 'filters' | 'tests',
  plugin: PythonFunction,
): (args: readonly Value[], named: Named | undefined) => Undefined | undefined {
  if (ASK_FOR_UNDEFINED.has(name)) return ([value]) => (isFailed(value) ? value : undefined);
  if (TAKE_UNDEFINED.has(name)) return () => undefined;
  const itemsOf = looksInto({
    lists: kind === 'filters' ? !LEAVE_ITEMS.has(name) : LOOK_AT_ITEMS.has(name),
    tuples: kind === 'filters' && !LEAVE_ITEMS.has(name),
    values: LOOK_AT_VALUES.has(name),
  });
  return (args, named) => undefinedAmong(args, named) ?? undefinedWithin(args, named, itemsOf, plugin);
}

const isFailed = (value: Value | undefined): value is Undefined =>
  value instanceof Undefined && value.errorType !== 'UndefinedError';

type ItemsOf = (value: Value) => readonly Value[];

/** The items that something looks at when it is given a list or a dictionary. */
function looksInto({ lists, tuples, values }: { lists: boolean; tuples: boolean; values: boolean }): ItemsOf {
  return (value) => {
    if (lists && Array.isArray(value)) return value;
    if (tuples && value instanceof Tuple) return value.items;
    return values && value instanceof Dict ? [...value.values()] : [];
  };
}

/** The first argument that is undefined. */
export function undefinedAmong(args: readonly Value[], named: Named | undefined): Undefined | undefined {
  return args.find(isMissing) ?? (named && [...named.values()].find(isMissing));
}

/** The first item of an argument that is undefined, and looked at. */
function undefinedWithin(
  args: readonly Value[],
  named: Named | undefined,
  itemsOf: ItemsOf,
  plugin: PythonFunction,
): Undefined | undefined {
  const given = named ? [...args.entries(), ...named] : args.entries();
  for (const [place, value] of given) {
    const item = itemsOf(value).find(isMissing);
    if (item && !isFlag(plugin, place)) return item;
  }
  return undefined;
}

/** Of a flag nothing but its truth is asked for. */
function isFlag({ signature = '()' }: PythonFunction, place: number | string): boolean {
  const { positional, namedOnly } = parseSignature(signature);
  const parameter =
    typeof place === 'number'
      ? positional[place]
      : [...positional, ...namedOnly].find(({ name }) => name === place);
  return typeof parameter?.fallback === 'boolean';
}

/** The value of an `if` without `else` is none of ansible-core's own. */
const isMissing = (value: Value): value is Undefined => value instanceof Undefined && value.isStrict;
