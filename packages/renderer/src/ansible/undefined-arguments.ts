import type { Call } from '../runtime/call.ts';
import { plain } from '../runtime/finalized.ts';
import { PythonError } from '../values/errors.ts';
import type { PythonFunction } from '../values/function.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';

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

/** Filters that a list may come to with something undefined in it: they do not look at each of its items. */
const LEAVE_ITEMS: ReadonlySet<string> = new Set([
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

/**
 * A filter or a test as ansible-core calls it: what is undefined is not given to it but is the result, so that
 * `missing | upper | default('x')` is `x`. Only using the result raises.
 */
export function withoutUndefined(
  kind: 'filters' | 'tests',
  name: string,
  plugin: PythonFunction,
): PythonFunction {
  const short = name.replace(/^ansible\.builtin\./, '');
  if (TAKE_UNDEFINED.has(short)) return plugin;
  const looksInside = kind === 'filters' && !LEAVE_ITEMS.has(short);
  const called = (call: Call, args: readonly Value[], named?: Named): Value =>
    undefinedAmong(args, named, looksInside) ?? orUndefined(call, () => plain(plugin(call, args, named)));
  return Object.assign(called, { pythonName: plugin.pythonName });
}

/** The first argument that is undefined. */
export function undefinedAmong(
  args: readonly Value[],
  named: Named | undefined,
  looksInside = false,
): Undefined | undefined {
  for (const value of args) {
    if (isMissing(value)) return value;
    const item = looksInside && Array.isArray(value) ? value.find(isMissing) : undefined;
    if (item) return item;
  }
  return named && [...named.values()].find(isMissing);
}

/** The value of an `if` without `else` is none of ansible-core's own. */
const isMissing = (value: Value): value is Undefined => value instanceof Undefined && value.isStrict;

/** A plugin that came upon something undefined by itself is undefined, too. */
function orUndefined(call: Call, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError && error.type === 'UndefinedError')
      return call.undefined(error.message, error.missing);
    throw error;
  }
}
