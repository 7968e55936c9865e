import { PythonError } from '../values/errors.ts';
import { integer } from '../values/integer.ts';
import type { Value } from '../values/value.ts';
import { type Address, addressOfNumber, dotted, formatAddress, wordsOfIpv6 } from './address.ts';
import { type Given, isSingle, plain } from './given.ts';
import {
  firstOf,
  formatNetwork,
  formatSubnet,
  hostmaskOf,
  lastOf,
  type Network,
  netmaskOf,
  sizeOf,
  usableOf,
} from './network.ts';
import { isLinkLocal, isLoopback, isMulticast, isPrivate, isShared } from './special.ts';

/** An answer of `ipaddr`; null and false are two ways to say no. */
type Query = (given: Given) => Value;

const isNetwork = ({ network }: Given): boolean => sizeOf(network) > 1n && network.value === firstOf(network);
const isPair = ({ network }: Given): boolean => sizeOf(network) === 2n;
/** Not the network itself, though in a network of two there is no such thing. */
const isHost = (given: Given): boolean => isPair(given) || !isNetwork(given);
const isGlobal = ({ network }: Given): boolean => !isPrivate(network) && !isShared(network);

function isUsable({ network }: Given): boolean {
  const { first, last } = usableOf(network);
  return network.value >= first && network.value <= last;
}

const numbered = (value: bigint): string => formatAddress(within(addressOfNumber(value)));

function within(address: Address | undefined): Address {
  if (!address) throw new PythonError('ValueError', 'failed to detect a valid IP address');
  return address;
}

function needNetwork({ hasPrefix }: Given): void {
  if (!hasPrefix) throw new PythonError('AnsibleFilterError', 'Not a network address');
}

/** A place in the network, if it is one that a host can have. */
function usable(network: Network, place: bigint): Value {
  const { first, last } = usableOf(network);
  const isThere = sizeOf(network) > 1n && place >= first && place <= last;
  return isThere ? numbered(place) : null;
}

const ofNetwork =
  (query: (network: Network) => Value): Query =>
  (given) => {
    needNetwork(given);
    return sizeOf(given.network) > 1n ? query(given.network) : null;
  };

const that =
  (test: (given: Given) => boolean, answer: Query = ({ text }) => text): Query =>
  (given) =>
    test(given) ? answer(given) : null;

const address: Query = ({ network }) => formatAddress(network);
const withPrefix: Query = ({ network }) => formatNetwork(network);
const isWide = (given: Given): boolean => !isSingle(given) && isHost(given);
const usableHost: Query = (given) => isUsable(given) && withPrefix(given);
const networkId: Query = ({ network }) => formatAddress({ ...network, value: firstOf(network) });
const netmask: Query = ({ network }) => formatAddress(netmaskOf(network));
const hostmask: Query = ({ network }) => formatAddress(hostmaskOf(network));
const subnet: Query = ({ network }) => formatSubnet(network);
const loopback = that(({ network }) => isLoopback(network));
const pair =
  (one: Query, other: Query): Query =>
  (given) =>
    `${String(one(given))} ${String(other(given))}`;

