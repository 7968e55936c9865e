import type { Value } from './value.ts';

/** An index as an offset into something that long; undefined where it is none, or outside. */
export function positionOf(key: Value, length: number): number | undefined {
  const index = typeof key === 'boolean' ? Number(key) : key;
  if (typeof index !== 'number') return undefined;
  const position = index < 0 ? index + length : index;
  return position >= 0 && position < length ? position : undefined;
}
