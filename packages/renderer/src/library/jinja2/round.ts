import type { Call } from '../../runtime/call.ts';
import { divide, multiply, power } from '../../values/arithmetic.ts';
import { typeError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { formatValue } from '../../values/format/spec.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integer } from '../../values/integer.ts';
import { truncated } from '../../values/numbers.ts';
import { type Int, numeric } from '../../values/numeric.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { filterError } from './filter-error.ts';

export const roundFilters: Record<string, PythonFunction> = {
  round: fn("round(value, precision=0, method='common')", (_call: Call, ...given: [Value, Value, Value]) => {
    const [value, precision, method] = given;
    if (method === 'common') return rounded(value, precision);
    if (method !== 'ceil' && method !== 'floor') throw filterError('method must be common, ceil or floor');
    const scale = power(10, precision);
    return divide(towards(method, multiply(value, scale)), scale);
  }),
};

/** Python's `math.ceil` and `math.floor`. */
function towards(method: 'ceil' | 'floor', value: Value): Int {
  const number = numeric(value);
  if (number === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  return number instanceof Float ? truncated(Math[method](number.value)) : number;
}

/** Python's `round(value, places)`; without places it gives an integer. */
function rounded(value: Value, places: Value): Value {
  const number = numeric(value);
  if (number === undefined) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  if (places === null) return number instanceof Float ? truncated(roundedFloat(number.value, 0)) : number;
  const count = wholeNumber(places);
  return number instanceof Float ? new Float(roundedFloat(number.value, count)) : roundedInt(number, count);
}

/** No float has a digit past this place, in front of its point or behind it. */
const MOST_PLACES = 400;

/** Halves go to the even digit, of the exact value. */
function roundedFloat(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  if (places >= 0) return Number(formatValue(new Float(value), `.${Math.min(places, MOST_PLACES)}f`));
  if (places < -MOST_PLACES) return value * 0;
  const isWhole = Number.isInteger(value);
  // Half a digit more than a whole number is past its middle, whatever it is exactly.
  const whole = BigInt(Math.trunc(Math.abs(value))) * 2n + (isWhole ? 0n : 1n);
  return Math.sign(value) * Number(toScale(whole, 2n * 10n ** BigInt(-places)) / 2n);
}

function roundedInt(value: Int, places: number): Value {
  if (places >= 0) return value;
  const whole = BigInt(value);
  // Of so many digits nothing is left, and 10 ** 1000000 is long to wait for.
  if (-places > whole.toString().length) return 0;
  return integer(toScale(whole, 10n ** BigInt(-places)));
}

/** To the nearest multiple of a scale; in the middle, to the even one. */
function toScale(value: bigint, scale: bigint): bigint {
  const rest = ((value % scale) + scale) % scale;
  const down = value - rest;
  const isUp = rest * 2n > scale || (rest * 2n === scale && (down / scale) % 2n !== 0n);
  return isUp ? down + scale : down;
}
