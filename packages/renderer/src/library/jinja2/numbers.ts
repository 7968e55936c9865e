import type { Call } from '../../runtime/call.ts';
import { negate } from '../../values/arithmetic.ts';
import { lessThan } from '../../values/compare.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { formatValue } from '../../values/format/spec.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integer } from '../../values/integer.ts';
import { Markup } from '../../values/markup.ts';
import { toFloat, toInteger } from '../../values/numbers.ts';
import { numeric, toDouble } from '../../values/numeric.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { filterError } from './filter-error.ts';

export const numberFilters: Record<string, PythonFunction> = {
  abs: fn('abs(x, /)', (_call, value: Value) => {
    const number = numeric(value);
    if (number !== undefined) return lessThan(number, 0) ? negate(number) : positiveZero(number);
    if (value instanceof Undefined) throw value.error();
    throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  }),
  int: fn('int(value, default=0, base=10)', toInt),
  float: fn('float(value, default=0.0)', (_call, value: Value, fallback: Value) => {
    return attempt(() => toFloat(value)) ?? fallback;
  }),
  round: fn("round(value, precision=0, method='common')", round),
  filesizeformat: fn('filesizeformat(value, binary=False)', fileSize),
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
    attempt(() => (isText ? toInteger(value, Number(base)) : toInteger(value))) ??
    attempt(() => toInteger(toFloat(value))) ??
    fallback
  );
}

function round(_call: Call, value: Value, precision: Value, method: Value): Value {
  if (method !== 'common' && method !== 'ceil' && method !== 'floor') {
    throw filterError('method must be common, ceil or floor');
  }
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) throw value.error();
    throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  }
  const places = Number(precision);
  if (method === 'common')
    return number instanceof Float ? roundedFloat(number.value, places) : roundedInt(number, places);
  const scale = 10 ** places;
  const scaled = toDouble(number) * scale;
  return new Float((method === 'ceil' ? Math.ceil(scaled) : Math.floor(scaled)) / scale);
}

/** Halves go to the even digit, of the exact value. */
function roundedFloat(value: number, places: number): Float {
  if (!Number.isFinite(value)) return new Float(value);
  if (places >= 0) return new Float(Number(formatValue(new Float(value), `.${Math.min(places, 400)}f`)));
  const scale = 10 ** -places;
  const units = Math.trunc(value / scale);
  const rest = Math.abs(value - units * scale);
  const isUp = rest > scale / 2 || (rest === scale / 2 && units % 2 !== 0);
  return new Float((units + (isUp ? Math.sign(value) : 0)) * scale);
}

function roundedInt(value: number | bigint, places: number): Value {
  if (places >= 0) return value;
  const scale = 10n ** BigInt(-places);
  const whole = BigInt(value);
  const rest = ((whole % scale) + scale) % scale;
  const down = whole - rest;
  const isUp = rest * 2n > scale || (rest * 2n === scale && (down / scale) % 2n !== 0n);
  return integer(isUp ? down + scale : down);
}

function fileSize(_call: Call, value: Value, binary: Value): Value {
  const bytes = toFloat(value).value;
  const base = truth(binary) ? 1024 : 1000;
  if (bytes === 1) return '1 Byte';
  if (bytes < base) return `${Math.trunc(bytes)} Bytes`;
  const letters = ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
  const found = letters.findIndex((_, index) => bytes < base ** (index + 2));
  const index = found < 0 ? letters.length - 1 : found;
  const amount = formatValue(new Float((base * bytes) / base ** (index + 2)), '.1f');
  const letter = letters[index] ?? '';
  return `${amount} ${truth(binary) ? `${letter.toUpperCase()}iB` : `${letter}B`}`;
}
