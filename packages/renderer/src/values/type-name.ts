import { Dict } from './dict.ts';
import { Float } from './float.ts';
import type { Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { NamedTuple } from './named-tuple.ts';
import { Tuple } from './tuple.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/** `type(value).__name__` of Python. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'function')
    return value.receiver === undefined ? 'function' : 'builtin_function_or_method';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Float) return 'float';
  if (value instanceof Tuple) return value instanceof NamedTuple ? value.typeName : 'tuple';
  if (value instanceof Dict) return 'dict';
  if (value instanceof Markup) return 'Markup';
  if (value instanceof Undefined) return value.typeName;
  return (value satisfies Instance).typeName;
}
