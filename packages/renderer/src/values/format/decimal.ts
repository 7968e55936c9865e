/** A float in decimal digits: `0.digits · 10^point`, with as many digits as were asked for. */
export interface Decimal {
  readonly digits: string;
  /** How many of the digits are before the decimal point. */
  readonly point: number;
}

/** A finite float, exactly: `mantissa · 2^exponent`. */
function exactly(value: number): { mantissa: bigint; exponent: number } {
  const bits = new BigUint64Array(new Float64Array([Math.abs(value)]).buffer)[0] ?? 0n;
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  return exponent === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: exponent - 1075 };
}

/** `|value| · 10^scale` as an integer; a half goes to the even one, as C does. */
function rounded(value: number, scale: number): bigint {
  const { mantissa, exponent } = exactly(value);
  const ten = 10n ** BigInt(Math.abs(scale));
  const two = 1n << BigInt(Math.abs(exponent));
  const top = mantissa * (scale > 0 ? ten : 1n) * (exponent > 0 ? two : 1n);
  const bottom = (scale < 0 ? ten : 1n) * (exponent < 0 ? two : 1n);
  const quotient = top / bottom;
  const twice = (top % bottom) * 2n;
  return twice > bottom || (twice === bottom && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** Rounded to a number of digits after the decimal point. */
export function withPlaces(value: number, places: number): Decimal {
  const digits = String(rounded(value, places)).padStart(places + 1, '0');
  return { digits, point: digits.length - places };
}

/** Rounded to a number of significant digits, at least one. */
export function withDigits(value: number, count: number): Decimal {
  if (value === 0) return { digits: '0'.repeat(count), point: 1 };
  // What prints as 1e23 is less than 10^23: the guess may be one too high.
  const guess = Number(value.toExponential().split('e')[1]) + 1;
  for (let point = guess - 1; ; point++) {
    const digits = String(rounded(value, count - point));
    if (digits.length === count) return { digits, point };
  }
}

/** The fewest digits that read back as the same float. */
export function shortest(value: number): Decimal {
  const [mantissa = '', exponent] = Math.abs(value).toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}
