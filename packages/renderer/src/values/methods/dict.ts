import type { Call } from '../../runtime/call.ts';
import { Dict } from '../dict.ts';
import { DictView } from '../dict-view.ts';
import { PythonError, typeError, valueError } from '../errors.ts';
import { isIterable, iterate, listOf } from '../iterate.ts';
import { isLiteral } from '../literals.ts';
import { repr } from '../print.ts';
import { Tuple } from '../tuple.ts';
import { Undefined } from '../undefined.ts';
import type { Named, Value } from '../value.ts';
import { type Methods, methods } from './method.ts';

/** The methods of a `dict`. */
export const dictMethods: Methods = methods({
  'clear(self, /)': (_call, dict: Dict) => {
    dict.clear();
    return null;
  },
  'copy(self, /)': (_call, dict: Dict) => dict.copy(),
  'fromkeys(self, iterable, value=None, /)': (_call, _dict: Dict, iterable: Value, value: Value) => {
    const made = new Dict();
    for (const key of iterate(iterable)) made.set(key, value);
    return made;
  },
  'get(self, key, default=None, /)': (_call, dict: Dict, key: Value, fallback: Value) => {
    const value = dict.get(key);
    return value === undefined ? fallback : value;
  },
  'items(self, /)': (_call, dict: Dict) => new DictView('items', dict),
  'keys(self, /)': (_call, dict: Dict) => new DictView('keys', dict),
  'pop(self, key, *default)': (call, dict: Dict, key: Value, fallback: Value[]) =>
    popped(call, dict, key, fallback),
  'popitem(self, /)': (_call, dict: Dict) => lastPopped(dict),
  'setdefault(self, key, default=None, /)': (_call, dict: Dict, key: Value, fallback: Value) => {
    const known = dict.get(key);
    if (known !== undefined) return known;
    dict.set(key, fallback);
    return fallback;
  },
  'update(self, *other, **named)': (_call, dict: Dict, other: Value[], named: Named) => {
    if (other.length > 1) throw typeError(`update expected at most 1 argument, got ${other.length}`);
    if (other[0] !== undefined) update(dict, other[0]);
    for (const [key, value] of named) dict.set(key, value);
    return null;
  },
  'values(self, /)': (_call, dict: Dict) => new DictView('values', dict),
});

function popped(call: Call, dict: Dict, key: Value, [fallback, ...more]: Value[]): Value {
  if (more.length > 0) throw typeError(`pop expected at most 2 arguments, got ${more.length + 2}`);
  // Python does not look at the key where there is none; ansible-core does in what a variable has.
  const isLooked = dict.size > 0 || (call.profile === 'ansible' && !isLiteral(dict));
  const value = isLooked ? dict.get(key) : undefined;
  if (value !== undefined) {
    dict.delete(key);
    return value;
  }
  if (fallback === undefined) throw new PythonError('KeyError', repr(key));
  return fallback;
}

function lastPopped(dict: Dict): Value {
  const last = dict.last();
  if (!last) throw new PythonError('KeyError', "'popitem(): dictionary is empty'");
  dict.delete(last[0]);
  return new Tuple(last);
}

function update(dict: Dict, other: Value): void {
  if (other instanceof Dict) {
    for (const [key, value] of [...other.entries()]) dict.set(key, value);
    return;
  }
  if (other instanceof Undefined) throw other.error();
  for (const [index, pair] of listOf(other).entries()) {
    if (!isIterable(pair)) {
      throw typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
    }
    const [key = null, value = null, ...rest] = listOf(pair);
    const { length } = listOf(pair);
    if (length !== 2 || rest.length > 0) {
      throw valueError(`dictionary update sequence element #${index} has length ${length}; 2 is required`);
    }
    dict.set(key, value);
  }
}
