/** Ways to write 48 bits in groups of hexadecimal digits. */
interface MacFormat {
  readonly digits: number;
  readonly separator: string;
  readonly isUpper?: boolean;
  /** Without zeros before a group. */
  readonly isShort?: boolean;
}

const upper = { digits: 2, separator: '-', isUpper: true };
const postgres = { digits: 6, separator: ':' };

/** The formats by the names that Ansible's `hwaddr` takes. */
export const macFormats: ReadonlyMap<string, MacFormat> = new Map<string, MacFormat>([
  ['bare', { digits: 12, separator: '', isUpper: true }],
  ['cisco', { digits: 4, separator: '.' }],
  ['eui48', upper],
  ['linux', { digits: 2, separator: ':' }],
  ['pgsql', postgres],
  ['postgresql', postgres],
  ['psql', postgres],
  ['unix', { digits: 2, separator: ':', isShort: true }],
  ['win', upper],
]);

const groups = (count: number, digits: string, separators: string): RegExp =>
  new RegExp(
    `^[0-9a-f]{${digits}}(?:([${separators}])[0-9a-f]{${digits}}(?:\\1[0-9a-f]{${digits}}){${count - 2}})$`,
    'i',
  );

const patterns: readonly [pattern: RegExp, digits: number][] = [
  [groups(6, '1,2', ':-'), 2],
  [groups(3, '1,4', '.:-'), 4],
  [groups(2, '5,6', ':-'), 6],
  [/^[0-9a-f]{12}$/i, 12],
];

/** Reads the address of a network card: 12 hexadecimal digits in groups, or a decimal number. */
export function parseMac(text: string): bigint | undefined {
  const found = patterns.find(([pattern]) => pattern.test(text));
  if (found) {
    const parts = text.split(/[:.-]/).map((part) => part.padStart(found[1], '0'));
    return BigInt(`0x${parts.join('')}`);
  }
  const isNumber = /^\d{1,15}$/.test(text) && BigInt(text) < 1n << 48n;
  return isNumber ? BigInt(text) : undefined;
}

export function formatMac(value: bigint, { digits, separator, isUpper, isShort }: MacFormat): string {
  const text = value.toString(16).padStart(12, '0');
  const parts = text.match(new RegExp(`.{${digits}}`, 'g')) ?? [];
  const written = parts.map((part) => (isShort ? part.replace(/^0(?=.)/, '') : part)).join(separator);
  return isUpper ? written.toUpperCase() : written;
}

/** The lower half of an IPv6 address that a card makes of its own. */
export function interfaceId(mac: bigint): bigint {
  const isLocal = 1n << 57n;
  return (((mac >> 24n) << 40n) | (0xfffen << 24n) | (mac & 0xffffffn)) ^ isLocal;
}
