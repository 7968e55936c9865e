// The services as rules see them: what has the right type, and nothing else.

import type { Path } from './diagnostic.ts';
import { type AddressView, addressesOf, type Fields, mappingsOf, portOf, textOf } from './fields.ts';

/** Something with a name: a server, a user. */
export interface NamedView {
  path: Path;
  name: string | undefined;
}

export interface ServiceView {
  path: Path;
  name: string | undefined;
  port: number | undefined;
  /** Undefined where the addresses cannot be known. */
  bind: AddressView[] | 'every' | undefined;
  servers: NamedView[];
}

export function serviceOf({ path, fields }: Fields): ServiceView {
  return {
    path,
    name: textOf(fields.name),
    port: portOf(fields.port),
    bind: bindOf(fields, path),
    servers: namedOf(fields.servers, [...path, 'servers']),
  };
}

export function namedOf(list: unknown, at: Path): NamedView[] {
  return mappingsOf(list, at).map(({ path, fields }) => ({ path, name: textOf(fields.name) }));
}

function bindOf(fields: Record<string, unknown>, path: Path): ServiceView['bind'] {
  if (!Object.hasOwn(fields, 'bind')) return 'every';
  if (!Array.isArray(fields.bind)) return undefined;
  return addressesOf(fields.bind, [...path, 'bind']);
}
