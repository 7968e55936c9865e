// The services as rules see them: what has the right type, and nothing else.

import type { Path } from './diagnostic.ts';
import { type AddressView, addressesOf, type Fields, portOf, textOf } from './fields.ts';
import { type ServerView, serversOf } from './servers.ts';

/** Something with a name: a server, a user. */
export interface NamedView {
  path: Path;
  name: string | undefined;
}

/** Servers that take each other's place: a service's own, or those of one of its routes. */
export interface Pool {
  /** Of the service or the route. */
  path: Path;
  /** Undefined where it cannot be known. */
  balance: string | undefined;
  servers: ServerView[];
}

export interface ServiceView extends Pool {
  name: string | undefined;
  port: number | undefined;
  /** Undefined where the addresses cannot be known. */
  bind: AddressView[] | 'every' | undefined;
  /** Whether a field is there, whatever it holds. */
  has: (field: string) => boolean;
  /** Its own, and those of its routes. */
  pools: Pool[];
}

/** @param defaults - Of the fields that are left out. */
export function serviceOf({ path, fields }: Fields, defaults: { readonly balance: string }): ServiceView {
  const own = {
    path,
    balance: textOf(Object.hasOwn(fields, 'balance') ? fields.balance : defaults.balance),
    servers: serversOf(fields.servers, [...path, 'servers']),
  };
  return {
    ...own,
    name: textOf(fields.name),
    port: portOf(fields.port),
    bind: bindOf(fields, path),
    has: (field) => Object.hasOwn(fields, field),
    pools: [own],
  };
}

function bindOf(fields: Record<string, unknown>, path: Path): ServiceView['bind'] {
  if (!Object.hasOwn(fields, 'bind')) return 'every';
  if (!Array.isArray(fields.bind)) return undefined;
  return addressesOf(fields.bind, [...path, 'bind']);
}
