import { addressOfNumber, bitsOf, formatAddress } from './address.ts';
import { formatNetwork, type Network, parseNetwork, withMask } from './network.ts';

/** A value that names an address or a network. */
export interface Given {
  readonly network: Network;
  /** As it was given; of a number its address and prefix. */
  readonly text: string;
  /** It was given with a prefix. */
  readonly hasPrefix: boolean;
}

/** Reads a text, or a number: `10.0.0.5`, `10.0.0.0/8`, `167772165`, `167772165/8`. */
export function read(text: string, version?: 4 | 6): Given | undefined {
  const hasPrefix = text.includes('/');
  const isNumber = /^\d+(?:\/\d+)?$/.test(text);
  const network = isNumber ? numbered(text, version) : parseNetwork(text);
  if (!network || (version !== undefined && network.version !== version)) return undefined;
  return { network, text: isNumber ? formatNetwork(network) : text, hasPrefix };
}

function numbered(text: string, version: 4 | 6 | undefined): Network | undefined {
  const [number = '', prefix] = text.split('/');
  if (number.length > 39) return undefined;
  const address = addressOfNumber(BigInt(number));
  if (!address || (version === 4 && address.version === 6)) return undefined;
  // A number alone may be of either version; beside a prefix it is of the smaller one.
  return withMask(
    prefix === undefined ? { ...address, version: version ?? address.version } : address,
    prefix,
  );
}

/** An address with a prefix where one was given. */
export function plain({ network, hasPrefix }: Given): string {
  return hasPrefix ? formatNetwork(network) : formatAddress(network);
}

export const isSingle = ({ network }: Given): boolean => network.prefix === bitsOf(network.version);
