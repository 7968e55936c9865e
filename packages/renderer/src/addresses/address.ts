/** An IPv4 or an IPv6 address. */
export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

export const bitsOf = (version: 4 | 6): number => (version === 4 ? 32 : 128);
const octet = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;

/** Reads an address in its full form, as `inet_pton` does; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const value = text.includes(':') ? parseIpv6(text) : parseIpv4(text);
  return value === undefined ? undefined : { version: text.includes(':') ? 6 : 4, value };
}

function parseIpv4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((part) => octet.test(part))) return undefined;
  return octets.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const [head = '', tail, ...rest] = text.split('::');
  const first = wordsOf(head, tail === undefined);
  const last = wordsOf(tail ?? '', true);
  if (!first || !last || rest.length > 0) return undefined;
  const missing = 8 - first.length - last.length;
  // "::" stands for at least one word.
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const words = [...first, ...Array<bigint>(missing).fill(0n), ...last];
  return words.reduce((value, word) => value * 65536n + word, 0n);
}

function wordsOf(text: string, isEnd: boolean): bigint[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const dotted = parts.at(-1)?.includes('.') && isEnd ? parts.pop() : undefined;
  if (!parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return undefined;
  const words = parts.map((part) => BigInt(`0x${part}`));
  if (dotted === undefined) return words;
  const low = parseIpv4(dotted);
  return low === undefined ? undefined : [...words, low / 65536n, low % 65536n];
}

/** Writes an address as `inet_ntop` does. */
export function formatAddress({ version, value }: Address): string {
  return version === 4 ? dotted(value) : formatIpv6(value);
}

export function dotted(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

/** The eight parts of an IPv6 address. */
export function wordsOfIpv6(value: bigint): number[] {
  return Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - index * 16)) & 0xffffn));
}

function formatIpv6(value: bigint): string {
  const words = wordsOfIpv6(value);
  const zeros = longestZeros(words);
  // An IPv4 address in IPv6's clothes: ::1.2.3.4 and ::ffff:1.2.3.4.
  const isCompatible = zeros?.start === 0 && zeros.length === 6;
  if (isCompatible) return `::${dotted(value)}`;
  if (zeros?.start === 0 && zeros.length === 5 && words[5] === 0xffff)
    return `::ffff:${dotted(value & 0xffffffffn)}`;
  const hex = words.map((word) => word.toString(16));
  if (!zeros) return hex.join(':');
  return `${hex.slice(0, zeros.start).join(':')}::${hex.slice(zeros.start + zeros.length).join(':')}`;
}

/** The first longest run of at least two zeros. */
function longestZeros(words: readonly number[]): { start: number; length: number } | undefined {
  let best: { start: number; length: number } | undefined;
  for (let start = 0; start < words.length; start += 1) {
    let length = 0;
    while (words[start + length] === 0) length += 1;
    if (length >= 2 && length > (best?.length ?? 0)) best = { start, length };
    start += length;
  }
  return best;
}

/** An address from its number: of IPv4 where it can be. */
export function addressOfNumber(value: bigint): Address | undefined {
  if (value < 0n || value >= 1n << 128n) return undefined;
  return { version: value < 1n << 32n ? 4 : 6, value };
}
