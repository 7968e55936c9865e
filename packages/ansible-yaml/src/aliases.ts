import { isMapping } from './values.ts';

/** More values than these, and than so many in each list and mapping that is written, come from aliases of aliases only. */
const MOST_VALUES = 1_000_000;
const MOST_EACH = 100;

/** The first variable whose aliases make more values than anybody can go through; each is copied where it is used. */
export function explodingKey(variables: unknown): string | undefined {
  if (!isMapping(variables)) return undefined;
  const sizes = new Map<unknown, number>();
  return Object.keys(variables).find((key) => {
    const size = sizeOf(variables[key], sizes);
    return size > MOST_VALUES && size > MOST_EACH * sizes.size;
  });
}

function sizeOf(value: unknown, sizes: Map<unknown, number>): number {
  if (!Array.isArray(value) && !isMapping(value)) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  sizes.set(value, 1); // It may hold itself.
  const size = Object.values(value).reduce<number>((sum, item) => sum + sizeOf(item, sizes), 1);
  sizes.set(value, size);
  return size;
}
