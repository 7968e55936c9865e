import type { Dict } from './dict.ts';
import type { Value } from './value.ts';

const literals = new WeakSet<object>();

/**
 * Remembers that a list or a dictionary is written in a template. ansible-core wraps it anew wherever it is used, while
 * what a variable has is one and the same everywhere.
 */
export function literal<T extends Value[] | Dict>(value: T): T {
  literals.add(value);
  return value;
}

export const isLiteral = (value: Value[] | Dict): boolean => literals.has(value);
