import type { Call } from '../runtime/call.ts';
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

/** Whether ansible-core looks at an item before it takes it out of there: an item that is undefined stays. */
export const isOfVariable = (call: Call, value: Value[] | Dict): boolean =>
  call.profile === 'ansible' && !isLiteral(value);
