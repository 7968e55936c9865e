import { type Address, bitsOf, dotted, formatAddress, wordsOfIpv6 } from './address.ts';

/** IPv4 in hexadecimal digits. */
export function hexOf(value: bigint, delimiter: string): string {
  const octets = dotted(value).split('.').map(Number);
  return octets.map((octet) => octet.toString(16).padStart(2, '0')).join(delimiter);
}

/** IPv6 with all its zeros, with none, or with one for each word. */
export function ipv6Form(address: Address, form: 'expand' | 'compress' | 'x509'): string {
  if (address.version === 4 || form === 'compress') return formatAddress(address);
  const words = wordsOfIpv6(address.value).map((word) => word.toString(16));
  return words.map((word) => (form === 'expand' ? word.padStart(4, '0') : word)).join(':');
}

/** The first bits of an address, or the last ones, written as the parts of an address from the left. */
export function cut({ version, value }: Address, amount: number): string {
  const all = value.toString(2).padStart(bitsOf(version), '0');
  const bits = amount < 0 ? all.slice(amount) : all.slice(0, amount);
  const parts = bits.match(version === 4 ? /.{1,8}/g : /.{1,16}/g) ?? [];
  return parts
    .map((part) => Number.parseInt(part, 2).toString(version === 4 ? 10 : 16))
    .join(version === 4 ? '.' : ':');
}
