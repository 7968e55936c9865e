// IANA's registries of special addresses, as netaddr 1.3 and Python 3.11.9 have them.

import { once } from '../once.ts';
import type { Address } from './address.ts';
import { isWithin, type Network, parseNetwork } from './network.ts';

const networks = (...texts: string[]): (() => readonly Network[]) =>
  once(() => texts.flatMap((text) => parseNetwork(text) ?? []));

const notGlobal = networks(
  ...['0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4'],
  ...['::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', 'fc00::/7', 'fe80::/10'],
);
const globalAmongThem = networks(
  ...['192.0.0.9/32', '192.0.0.10/32', '2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48'],
  ...['2001:20::/28', '2001:30::/28'],
);
/** Of providers, between their customers and the world: neither private nor public for Python. */
const shared = networks('100.64.0.0/10');
const multicast = networks('224.0.0.0/4', 'ff00::/8');
const linkLocal = networks('169.254.0.0/16', 'fe80::/10');
const loopback = networks('127.0.0.0/8', '::1/128');
const unspecified = networks('0.0.0.0/32', '::/128');
const reserved = networks(
  ...['240.0.0.0/4', '::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3'],
  ...['8000::/3', 'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9'],
);

function isIn(address: Address, among: () => readonly Network[]): boolean {
  const network = { ...address, prefix: address.version === 4 ? 32 : 128 };
  return among().some((one) => isWithin(network, one));
}

export const isMulticast = (address: Address): boolean => isIn(address, multicast);
export const isLinkLocal = (address: Address): boolean => isIn(address, linkLocal);
export const isLoopback = (address: Address): boolean => isIn(address, loopback);
export const isUnspecified = (address: Address): boolean => isIn(address, unspecified);
export const isReserved = (address: Address): boolean => isIn(address, reserved);
export const isShared = (address: Address): boolean => isIn(address, shared);

/** Whether no router of the internet would carry it; a provider's shared addresses are not among them. */
export const isPrivate = (address: Address): boolean =>
  isIn(address, notGlobal) && !isIn(address, globalAmongThem);
