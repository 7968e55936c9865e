import { type Address, bitsOf, parseAddress } from '../../addresses/address.ts';
import { firstOf, isWithin, type Network, parseNetwork } from '../../addresses/network.ts';
import {
  isLoopback,
  isMulticast,
  isPrivate,
  isReserved,
  isShared,
  isUnspecified,
} from '../../addresses/special.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Markup } from '../../values/markup.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';

/** The tests of the collection ansible.utils for addresses, by their names in it. */
const tests: Readonly<Record<string, PythonFunction>> = {
  in_any_network: ofNetworks('in_any_network', (count) => count > 0),
  in_network: ofTwo('in_network', isWithin),
  in_one_network: ofNetworks('in_one_network', (count) => count === 1),
  ip: ofOne('ip', networkOf, () => true),
  ip_address: ofOne('ip_address', addressOf, () => true),
  ipv4: ofOne('ipv4', networkOf, ({ version }) => version === 4),
  ipv4_address: ofOne('ipv4_address', addressOf, ({ version }) => version === 4),
  ipv4_hostmask: ofOne('ipv4_hostmask', addressOf, (mask) => mask.version === 4 && isMask(mask.value + 1n)),
  ipv4_netmask: ofOne(
    'ipv4_netmask',
    addressOf,
    (mask) => mask.version === 4 && (mask.value === 0xffffffffn || isMask((1n << 32n) - mask.value)),
  ),
  ipv6: ofOne('ipv6', networkOf, ({ version }) => version === 6),
  ipv6_address: ofOne('ipv6_address', addressOf, ({ version }) => version === 6),
  ipv6_ipv4_mapped: ofOne('ipv6_ipv4_mapped', addressOf, isIn('::ffff:0:0/96')),
  ipv6_sixtofour: ofOne('ipv6_sixtofour', addressOf, isIn('2002::/16')),
  ipv6_teredo: ofOne('ipv6_teredo', addressOf, isIn('2001::/32')),
  loopback: ofOne('loopback', addressOf, isLoopback),
  mac: fn('mac(mac)', (_call, mac: Value) => isMac(mac)),
  multicast: ofOne('multicast', addressOf, isMulticast),
  private: ofOne('private', addressOf, isPrivate),
  public: ofOne('public', addressOf, (address) => !isPrivate(address) && !isShared(address)),
  reserved: ofOne('reserved', addressOf, isReserved),
  resolvable: fn('resolvable(host)', () => {
    throw new PythonError('NotSupported', 'resolvable asks the network, which a template here cannot');
  }),
  subnet_of: ofTwo('subnet_of', isWithin),
  supernet_of: ofTwo('supernet_of', (outer, inner) => isWithin(inner, outer)),
  unspecified: ofOne('unspecified', addressOf, isUnspecified),
};

export const addressTests: Readonly<Record<string, PythonFunction>> = Object.fromEntries(
  Object.entries(tests).map(([name, test]) => [`ansible.utils.${name}`, test]),
);

function ofOne<T>(
  name: string,
  read: (value: Value) => T | undefined,
  holds: (it: T) => boolean,
): PythonFunction {
  return fn(`${name}(ip)`, (_call, value: Value) => {
    const it = read(value);
    return it !== undefined && holds(it);
  });
}

function ofTwo(name: string, holds: (one: Network, other: Network) => boolean): PythonFunction {
  return fn(`${name}(network_a, network_b)`, (_call, a: Value, b: Value) => {
    const [one, other] = [networkOf(a), networkOf(b)];
    return one !== undefined && other !== undefined && holds(one, other);
  });
}

function ofNetworks(name: string, holds: (count: number) => boolean): PythonFunction {
  return fn(`${name}(ip, networks)`, (_call, ip: Value, networks: Value) => {
    const network = networkOf(ip);
    if (!network || !Array.isArray(networks)) return false;
    const around = networks.map(networkOf).filter((one) => one !== undefined && isWithin(network, one));
    return holds(around.length);
  });
}

function textOf(value: Value): string | undefined {
  if (value instanceof Markup) return value.text;
  return typeof value === 'string' ? value : undefined;
}

function addressOf(value: Value): Address | undefined {
  return parseAddress(textOf(value) ?? '');
}

/** A network, and not an address in it: Python asks for zeros behind the prefix. */
function networkOf(value: Value): Network | undefined {
  const network = parseNetwork(textOf(value) ?? '');
  return network && firstOf(network) === network.value ? network : undefined;
}

function isIn(text: string): (address: Address) => boolean {
  const network = parseNetwork(text);
  return (address) =>
    network !== undefined && isWithin({ ...address, prefix: bitsOf(address.version) }, network);
}

/** Of how many addresses a mask leaves: a power of two, and neither one nor all. */
const isMask = (count: bigint): boolean => count > 1n && count < 1n << 32n && (count & (count - 1n)) === 0n;

function isMac(value: Value): boolean {
  const text = textOf(value);
  if (text === undefined) throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
  return /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}|[0-9a-f]{12})$/i.test(
    text,
  );
}
