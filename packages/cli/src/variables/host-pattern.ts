const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** A port behind a host; the brackets of an address of version 6 go with it. */
const PORTS = [/^\[(.+)\]:\d+$/, /^((?:[^:[\]]|\[[^\]]*\])+):\d+$/];

/**
 * The hosts that an inventory means with a name: `lb[01:03].example.org` is three, and a port behind it is no part of
 * the name.
 */
export function hostsOf(pattern: string): string[] {
  const name = PORTS.map((port) => port.exec(pattern)?.[1]).find((host) => host !== undefined);
  return expand(name ?? pattern);
}

function expand(name: string): string[] {
  const [, head = '', begin = '', end = '', step = '1', tail = ''] =
    /^([^[]*)\[([^[\]:]*):([^[\]:]+)(?::(\d+))?\](.*)$/.exec(name) ?? [];
  const range = end && Number(step) > 0 ? between(begin || '0', end, Number(step)) : [];
  return range.length === 0 ? [name] : range.flatMap((part) => expand(`${head}${part}${tail}`));
}

function between(begin: string, end: string, step: number): string[] {
  const letters = [begin, end].map((letter) => (letter.length === 1 ? LETTERS.indexOf(letter) : -1));
  const isAlpha = letters.every((index) => index >= 0);
  const [first = 0, last = -1] = isAlpha ? letters : [begin, end].map(Number);
  const width = /^0\d/.test(begin) ? begin.length : 0;
  const found: string[] = [];
  for (let at = first; at <= last; at += step)
    found.push(isAlpha ? (LETTERS[at] ?? '') : String(at).padStart(width, '0'));
  return found;
}
