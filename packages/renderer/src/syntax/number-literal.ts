import { integer } from '../values/integer.ts';
import { TemplateSyntaxError } from './syntax-error.ts';
import type { Token } from './tokens.ts';

/** Where a number ends, and which kind it is. */
export interface NumberLiteral {
  readonly type: 'integer' | 'float';
  readonly end: number;
}

const DECIMAL = /[0-9]/;
const RADIX: Readonly<Record<string, RegExp>> = { b: /[01]/, o: /[0-7]/, x: /[0-9a-f]/i };
/** Python reads no longer decimal number. */
const MAX_DIGITS = 4300;

/** The number that begins with the digit at an offset. */
export function readNumber(text: string, at: number): NumberLiteral {
  const end = floatEnd(text, at);
  return end === undefined ? { type: 'integer', end: integerEnd(text, at) } : { type: 'float', end };
}

function floatEnd(text: string, at: number): number | undefined {
  // `a.0.1` is an item of an item.
  if (text[at - 1] === '.') return undefined;
  const whole = digitsEnd(text, at);
  const fraction = text[whole] === '.' ? digitsEnd(text, whole + 1) : whole + 1;
  const mantissa = fraction > whole + 1 ? fraction : whole;
  const exponent = exponentEnd(text, mantissa);
  return exponent ?? (mantissa > whole ? mantissa : undefined);
}

function exponentEnd(text: string, at: number): number | undefined {
  if (text[at] !== 'e' && text[at] !== 'E') return undefined;
  const digits = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1;
  const end = digitsEnd(text, digits);
  return end > digits ? end : undefined;
}

/** Digits, where an underscore may stand between two of them. */
function digitsEnd(text: string, at: number): number {
  return DECIMAL.test(text.charAt(at)) ? afterDigits(text, at + 1, DECIMAL) : at;
}

/** Each digit may have an underscore before it. */
function afterDigits(text: string, at: number, digit: RegExp): number {
  let end = at;
  for (;;) {
    if (digit.test(text.charAt(end))) end++;
    else if (text[end] === '_' && digit.test(text.charAt(end + 1))) end += 2;
    else return end;
  }
}

function integerEnd(text: string, at: number): number {
  if (text[at] !== '0') return afterDigits(text, at + 1, DECIMAL);
  const digit = RADIX[text.charAt(at + 1).toLowerCase()];
  const end = digit ? afterDigits(text, at + 2, digit) : at + 2;
  // `012` is a zero and a twelve.
  return end > at + 2 ? end : afterDigits(text, at + 1, /0/);
}

/** The value of an integer's token. */
export function integerOf({ text, at }: Token): number | bigint {
  const digits = text.replaceAll('_', '');
  if (digits.length > MAX_DIGITS && !/^0[box]/i.test(digits)) {
    throw new TemplateSyntaxError(
      `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${digits.length} digits`,
      at,
    );
  }
  return digits.length < 16 && DECIMAL.test(digits) ? Number(digits) : integer(BigInt(digits));
}

/** The value of a float's token. */
export const floatOf = ({ text }: Token): number => Number(text.replaceAll('_', ''));