/** The queries by name. */
export const queries: ReadonlyMap<string, Query> = new Map<string, Query>(
  Object.entries({
    '': plain,
    '6to4': sixToFour,
    address: that((given) => given.network.version === 6 || isHost(given), address),
    'address/prefix': usableHost,
    bool: () => true,
    broadcast: that(
      ({ network }) => sizeOf(network) > 2n,
      ({ network }) => formatAddress({ ...network, value: lastOf(network) }),
    ),
    cidr: withPrefix,
    first_usable: ofNetwork((network) => numbered(usableOf(network).first)),
    gateway: usableHost,
    gw: usableHost,
    host: that(isHost, withPrefix),
    'host/prefix': usableHost,
    hostmask,
    int: asNumber,
    ip: that((given) => given.network.version === 6 || isHost(given), address),
    'ip/prefix': that(isWide, withPrefix),
    ip_netmask: that(isWide, pair(address, netmask)),
    ipv4: asIpv4,
    ipv6: asIpv6,
    last_usable: ofNetwork((network) => numbered(usableOf(network).last)),
    'link-local': that(({ network }) => isLinkLocal(network)),
    lo: loopback,
    loopback,
    multicast: that(({ network }) => isMulticast(network)),
    net: that(isNetwork, subnet),
    netmask,
    network: networkId,
    network_id: networkId,
    network_netmask: pair(networkId, netmask),
    network_wildcard: pair(networkId, hostmask),
    'network/prefix': subnet,
    next_usable: ofNetwork((network) => usable(network, network.value + 1n)),
    peer: peerOf,
    prefix: ({ network }) => network.prefix,
    previous_usable: ofNetwork((network) => {
      within(addressOfNumber(network.value - 1n));
      return usable(network, network.value - 1n);
    }),
    private: that((given) => !isMulticast(given.network) && !isGlobal(given)),
    public: that((given) => !isMulticast(given.network) && isGlobal(given)),
    range_usable: ofNetwork((network) => {
      const { first, last } = usableOf(network);
      return `${numbered(first)}-${numbered(last)}`;
    }),
    revdns: ({ network }) => reverseName(network),
    router: usableHost,
    size: ({ network }) => integer(sizeOf(network)),
    size_usable: ({ network }) => {
      const { first, last } = usableOf(network);
      return sizeOf(network) === 1n ? 0 : integer(last - first + 1n);
    },
    subnet,
    type: (given) => (isNetwork(given) ? 'network' : 'address'),
    unicast: that(({ network }) => !isMulticast(network)),
    version: ({ network }) => network.version,
    wildcard: hostmask,
    wrap: wrapped,
  } satisfies Record<string, Query>),
);

function asNumber({ network, hasPrefix }: Given): Value {
  return hasPrefix ? `${network.value}/${network.prefix}` : integer(network.value);
}

/** IPv6 in brackets, as before a port. */
function wrapped(given: Given): Value {
  const { network, text, hasPrefix } = given;
  if (network.version === 4) return text;
  return `[${formatAddress(network)}]${hasPrefix ? `/${network.prefix}` : ''}`;
}

function asIpv4({ network, text }: Given): Value {
  if (network.version === 4) return text;
  const above = network.value >> 32n;
  if (network.prefix < 96 || (above !== 0n && above !== 0xffffn)) return false;
  return formatNetwork({ version: 4, value: network.value & 0xffffffffn, prefix: network.prefix - 96 });
}

function asIpv6({ network, text }: Given): Value {
  if (network.version === 6) return text;
  return formatNetwork({ version: 6, value: (0xffffn << 32n) | network.value, prefix: network.prefix + 96 });
}

function sixToFour(given: Given): Value {
  const { network, text } = given;
  if (network.version === 6) return network.value >> 112n === 0x2002n && !isNetwork(given) && text;
  if (isNetwork(given) || isMulticast(network)) return false;
  const hex = network.value.toString(16).padStart(8, '0');
  return `2002:${hex.slice(0, 4)}:${hex.slice(4)}::1/48`;
}

/** The other end of a line between two. */
function peerOf(given: Given): Value {
  needNetwork(given);
  const { network } = given;
  const place = network.value - firstOf(network);
  const failure = (message: string): PythonError => new PythonError('AnsibleFilterError', message);
  if (sizeOf(network) === 2n) return numbered(firstOf(network) + (1n - place));
  if (sizeOf(network) !== 4n) throw failure('Not a point-to-point network');
  if (place === 0n) throw failure('Network address of /30 has no peer');
  if (place === 3n) throw failure('Broadcast address of /30 has no peer');
  return numbered(firstOf(network) + (3n - place));
}

/** The name that DNS has for an address, to find its names. */
function reverseName({ version, value }: Network): string {
  if (version === 4) return `${dotted(value).split('.').reverse().join('.')}.in-addr.arpa.`;
  const nibbles = wordsOfIpv6(value).map((word) => word.toString(16).padStart(4, '0'));
  return `${[...nibbles.join('')].reverse().join('.')}.ip6.arpa.`;
}
