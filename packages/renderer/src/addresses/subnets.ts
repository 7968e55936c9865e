import { PythonError } from '../values/errors.ts';
import type { Value } from '../values/value.ts';
import { bitsOf } from './address.ts';
import {
  firstOf,
  formatNetwork,
  formatSubnet,
  isWithin,
  lastOf,
  type Network,
  parseNetwork,
  sizeOf,
} from './network.ts';

const failure = (message: string): PythonError => new PythonError('AnsibleFilterError', message);

/**
 * Divides a network, as Ansible's `ipsubnet` does.
 *
 * @param query the prefix of the parts, or a network in which the rank of this one is asked for
 * @param index which of the parts; without it their number
 */
export function ipsubnet(network: Network, query: string, index: number | undefined): Value {
  if (query === '') return formatSubnet(network);
  if (/^\d+$/.test(query)) return divided(network, Number(query), index);
  const outer = parseNetwork(query);
  if (!outer) throw failure(`You must pass a valid subnet or IP address; ${query} is invalid`);
  return rank(network, outer, query);
}

function divided(network: Network, prefix: number, index: number | undefined): Value {
  if (prefix > bitsOf(network.version)) return false;
  const isSingle = sizeOf(network) === 1n;
  if (index === undefined) {
    if (isSingle) return supernet(network, prefix, 0);
    if (prefix < network.prefix) throw failure(`Requested subnet size of ${prefix} is invalid`);
    return String(1n << BigInt(prefix - network.prefix));
  }
  if (isSingle) return supernet(network, prefix, index);
  // The one subnet that is larger than the network keeps its address.
  if (prefix < network.prefix)
    return index === 0 && formatNetwork({ ...network, value: firstOf(network), prefix });
  return part(network, prefix, index);
}

/** Of the networks around this one, from the largest. */
function supernet(network: Network, prefix: number, index: number): Value {
  const count = network.prefix - prefix;
  if (index < -count) return false;
  if (index >= count) throw new PythonError('IndexError', 'list index out of range');
  return formatSubnet({ ...network, prefix: prefix + (index < 0 ? index + count : index) });
}

function part(network: Network, prefix: number, index: number): Value {
  const count = 1n << BigInt(prefix - network.prefix);
  const place = BigInt(index) + (index < 0 ? count : 0n);
  if (place < 0n || place >= count) return false;
  const inner = { ...network, prefix };
  return formatSubnet({ ...inner, value: firstOf(network) + place * sizeOf(inner) });
}

/** Counted from 1. */
function rank(network: Network, outer: Network, query: string): Value {
  if (!isWithin(network, outer)) throw failure(`${formatSubnet(network)} is not in the subnet ${query}`);
  return String((firstOf(network) - firstOf(outer)) / sizeOf(network) + 1n);
}

/** Whether the numbers of one are among the numbers of the other; the version makes no difference. */
export function holds(outer: Network, inner: Network): boolean {
  return firstOf(inner) >= firstOf(outer) && lastOf(inner) <= lastOf(outer);
}
