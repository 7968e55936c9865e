import type { Call } from '../../runtime/call.ts';
import { modulo } from '../../values/arithmetic.ts';
import {
  contains,
  equals,
  greaterOrEqual,
  greaterThan,
  lessOrEqual,
  lessThan,
} from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Instance } from '../../values/instance.ts';
import { isIterable } from '../../values/iterate.ts';
import { keyOf } from '../../values/key.ts';
import { Markup } from '../../values/markup.ts';
import { isLower, isUpper } from '../../values/methods/str-case.ts';
import { numeric } from '../../values/numeric.ts';
import { str } from '../../values/print.ts';
import { Range } from '../../values/range.ts';
import { Tuple } from '../../values/tuple.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

type Check = (value: Value) => boolean;

const check = (name: string, passes: Check): PythonFunction =>
  fn(`${name}(value)`, (_call, value: Value) => passes(value));

const comparison = (name: string, holds: (a: Value, b: Value) => boolean): PythonFunction =>
  fn(`${name}(a, b, /)`, (_call, a: Value, b: Value) => holds(a, b));

const isText = (value: Value): boolean => typeof value === 'string' || value instanceof Markup;
const isInteger = (value: Value): boolean => typeof value === 'number' || typeof value === 'bigint';
const isMultiple = (value: Value, by: Value): boolean => equals(modulo(value, by), 0);

const equal = comparison('eq', equals);
const unequal = comparison('ne', (a, b) => !equals(a, b));
const less = comparison('lt', lessThan);
const lessEqual = comparison('le', lessOrEqual);
const greater = comparison('gt', greaterThan);
const greaterEqual = comparison('ge', greaterOrEqual);

export const tests: Record<string, PythonFunction> = {
  defined: check('defined', (value) => !(value instanceof Undefined)),
  undefined: check('undefined', (value) => value instanceof Undefined),
  none: check('none', (value) => value === null),
  boolean: check('boolean', (value) => typeof value === 'boolean'),
  true: check('true', (value) => value === true),
  false: check('false', (value) => value === false),
  integer: check('integer', isInteger),
  float: check('float', (value) => value instanceof Float),
  number: check('number', (value) => numeric(value) !== undefined),
  odd: check('odd', (value) => equals(modulo(value, 2), 1)),
  even: check('even', (value) => isMultiple(value, 2)),
  divisibleby: fn('divisibleby(value, num)', (_call, value: Value, by: Value) => isMultiple(value, by)),
  string: check('string', isText),
  lower: check('lower', (value) => isLower(str(value))),
  upper: check('upper', (value) => isUpper(str(value))),
  escaped: check('escaped', (value) => value instanceof Markup),
  mapping: check('mapping', (value) => value instanceof Dict),
  sequence: check('sequence', isSequence),
  iterable: check('iterable', (value) => {
    if (value instanceof Undefined && value.isStrict) throw value.error();
    return isIterable(value);
  }),
  callable: check(
    'callable',
    (value) =>
      typeof value === 'function' ||
      // A name that is missing may be called as far as Python knows.
      value instanceof Undefined ||
      (value instanceof Instance && value.call !== undefined),
  ),
  sameas: fn(
    'sameas(value, other)',
    (_call, value: Value, other: Value) => value === other || (isNothing(value) && isNothing(other)),
  ),
  in: fn('in(value, seq)', (_call, value: Value, container: Value) => contains(container, value)),
  filter: fn('filter(value)', (call, value: Value) => isKnown(call, 'filter', value)),
  test: fn('test(value)', (call, value: Value) => isKnown(call, 'test', value)),
  eq: equal,
  '==': equal,
  equalto: equal,
  ne: unequal,
  '!=': unequal,
  lt: less,
  '<': less,
  lessthan: less,
  le: lessEqual,
  '<=': lessEqual,
  gt: greater,
  '>': greater,
  greaterthan: greater,
  ge: greaterEqual,
  '>=': greaterEqual,
};

/** Python has one empty tuple. */
const isNothing = (value: Value): boolean => value instanceof Tuple && value.items.length === 0;

/** What has a length and items; a dictionary has both. */
function isSequence(value: Value): boolean {
  if (value instanceof Undefined) return !value.isStrict;
  return (
    isText(value) ||
    Array.isArray(value) ||
    value instanceof Tuple ||
    value instanceof Dict ||
    value instanceof Range
  );
}

function isKnown(call: Call, kind: 'filter' | 'test', name: Value): boolean {
  if (name instanceof Undefined && name.isStrict) throw name.error();
  // Raises for what cannot be hashed.
  keyOf(name);
  // What is no name has passed since ansible-core 2.19.
  if (!isText(name)) return call.profile === 'ansible';
  try {
    call[kind](str(name));
    return true;
  } catch (error) {
    if (error instanceof PythonError) return false;
    throw error;
  }
}
