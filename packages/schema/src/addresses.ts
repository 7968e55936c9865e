// Addresses that sockets listen on, and whether two of them get in each other's way.

import { isIPv4 } from './ip.ts';

/** An address in one spelling. `every` is what a service without `bind` listens on. */
export function normalised(address: string): string {
  if (isIPv4(address)) return address;
  const url = URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`) : undefined;
  return unmapped(url?.hostname.slice(1, -1) ?? address);
}

// ::ffff:192.0.2.1 is 192.0.2.1 to a socket.
function unmapped(address: string): string {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const bytes = [high, low]
    .map((part) => Number.parseInt(part, 16))
    .flatMap((pair) => [pair >> 8, pair & 255]);
  return bytes.join('.');
}

/**
 * Whether sockets on two addresses and the same port exclude each other.
 *
 * @param a - As {@link normalised} gives it, and so is `b`.
 *
 * @example
 * ```ts
 * overlap('::', '192.0.2.1'); // true: HAProxy binds `::` for IPv4 too
 * ```
 */
export function overlap(a: string, b: string): boolean {
  return a === b || covers(a, b) || covers(b, a);
}

// HAProxy binds `::` for IPv4 too (configuration manual, "bind", v6only).
function covers(wildcard: string, address: string): boolean {
  return wildcard === '::' || (wildcard === '0.0.0.0' && isIPv4(address));
}
