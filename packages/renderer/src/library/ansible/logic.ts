import type { Call } from '../../runtime/call.ts';
import { equals } from '../../values/compare.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { failed } from './plugin.ts';

/** `bool`: anything that is no well-known word for true is false. */
function toBoolean(value: Value): boolean {
  if (typeof value === 'string') return ['true', 'yes', 'on', '1'].includes(value.toLowerCase());
  return equals(value, 1);
}

function mandatory(value: Value, message: Value): Value {
  if (!(value instanceof Undefined && value.isStrict)) return value;
  if (message !== null) throw failed(str(message));
  throw failed(`Mandatory variable ${value.missing ? `'${value.missing.name}' ` : ''}not defined.`);
}

function ternary(value: Value, yes: Value, no: Value, none: Value): Value {
  if (value === null && none !== null) return none;
  return truth(value) ? yes : no;
}

export const logicFilters: Record<string, PythonFunction> = {
  bool: fn('bool(value)', (_call, value: Value) => toBoolean(value)),
  mandatory: fn('mandatory(a, msg=None)', (_call, value: Value, message: Value) => mandatory(value, message)),
  ternary: fn(
    'ternary(value, true_val, false_val, none_val=None)',
    (_call, value: Value, yes: Value, no: Value, none: Value) => ternary(value, yes, no, none),
  ),
  type_debug: fn('type_debug(obj)', (_call, value: Value) => {
    if (!(value instanceof Undefined && value.isStrict)) return typeName(value);
    return value.errorType === 'UndefinedError' ? 'UndefinedMarker' : 'CapturedExceptionMarker';
  }),
};

const YES = ['y', 'yes', 'on', '1', 'true', 't'];
const NO = ['n', 'no', 'off', '0', 'false', 'f'];

function isTruthy(_call: Call, value: Value, convert: Value): boolean {
  if (!truth(convert)) return truth(value);
  const word = typeof value === 'string' ? value.toLowerCase().trim() : value;
  const found = (words: readonly string[], number: number): boolean =>
    typeof word === 'string' ? words.includes(word) : equals(word, number);
  if (found(YES, 1)) return true;
  return found(NO, 0) ? false : truth(value);
}

export const logicTests: Record<string, PythonFunction> = {
  truthy: fn('truthy(value, convert_bool=False)', isTruthy),
  falsy: fn(
    'falsy(value, convert_bool=False)',
    (call, value: Value, convert: Value) => !isTruthy(call, value, convert),
  ),
};
