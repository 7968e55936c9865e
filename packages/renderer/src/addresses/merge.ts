import { PythonError } from '../values/errors.ts';
import { bitsOf } from './address.ts';
import { firstOf, lastOf, type Network, sizeOf } from './network.ts';

/** Numbers from the first to the last one. */
interface Range {
  first: bigint;
  last: bigint;
}

/** Returns the fewest networks that hold the same addresses, of IPv4 before those of IPv6. */
export function merge(networks: readonly Network[]): Network[] {
  return ([4, 6] as const).flatMap((version) => {
    const ranges = networks
      .filter((network) => network.version === version)
      .map((network): Range => ({ first: firstOf(network), last: lastOf(network) }))
      .sort((one, other) => (one.first < other.first ? -1 : Number(one.first > other.first)));
    return joined(ranges).flatMap((range) => networksOf(range, version));
  });
}

function joined(ranges: readonly Range[]): Range[] {
  const made: Range[] = [];
  for (const { first, last } of ranges) {
    const before = made.at(-1);
    if (!before || first > before.last + 1n) made.push({ first, last });
    else if (last > before.last) before.last = last;
  }
  return made;
}

/** The largest networks that fill a range, in order. */
function networksOf({ first, last }: Range, version: 4 | 6): Network[] {
  const made: Network[] = [];
  for (let value = first; value <= last; ) {
    let prefix = bitsOf(version);
    while (prefix > 0 && fits({ version, value, prefix: prefix - 1 }, last)) prefix -= 1;
    const network = { version, value, prefix };
    made.push(network);
    value += sizeOf(network);
  }
  return made;
}

const fits = (network: Network, last: bigint): boolean =>
  firstOf(network) === network.value && lastOf(network) <= last;

/** Returns the smallest network that holds all of these; undefined for none. */
export function span(networks: readonly Network[]): Network | undefined {
  const [network, ...others] = networks;
  if (!network) return undefined;
  if (others.some(({ version }) => version !== network.version))
    throw new PythonError('AnsibleFilterError', 'IP sequence cannot contain both IPv4 and IPv6!');
  let made = network;
  while (!others.every((other) => firstOf(other) >= firstOf(made) && lastOf(other) <= lastOf(made)))
    made = { ...made, prefix: made.prefix - 1 };
  return { ...made, value: firstOf(made) };
}
