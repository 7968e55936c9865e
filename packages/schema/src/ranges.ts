// Whether addresses lie within ranges such as 192.0.2.0/24.

import { isIPv4, isIPv6 } from './ip.ts';

interface AddressRange {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

/**
 * Makes what tells whether an address or a range lies within one of others. What is neither is told by other rules, and
 * lies nowhere.
 *
 * @example
 * within(['192.0.2.0/24'])('192.0.2.128/25'); // true
 */
export function within(ranges: readonly string[]): (text: string) => boolean {
  // node:net takes long to load, and few files ask for it.
  const { BlockList } = process.getBuiltinModule('node:net');
  const known = ranges.flatMap((text) => {
    const range = rangeIn(text);
    if (!range) return [];
    const list = new BlockList();
    list.addSubnet(range.address, range.bits, range.family);
    return [{ ...range, list }];
  });
  return (text) => {
    const range = rangeIn(text);
    if (!range) return false;
    return known.some(
      ({ family, bits, list }) =>
        family === range.family && bits <= range.bits && list.check(range.address, family),
    );
  };
}

function rangeIn(text: string): AddressRange | undefined {
  const [address = '', length, ...more] = text.split('/');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  if (!family || more.length > 0) return undefined;
  const most = family === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits <= most ? { address, bits, family } : undefined;
}
