import { formatAddress, parseAddress } from '../../addresses/address.ts';
import { cut, hexOf, ipv6Form } from '../../addresses/forms.ts';
import { givenBy, ipaddr, unrecognized } from '../../addresses/ipaddr.ts';
import { merge, span } from '../../addresses/merge.ts';
import {
  firstOf,
  formatSubnet,
  lastOf,
  type Network,
  parseNetwork,
  sizeOf,
  usableOf,
} from '../../addresses/network.ts';
import { holds, ipsubnet } from '../../addresses/subnets.ts';
import { numberOf } from '../../addresses/whole-number.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integer } from '../../values/integer.ts';
import { listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { macFilters } from './mac.ts';

const ipv4 = { name: 'ipv4', version: 4 } as const;
const ipv6 = { name: 'ipv6', version: 6 } as const;

/** The filters of the collection ansible.utils for addresses, by their names in it. */
const filters: Readonly<Record<string, PythonFunction>> = {
  ...macFilters,
  cidr_merge: fn("cidr_merge(value, action='merge')", (_call, value: Value, action: Value) =>
    merged(value, action),
  ),
  ip4_hex: fn("ip4_hex(value, delimiter='')", (_call, value: Value, delimiter: Value) =>
    hexOf(ipv4Of(value), str(delimiter)),
  ),
  ipaddr: fn(
    "ipaddr(value, query='', version=False, alias='ipaddr')",
    (_call, value: Value, query: Value, version: Value, alias: Value) =>
      ipaddr(value, query, { name: str(alias), ...((version === 4 || version === 6) && { version }) }),
  ),
  ipcut: fn('ipcut(value, amount)', (_call, value: Value, amount: Value) =>
    cut(addressOf(value), Number(wholeNumber(amount, 'amount'))),
  ),
  ipmath: fn('ipmath(value, amount)', (_call, value: Value, amount: Value) => sum(value, amount)),
  ipsubnet: fn("ipsubnet(value, query='', index=None)", (_call, value: Value, query: Value, index: Value) => {
    const given = Array.isArray(value) ? undefined : givenBy(value);
    const place = index === null ? undefined : Number(wholeNumber(index, 'index'));
    return given ? ipsubnet(given.network, str(query), place) : false;
  }),
  ipv4: fn("ipv4(value, query='')", (_call, value: Value, query: Value) => ipaddr(value, query, ipv4)),
  ipv6: fn("ipv6(value, query='')", (_call, value: Value, query: Value) => ipaddr(value, query, ipv6)),
  ipv6form: fn('ipv6form(value, format)', (_call, value: Value, format: Value) => {
    if (format === 'expand' || format === 'compress' || format === 'x509')
      return ipv6Form(addressOf(value), format);
    throw failure(`value of format must be one of: compress, expand, x509, got: ${str(format)}`);
  }),
  ipwrap: fn("ipwrap(value, query='')", (_call, value: Value) => wrap(value)),
  network_in_network: fn('network_in_network(value, test)', (_call, value: Value, test: Value) => {
    const [outer, inner] = [givenBy(value)?.network, givenBy(test)?.network];
    return outer !== undefined && inner !== undefined && holds(outer, inner);
  }),
  network_in_usable: fn('network_in_usable(value, test)', (_call, value: Value, test: Value) => {
    const [outer, inner] = [givenBy(value)?.network, givenBy(test)?.network];
    if (!outer || !inner) return false;
    const { first, last } = usableOf(outer);
    return firstOf(inner) >= first && lastOf(inner) <= last;
  }),
  next_nth_usable: fn('next_nth_usable(value, offset)', (_call, value: Value, offset: Value) =>
    usableAt(value, wholeNumber(offset, 'offset')),
  ),
  nthhost: fn("nthhost(value, query='')", (_call, value: Value, query: Value) =>
    nthHost(value, numberOf(query)),
  ),
  previous_nth_usable: fn('previous_nth_usable(value, offset)', (_call, value: Value, offset: Value) =>
    usableAt(value, -wholeNumber(offset, 'offset')),
  ),
  reduce_on_network: fn('reduce_on_network(value, network)', (_call, value: Value, network: Value) => {
    const outer = givenBy(network)?.network;
    return (Array.isArray(value) ? value : [value]).filter((item) => {
      const inner = givenBy(item)?.network;
      return outer !== undefined && inner !== undefined && holds(outer, inner);
    });
  }),
  usable_range: fn('usable_range(ip)', (_call, ip: Value) => allOf(str(ip))),
};

export const addressFilters: Readonly<Record<string, PythonFunction>> = Object.fromEntries(
  Object.entries(filters).map(([name, filter]) => [`ansible.utils.${name}`, filter]),
);

const failure = (message: string): PythonError => new PythonError('AnsibleFilterError', message);

function wholeNumber(value: Value, name: string): bigint {
  const number = numberOf(value);
  if (number === undefined) throw failure(`argument '${name}' cannot be converted to an int: ${str(value)}`);
  return number;
}

function addressOf(value: Value): { version: 4 | 6; value: bigint } {
  const address = parseAddress(str(value));
  if (!address) throw failure(`You must pass a valid IP address; ${str(value)} is invalid`);
  return address;
}

function ipv4Of(value: Value): bigint {
  const address = addressOf(value);
  if (address.version === 6) throw failure(`ip4_hex takes an IPv4 address; ${str(value)} is none`);
  return address.value;
}

function sum(value: Value, amount: Value): Value {
  const network = parseNetwork(str(value));
  if (!network) throw failure(`You must pass a valid IP address; ${str(value)} is invalid`);
  const made = network.value + wholeNumber(amount, 'amount');
  if (made < 0n || made >= 1n << (network.version === 4 ? 32n : 128n))
    throw new PythonError('IndexError', 'result outside valid IP address boundary!');
  return formatAddress({ ...network, value: made });
}

/** IPv6 in brackets. What is no address stays as it is, but for lists in lists. */
function wrap(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => yesOr(item, ipaddrOf(item)));
  if (value instanceof Undefined) throw value.error();
  if (typeof value !== 'string' && !(value instanceof Markup) && typeof value !== 'boolean')
    throw unrecognized(value, ipwrap);
  return yesOr(value, ipaddrOf(ipaddr(value, '', ipwrap)));
}

