import type { Call } from '../../runtime/call.ts';
import { add, divide, multiply, negate, power } from '../../values/arithmetic.ts';
import { lessThan } from '../../values/compare.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { formatValue } from '../../values/format/spec.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { iterate, listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { toFloat, toInteger, truncated } from '../../values/numbers.ts';
import { numeric } from '../../values/numeric.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { attributePath } from './attribute-path.ts';

export const numberFilters: Record<string, PythonFunction> = {
  abs: fn('abs(x, /)', (_call, value: Value) => {
    const number = numeric(value);
    if (number !== undefined) return lessThan(number, 0) ? negate(number) : positiveZero(number);
    throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  }),
  int: fn('int(value, default=0, base=10)', toInt),
  float: fn('float(value, default=0.0)', (_call, value: Value, fallback: Value) => {
    return attempt(() => toFloat(value)) ?? fallback;
  }),
  filesizeformat: fn('filesizeformat(value, binary=False)', fileSize),
  sum: fn('sum(iterable, attribute=None, start=0)', sum),
};

const positiveZero = (value: Value): Value =>
  value instanceof Float && value.value === 0 ? new Float(0) : value;

/** Undefined for what Python has no number for. */
function attempt<T>(convert: () => T): T | undefined {
  try {
    return convert();
  } catch (error) {
    if (error instanceof PythonError && ['TypeError', 'ValueError', 'OverflowError'].includes(error.type)) {
      return undefined;
    }
    throw error;
  }
}

function toInt(_call: Call, value: Value, fallback: Value, base: Value): Value {
  const isText = typeof value === 'string' || value instanceof Markup;
  return (
    attempt(() => (isText ? toInteger(value, wholeNumber(base)) : toInteger(value))) ??
    attempt(() => toInteger(toFloat(value))) ??
    fallback
  );
}

function fileSize(_call: Call, value: Value, binary: Value): Value {
  const bytes = toFloat(value);
  const isBinary = truth(binary);
  const base = isBinary ? 1024 : 1000;
  if (bytes.value === 1) return '1 Byte';
  if (lessThan(bytes, base)) return `${truncated(bytes.value)} Bytes`;
  // Compared as integers: 1e24 is less than 10 ** 24.
  const found = PREFIXES.findIndex((_, index) => lessThan(bytes, power(base, index + 2)));
  const index = found < 0 ? PREFIXES.length - 1 : found;
  const amount = formatValue(divide(multiply(base, bytes), power(base, index + 2)), '.1f');
  const letter = PREFIXES[index] ?? '';
  return `${amount} ${isBinary ? `${letter.toUpperCase()}iB` : `${letter}B`}`;
}

const PREFIXES = ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];

function sum(call: Call, value: Value, attribute: Value, start: Value): Value {
  const items = attribute === null ? iterate(value) : listOf(value).map(attributePath(call, attribute));
  if (typeof start === 'string' || start instanceof Markup)
    throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total: Value = start;
  for (const item of items) total = add(total, item);
  return total;
}
