import type { Tuple } from '../tuple.ts';
import type { Value } from '../value.ts';
import { countOf, indexOf } from './list.ts';
import { type Methods, methods } from './method.ts';

/** The methods of a `tuple`. */
export const tupleMethods: Methods = methods({
  'count(self, value, /)': (_call, tuple: Tuple, value: Value) => countOf(tuple.items, value),
  'index(self, value, start=0, stop=9007199254740991, /)': (
    _call,
    tuple: Tuple,
    value: Value,
    start: Value,
    stop: Value,
  ) => indexOf(tuple.items, value, start, stop, 'tuple.index(x): x not in tuple'),
});