const ipwrap = { name: 'ipwrap' };
const ipaddrOf = (value: Value): Value =>
  Array.isArray(value) || givenBy(value) ? ipaddr(value, 'wrap', ipwrap) : false;
const yesOr = (value: Value, made: Value): Value =>
  made === false || (Array.isArray(made) && made.length === 0) ? value : made;

function merged(value: Value, action: Value): Value {
  const networks = listOf(typeof value === 'string' ? [value] : value).map((item): Network => {
    const network = parseNetwork(str(item));
    if (!network) throw failure(`cidr_merge: error in netaddr:\ninvalid IPNetwork ${str(item)}`);
    return network;
  });
  if (action === 'merge') return merge(networks).map(formatSubnet);
  if (action !== 'span') throw failure(`cidr_merge: invalid action '${str(action)}'`);
  const made = span(networks);
  return made ? formatSubnet(made) : null;
}

function usableAt(value: Value, offset: bigint): Value {
  const network = givenBy(value)?.network;
  if (!network) return false;
  const { first, last } = usableOf(network);
  const place = network.value + offset;
  return sizeOf(network) > 1n && place >= first && place <= last
    ? formatAddress({ ...network, value: place })
    : null;
}

function nthHost(value: Value, index: bigint | undefined): Value {
  const network = givenBy(value)?.network;
  if (!network || index === undefined || index >= sizeOf(network)) return false;
  if (index < -sizeOf(network))
    throw new PythonError('IndexError', 'index out range for address range size!');
  return formatAddress({ ...network, value: firstOf(network) + index + (index < 0n ? sizeOf(network) : 0n) });
}

/** A list longer than this is no text for a template. */
const mostAddresses = 65_536n;

function allOf(text: string): Value {
  const network = parseNetwork(text);
  if (!network) throw valueError(`'${text}' does not appear to be an IPv4 or IPv6 network`);
  if (network.value !== firstOf(network)) throw valueError(`${text} has host bits set`);
  const size = sizeOf(network);
  if (size > mostAddresses)
    throw new PythonError(
      'NotSupported',
      `usable_range of more than ${mostAddresses} addresses is not supported here`,
    );
  const addresses = Array.from({ length: Number(size) }, (_, index) =>
    formatAddress({ ...network, value: network.value + BigInt(index) }),
  );
  return Dict.of([
    ['usable_ips', addresses],
    ['number_of_ips', integer(size)],
  ]);
}
