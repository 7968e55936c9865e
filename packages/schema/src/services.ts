// The services as rules see them: what has the right type, and nothing else.

import type { Path } from './diagnostic.ts';
import { type AddressView, addressesOf, type Fields, portOf, textOf } from './fields.ts';
import { type ServerView, serversOf } from './servers.ts';

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
  /** Undefined where it cannot be known. */
  balance: string | undefined;
  /** Whether a field is there, whatever it holds. */
  has: (field: string) => boolean;
  servers: ServerView[];
}

/** @param defaults - Of the fields that are left out. */
export function serviceOf({ path, fields }: Fields, defaults: { readonly balance: string }): ServiceView {
  return {
    path,
    name: textOf(fields.name),
    port: portOf(fields.port),
    bind: bindOf(fields, path),
    balance: textOf(Object.hasOwn(fields, 'balance') ? fields.balance : defaults.balance),
    has: (field) => Object.hasOwn(fields, field),
    servers: serversOf(fields.servers, [...path, 'servers']),
  };
}

function bindOf(fields: Record<string, unknown>, path: Path): ServiceView['bind'] {
  if (!Object.hasOwn(fields, 'bind')) return 'every';
  if (!Array.isArray(fields.bind)) return undefined;
  return addressesOf(fields.bind, [...path, 'bind']);
}
