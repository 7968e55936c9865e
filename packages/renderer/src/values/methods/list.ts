import type { Call } from '../../runtime/call.ts';
import { compare, equals } from '../compare.ts';
import { PythonError, typeError, valueError } from '../errors.ts';
import { listOf } from '../iterate.ts';
import { isOfVariable } from '../literals.ts';
import { assertDefined } from '../pairs.ts';
import { positionOf } from '../position.ts';
import { repr } from '../print.ts';
import { boundsOf } from '../slice.ts';
import type { Value } from '../value.ts';
import { flag } from '../whole-number.ts';
import { countArgument } from './arguments.ts';
import { type Methods, methods } from './method.ts';

/** The methods of a `list`; those that change it give `None`. */
export const listMethods: Methods = methods({
  'append(self, object, /)': (_call, list: Value[], object: Value) => {
    list.push(object);
    return null;
  },
  'clear(self, /)': (_call, list: Value[]) => {
    list.length = 0;
    return null;
  },
  'copy(self, /)': (_call, list: Value[]) => list.slice(),
  'count(self, value, /)': (_call, list: Value[], value: Value) => countOf(list, value),
  'extend(self, iterable, /)': (call, list: Value[], iterable: Value) => {
    const looks = call.profile === 'ansible' && Array.isArray(iterable);
    for (const item of listOf(iterable)) {
      if (looks) assertDefined([item]);
      list.push(item);
    }
    return null;
  },
  'index(self, value, start=0, stop=9007199254740991, /)': (
    _call,
    list: Value[],
    value: Value,
    start: Value,
    stop: Value,
  ) => indexOf(list, value, start, stop, `${repr(value)} is not in list`),
  'insert(self, index, object, /)': (_call, list: Value[], index: Value, object: Value) => {
    list.splice(countArgument(index), 0, object);
    return null;
  },
  'pop(self, index=-1, /)': (call, list: Value[], index: Value) => popped(call, list, countArgument(index)),
  'remove(self, value, /)': (_call, list: Value[], value: Value) => {
    list.splice(indexOf(list, value, 0, list.length, 'list.remove(x): x not in list'), 1);
    return null;
  },
  'reverse(self, /)': (_call, list: Value[]) => {
    list.reverse();
    return null;
  },
  'sort(self, *, key=None, reverse=False)': (call, list: Value[], key: Value, reverse: Value) => {
    const keyed = list.map((item) => ({ item, by: key === null ? item : call.invoke(key, [item]) }));
    sortInPlace(keyed, (entry) => entry.by, flag(reverse));
    list.splice(0, list.length, ...keyed.map(({ item }) => item));
    return null;
  },
});

/** Equal ones keep their order, also in reverse. */
export function sortInPlace<T>(items: T[], by: (item: T) => Value, isReverse: boolean): void {
  if (isReverse) items.reverse();
  items.sort((a, b) => compare(by(a), by(b)));
  if (isReverse) items.reverse();
}

export function countOf(items: readonly Value[], value: Value): number {
  let count = 0;
  for (const item of items) if (item === value || equals(item, value)) count++;
  return count;
}

export function indexOf(
  items: readonly Value[],
  value: Value,
  start: Value,
  stop: Value,
  absence: string,
): number {
  if (start === null || stop === null)
    throw typeError('slice indices must be integers or have an __index__ method');
  const bounds = boundsOf(items.length, start, stop, null);
  for (let index = bounds.start; index < bounds.stop; index++) {
    const item = items[index] as Value;
    if (item === value || equals(item, value)) return index;
  }
  throw valueError(absence);
}

function popped(call: Call, list: Value[], index: number): Value {
  if (list.length === 0) throw new PythonError('IndexError', 'pop from empty list');
  const position = positionOf(index, list.length);
  if (position === undefined) throw new PythonError('IndexError', 'pop index out of range');
  if (isOfVariable(call, list)) assertDefined([list[position] ?? null]);
  const [item = null] = list.splice(position, 1);
  return item;
}
