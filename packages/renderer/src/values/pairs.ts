import type { Call } from '../runtime/call.ts';
import { Dict } from './dict.ts';
import { typeError, valueError } from './errors.ts';
import { isIterable, listOf } from './iterate.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/**
 * The pairs that `dict(given)` and `update(given)` take one by one: those of a dictionary, or a sequence of such.
 *
 * @throws PythonError for anything else; for ansible-core also where one of the values is undefined.
 */
export function* pairsOf(call: Call, given: Value): Iterable<readonly [Value, Value]> {
  if (given instanceof Undefined) throw given.error();
  if (given instanceof Dict) {
    for (const [key, value] of [...given.entries()]) {
      if (call.profile === 'ansible') assertDefined([value]);
      yield [key, value];
    }
    return;
  }
  for (const [index, pair] of listOf(given).entries()) yield pairOf(call, pair, index);
}

function pairOf(call: Call, given: Value, index: number): readonly [Value, Value] {
  if (!isIterable(given))
    throw typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  const pair = listOf(given);
  // ansible-core looks at the items of a list, and not at those of a tuple.
  if (call.profile === 'ansible' && Array.isArray(given)) assertDefined(pair);
  const [key, value] = pair;
  if (pair.length === 2 && key !== undefined && value !== undefined) return [key, value];
  throw valueError(`dictionary update sequence element #${index} has length ${pair.length}; 2 is required`);
}

/** @throws PythonError where one of the values is undefined, and may not be used so. */
export function assertDefined(values: Iterable<Value>): void {
  for (const value of values) if (value instanceof Undefined && value.isStrict) throw value.error();
}
