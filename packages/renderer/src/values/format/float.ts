import { type Decimal, shortest, withDigits, withPlaces } from './decimal.ts';

/** How C prints a float: `%f`, `%e`, `%g`; `r` is Python's own, with as many digits as it needs. */
export type FloatStyle = 'f' | 'e' | 'g' | 'r';

export interface FloatOptions {
  readonly style: FloatStyle;
  readonly precision: number;
  /** `#`: the decimal point and the zeros at the end stay. */
  readonly isAlternate?: boolean;
  /** A number that looks like an integer gets `.0`. */
  readonly hasPoint?: boolean;
}

/** The size of a float, without its sign. */
export function floatDigits(value: number, options: FloatOptions): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return 'inf';
  const { style, precision, isAlternate = false } = options;
  if (style === 'f') return fixed(withPlaces(value, precision), precision, isAlternate);
  if (style === 'e') return exponential(withDigits(value, precision + 1), isAlternate);
  return general(value, options);
}

function general(
  value: number,
  { style, precision, isAlternate = false, hasPoint = false }: FloatOptions,
): string {
  const isShortest = style === 'r';
  const count = Math.max(1, precision);
  const decimal = isShortest ? shortest(value) : withDigits(value, count);
  const digits = isShortest || isAlternate ? decimal.digits : decimal.digits.replace(/(?<=.)0+$/, '');
  const most = isShortest ? 16 : count - (hasPoint ? 1 : 0);
  const { point } = decimal;
  if (point <= -4 || point > most) {
    return exponential({ digits, point }, isAlternate);
  }
  const places = Math.max(hasPoint ? 1 : 0, digits.length - point);
  return fixed(withLeadingZeros({ digits, point }, places), places, isAlternate);
}

/** `0.05` has zeros that are no digits of it, `100` has some after them. */
function withLeadingZeros({ digits, point }: Decimal, places: number): Decimal {
  const all = point > 0 ? digits : '0'.repeat(1 - point) + digits;
  const before = Math.max(1, point);
  return { digits: all.padEnd(before + places, '0'), point: before };
}

function fixed({ digits, point }: Decimal, places: number, isAlternate: boolean): string {
  const before = digits.slice(0, point);
  return places > 0 || isAlternate ? `${before}.${digits.slice(point, point + places)}` : before;
}

function exponential({ digits, point }: Decimal, isAlternate: boolean): string {
  const exponent = point - 1;
  const size = String(Math.abs(exponent)).padStart(2, '0');
  const fraction = digits.length > 1 || isAlternate ? `.${digits.slice(1)}` : '';
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}
