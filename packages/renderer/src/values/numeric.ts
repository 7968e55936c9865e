import { PythonError } from './errors.ts';
import { Float } from './float.ts';
import type { Value } from './value.ts';

/** An `int` of Python. */
export type Int = number | bigint;

/** A value as a number of Python, where `True` is 1; undefined where it is none. */
export function numeric(value: Value): Int | Float | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Float ? value : undefined;
}

/** A value as an integer; undefined where it is none. */
export function integral(value: Value): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return typeof value === 'boolean' ? Number(value) : undefined;
}

/** @throws PythonError for an integer that no float is as large as. */
export function toDouble(value: Int | Float): number {
  if (typeof value === 'number') return value;
  if (value instanceof Float) return value.value;
  const double = Number(value);
  if (Number.isFinite(double)) return double;
  throw new PythonError('OverflowError', 'int too large to convert to float');
}
