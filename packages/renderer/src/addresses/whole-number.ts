import type { Value } from '../values/value.ts';

export const isInteger = (value: Value): value is number | bigint | boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

/** An integer, or a text of one. */
export function numberOf(value: Value): bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value);
  return typeof value === 'string' && /^\s*[-+]?\d+\s*$/.test(value) ? BigInt(value.trim()) : undefined;
}
