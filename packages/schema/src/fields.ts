// What rules read of a value: what has the right type, and nothing else.

import type { Path } from './diagnostic.ts';
import { isMapping } from './printed.ts';

export interface Fields {
  path: Path;
  fields: Record<string, unknown>;
}

export interface AddressView {
  path: Path;
  address: string;
}

/** The items of a list that are texts. */
export function addressesOf(list: unknown, path: Path): AddressView[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((address, index) =>
    typeof address === 'string' ? [{ path: [...path, index], address }] : [],
  );
}

/** The items of a list that are mappings. */
export function mappingsOf(list: unknown, path: Path): Fields[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((fields, index) => (isMapping(fields) ? [{ path: [...path, index], fields }] : []));
}

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** 0 turns a port off; what else is no port is the schema's business. */
export function portOf(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 65_535 ? Number(value) : undefined;
}
