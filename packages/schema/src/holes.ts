// Values that cannot be judged here: templates, vaulted values.

import type { Path } from './diagnostic.ts';
import { isMapping } from './printed.ts';

/** Stands for what has no plain value. It is of no JSON type, so that no schema takes it for something else. */
const opaque = Symbol('opaque');

/** A copy of the variables with plain values alone: a date or a float is of no type that the schema knows. */
export function plainCopy(value: unknown, above: unknown[] = []): unknown {
  if (typeof value === 'bigint') return opaque;
  if (typeof value !== 'object' || value === null) return value;
  // A YAML alias may lead a list into itself.
  if (above.includes(value)) return opaque;
  above.push(value);
  const copy = Array.isArray(value)
    ? value.map((item) => plainCopy(item, above))
    : copyOfMapping(value, above);
  above.pop();
  return copy;
}

function copyOfMapping(value: object, above: unknown[]): unknown {
  if (!isMapping(value)) return opaque;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = plainCopy(value[key], above);
    if (key === '__proto__') Object.defineProperty(copy, key, { value: item, enumerable: true });
    else copy[key] = item;
  }
  return copy;
}

/** Takes the value at each place out of a copy: rules see nothing there. */
export function punch(copy: unknown, places: readonly Path[]): void {
  for (const place of places) {
    const parent = place.slice(0, -1).reduce<unknown>(step, copy);
    const last = place.at(-1);
    if (typeof parent !== 'object' || parent === null || last === undefined) continue;
    if (Object.hasOwn(parent, last)) Object.assign(parent, { [last]: opaque });
  }
}

function step(value: unknown, key: string | number): unknown {
  const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isOwn ? (value as Record<string, unknown>)[key] : undefined; // Checked above.
}
