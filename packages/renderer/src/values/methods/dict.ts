import type { Call } from '../../runtime/call.ts';
import { Dict } from '../dict.ts';
import { DictView } from '../dict-view.ts';
import { PythonError, typeError } from '../errors.ts';
import { iterate } from '../iterate.ts';
import { isOfVariable } from '../literals.ts';
import { assertDefined, pairsOf } from '../pairs.ts';
import { repr } from '../print.ts';
import { Tuple } from '../tuple.ts';
import type { Named, Value } from '../value.ts';
import { type Methods, methods } from './method.ts';

/** The methods of a `dict`. */
export const dictMethods: Methods = methods({
  'clear(self, /)': (_call, dict: Dict) => {
    dict.clear();
    return null;
  },
  'copy(self, /)': (_call, dict: Dict) => dict.copy(),
  'fromkeys(self, iterable, value=None, /)': (call, dict: Dict, iterable: Value, value: Value) => {
    if (isOfVariable(call, dict))
      throw typeError(
        "_AnsibleLazyTemplateDict.__init__() missing 1 required positional argument: 'contents'",
      );
    const made = new Dict();
    for (const key of iterate(iterable)) made.set(key, value);
    return made;
  },
  'get(self, key, default=None, /)': (_call, dict: Dict, key: Value, fallback: Value) => {
    const value = dict.get(key);
    return value === undefined ? fallback : value;
  },
  'items(self, /)': (call, dict: Dict) => viewOf(call, 'items', dict),
  'keys(self, /)': (_call, dict: Dict) => new DictView('keys', dict),
  'pop(self, key, *default)': (call, dict: Dict, key: Value, fallback: Value[]) =>
    popped(call, dict, key, fallback),
  'popitem(self, /)': (call, dict: Dict) => lastPopped(call, dict),
  'setdefault(self, key, default=None, /)': (_call, dict: Dict, key: Value, fallback: Value) => {
    const known = dict.get(key);
    if (known !== undefined) return known;
    dict.set(key, fallback);
    return fallback;
  },
  'update(self, *other, **named)': (call, dict: Dict, other: Value[], named: Named) => {
    if (other.length > 1) throw typeError(`update expected at most 1 argument, got ${other.length}`);
    if (other[0] !== undefined) for (const [key, value] of pairsOf(call, other[0])) dict.set(key, value);
    for (const [key, value] of named) dict.set(key, value);
    return null;
  },
  'values(self, /)': (call, dict: Dict) => viewOf(call, 'values', dict),
});

/** ansible-core looks at all the values of what a variable has. */
function viewOf(call: Call, part: 'items' | 'values', dict: Dict): DictView {
  if (isOfVariable(call, dict)) assertDefined(dict.values());
  return new DictView(part, dict);
}

function popped(call: Call, dict: Dict, key: Value, [fallback, ...more]: Value[]): Value {
  if (more.length > 0) throw typeError(`pop expected at most 2 arguments, got ${more.length + 2}`);
  // Python does not look at the key where there is none; ansible-core does in what a variable has.
  const value = dict.size > 0 || isOfVariable(call, dict) ? dict.get(key) : undefined;
  if (value !== undefined) {
    if (isOfVariable(call, dict)) assertDefined([value]);
    dict.delete(key);
    return value;
  }
  if (fallback === undefined) throw new PythonError('KeyError', repr(key));
  return fallback;
}

function lastPopped(call: Call, dict: Dict): Value {
  const last = dict.last();
  if (!last) throw new PythonError('KeyError', "'popitem(): dictionary is empty'");
  if (isOfVariable(call, dict)) assertDefined([last[1]]);
  dict.delete(last[0]);
  return new Tuple(last);
}
