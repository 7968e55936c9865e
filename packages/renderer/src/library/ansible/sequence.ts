import { Instance } from '../../values/instance.ts';
import { isIterable } from '../../values/iterate.ts';
import { Tuple } from '../../values/tuple.ts';
import type { Value } from '../../values/value.ts';

/** Whether a value is a list to Ansible: it makes lists of generators, ranges and views before a filter has them. */
export const isSequence = (value: Value): boolean =>
  Array.isArray(value) || value instanceof Tuple || (value instanceof Instance && isIterable(value));
