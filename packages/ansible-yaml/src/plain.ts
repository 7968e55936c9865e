import { setOwn } from './dialect.ts';
import { isMapping, UnsafeString, type YamlValue } from './values.ts';

/** The same value, with plain strings for those under `!unsafe`. */
export function plain(value: unknown, made: Map<unknown, unknown> = new Map()): YamlValue {
  if (value instanceof UnsafeString) return value.text;
  if (!Array.isArray(value) && !isMapping(value)) return value as YamlValue; // The dialect makes nothing else.
  const known = made.get(value);
  if (known !== undefined) return known as YamlValue; // Made below.
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
  made.set(value, copy);
  for (const [key, item] of Object.entries(value)) setOwn(copy, key, plain(item, made));
  return copy as YamlValue;
}
