import { divideFloats, floorDivideFloats, moduloFloats, powerOfFloats } from './arithmetic/floats.ts';
import {
  addInts,
  divideInts,
  floorDivideInts,
  moduloInts,
  multiplyInts,
  negateInt,
  powerOfInts,
  subtractInts,
} from './arithmetic/integers.ts';
import { added, repeated } from './arithmetic/sequences.ts';
import { typeError } from './errors.ts';
import { escaped, escapedText } from './escape.ts';
import { Float } from './float.ts';
import { formatPercent } from './format/percent.ts';
import { type BinaryOperator, Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { type Int, numeric, toDouble } from './numeric.ts';
import { repr } from './print.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/** Python's `a + b`. */
export function add(a: Value, b: Value): Value {
  return calculated(a, b, addInts, (x, y) => x + y) ?? added(a, b) ?? ofObjects('+', a, b);
}

export function subtract(a: Value, b: Value): Value {
  return calculated(a, b, subtractInts, (x, y) => x - y) ?? ofObjects('-', a, b);
}

export function multiply(a: Value, b: Value): Value {
  return calculated(a, b, multiplyInts, (x, y) => x * y) ?? repeated(a, b) ?? ofObjects('*', a, b);
}

/** Python's `a / b`: always a float. */
export function divide(a: Value, b: Value): Value {
  return calculated(a, b, (x, y) => new Float(divideInts(x, y)), divideFloats) ?? ofObjects('/', a, b);
}

export function floorDivide(a: Value, b: Value): Value {
  return calculated(a, b, floorDivideInts, floorDivideFloats) ?? ofObjects('//', a, b);
}

/** Python's `a % b`, which formats where `a` is a text. */
export function modulo(a: Value, b: Value): Value {
  if (typeof a === 'string') return formatPercent(a, b);
  if (a instanceof Markup) return new Markup(formatPercent(a.text, b, SAFELY));
  return calculated(a, b, moduloInts, moduloFloats) ?? ofObjects('%', a, b);
}

/** Python's `a ** b`: a float where the exponent is negative. */
export function power(a: Value, b: Value): Value {
  return calculated(a, b, integerPower, powerOfFloats) ?? refused('** or pow()', a, b);
}

export function negate(value: Value): Value {
  const opposite = value instanceof Instance ? value.negate() : undefined;
  if (opposite !== undefined) return opposite;
  const number = numberOf(value, '-');
  return number instanceof Float ? new Float(-number.value) : negateInt(number);
}

export function positive(value: Value): Value {
  return numberOf(value, '+');
}

const SAFELY = { str: escaped, repr: (value: Value) => escapedText(repr(value)) };

/** With numbers of one kind; undefined where one is no number. */
function calculated(
  a: Value,
  b: Value,
  ints: (a: Int, b: Int) => Value,
  floats: (a: number, b: number) => number,
): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number') return ints(a, b);
  const x = numeric(a);
  const y = numeric(b);
  if (x === undefined || y === undefined) return undefined;
  if (x instanceof Float || y instanceof Float) return new Float(floats(toDouble(x), toDouble(y)));
  return ints(x, y);
}

function integerPower(base: Int, exponent: Int): Value {
  if (exponent < 0) return new Float(powerOfFloats(toDouble(base), toDouble(exponent)));
  return powerOfInts(base, exponent);
}

function numberOf(value: Value, sign: string): Int | Float {
  const number = numeric(value);
  if (number !== undefined) return number;
  if (value instanceof Undefined) throw value.error();
  throw typeError(`bad operand type for unary ${sign}: '${typeName(value)}'`);
}

/** Objects such as dates have an arithmetic of their own. */
function ofObjects(operator: BinaryOperator, a: Value, b: Value): Value {
  const left = a instanceof Instance ? a.operate(operator, b, false) : undefined;
  if (left !== undefined) return left;
  const right = b instanceof Instance ? b.operate(operator, a, true) : undefined;
  return right ?? refused(operator, a, b);
}

function refused(operator: string, a: Value, b: Value): never {
  if (a instanceof Undefined) throw a.error();
  if (b instanceof Undefined) throw b.error();
  throw typeError(`unsupported operand type(s) for ${operator}: '${typeName(a)}' and '${typeName(b)}'`);
}
