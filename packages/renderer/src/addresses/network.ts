import { type Address, bitsOf, formatAddress, parseAddress } from './address.ts';

/** An address and how many of its bits name its network. */
export interface Network extends Address {
  readonly prefix: number;
}

export const sizeOf = ({ version, prefix }: Network): bigint => 1n << BigInt(bitsOf(version) - prefix);
export const firstOf = (network: Network): bigint => network.value - (network.value % sizeOf(network));
export const lastOf = (network: Network): bigint => firstOf(network) + sizeOf(network) - 1n;
export const hostmaskOf = (network: Network): Address => ({ ...network, value: sizeOf(network) - 1n });

export function netmaskOf(network: Network): Address {
  return { ...network, value: (1n << BigInt(bitsOf(network.version))) - sizeOf(network) };
}

/** The first and the last address that a host can have: in a network of two, both. */
export function usableOf(network: Network): { first: bigint; last: bigint } {
  const edge = sizeOf(network) > 2n ? 1n : 0n;
  return { first: firstOf(network) + edge, last: lastOf(network) - edge };
}

export function isWithin(inner: Network, outer: Network): boolean {
  return (
    inner.version === outer.version && firstOf(inner) >= firstOf(outer) && lastOf(inner) <= lastOf(outer)
  );
}

/** `10.0.0.5/8`: the address as it is, and the prefix. */
export const formatNetwork = (network: Network): string => `${formatAddress(network)}/${network.prefix}`;

/** `10.0.0.0/8`. */
export const formatSubnet = (network: Network): string =>
  formatNetwork({ ...network, value: firstOf(network) });

/** Reads an address with a prefix, a netmask or a hostmask behind it; without one it is a network of its own. */
export function parseNetwork(text: string): Network | undefined {
  const [head = '', mask, ...rest] = text.split('/');
  const address = parseAddress(head);
  if (!address || rest.length > 0) return undefined;
  return withMask(address, mask);
}

export function withMask(address: Address, mask: string | undefined): Network | undefined {
  const prefix = mask === undefined ? bitsOf(address.version) : prefixOf(mask, address.version);
  return prefix === undefined ? undefined : { ...address, prefix };
}

function prefixOf(mask: string, version: 4 | 6): number | undefined {
  const bits = bitsOf(version);
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= bits ? Number(mask) : undefined;
  const address = parseAddress(mask);
  return address?.version === version ? prefixOfMask(address.value, bits) : undefined;
}

/** Of a netmask, ones before zeros, or of a hostmask, zeros before ones. */
function prefixOfMask(mask: bigint, bits: number): number | undefined {
  const size = 1n << BigInt(bits);
  const hosts = [size - mask, mask + 1n].find((count) => count > 0n && (count & (count - 1n)) === 0n);
  return hosts === undefined ? undefined : bits - (hosts.toString(2).length - 1);
}
