import { writeJson } from '../../json/write.ts';
import type { Call } from '../../runtime/call.ts';
import { multiply } from '../../values/arithmetic.ts';
import { compare } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Instance } from '../../values/instance.ts';
import { assertDepth } from '../../values/limits.ts';
import { Markup } from '../../values/markup.ts';
import { assertDefined } from '../../values/pairs.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

export const toJsonFilters: Record<string, PythonFunction> = {
  tojson: fn('tojson(value, indent=None)', toJson),
};

/** Characters that would end a script in HTML are written as escapes. */
const UNSAFE = /[<>&']/g;

function toJson(call: Call, value: Value, indent: Value): Value {
  const kwargs = call.policies.get('json.dumps_kwargs');
  const sortKeys = kwargs instanceof Dict ? truth(kwargs.get('sort_keys') ?? false) : true;
  const text = writeJson(serializable(value, { sortKeys, looks: call.profile === 'ansible' }, 0), {
    sortKeys: false,
    indent: indent === null ? undefined : indentOf(indent),
    itemSeparator: indent === null ? ', ' : ',',
    keySeparator: ': ',
    ascii: true,
    allowNan: true,
  });
  const hex = (character: string): string => `\\u00${character.charCodeAt(0).toString(16)}`;
  return new Markup(text.replace(UNSAFE, hex));
}

function indentOf(indent: Value): string {
  const isText = typeof indent === 'string' || indent instanceof Markup;
  return str(isText ? indent : multiply(' ', indent));
}

interface How {
  readonly sortKeys: boolean;
  /** ansible-core looks at the items of lists and dictionaries, and not at those of a tuple. */
  readonly looks: boolean;
}

/**
 * A value with all keys in Python's order.
 *
 * @throws PythonError for what Python's json module does not know.
 */
function serializable(value: Value, how: How, depth: number): Value {
  assertDepth(depth, 'while encoding a JSON object');
  const inner = (item: Value): Value => serializable(item, how, depth + 1);
  if (how.looks && Array.isArray(value)) assertDefined(value);
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Tuple) return value.items.map(inner);
  if (value instanceof Dict) {
    const entries = [...value.entries()];
    if (how.looks) assertDefined(value.values());
    if (how.sortKeys) entries.sort(([one], [other]) => compare(one, other));
    return Dict.of(entries.map(([key, item]) => [keyOf(key), inner(item)]));
  }
  if (value instanceof Undefined || value instanceof Instance || typeof value === 'function')
    throw typeError(`Object of type ${typeName(value)} is not JSON serializable`);
  return value;
}

function keyOf(key: Value): Value {
  if (key instanceof Tuple || key instanceof Instance || typeof key === 'function')
    throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  return key;
}
