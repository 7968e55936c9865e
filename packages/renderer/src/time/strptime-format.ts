import { valueError } from '../values/errors.ts';
import { monthNames, weekdayNames } from './calendar.ts';

/** Longer names first: a regular expression takes the first that fits. */
const names = (of: readonly string[]): string => of.join('|');
const short = (of: readonly string[]): string[] => of.map((name) => name.slice(0, 3));

/** What Python's strptime takes for each directive. From CPython's _strptime, PSF-2.0, © Python Software Foundation. */
const directives = new Map<string, string>(
  Object.entries({
    a: names(short(weekdayNames)),
    A: names(weekdayNames),
    b: names(short(monthNames)),
    B: names(monthNames),
    d: '3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]',
    f: '\\d{1,6}',
    G: '\\d{4}',
    H: '2[0-3]|[01]\\d|\\d',
    I: '1[0-2]|0[1-9]|[1-9]',
    j: '36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
    m: '1[0-2]|0[1-9]|[1-9]',
    M: '[0-5]\\d|\\d',
    p: 'AM|PM',
    S: '6[01]|[0-5]\\d|\\d',
    u: '[1-7]',
    U: '5[0-3]|[0-4]\\d|\\d',
    V: '5[0-3]|0[1-9]|[1-4]\\d|\\d',
    w: '[0-6]',
    W: '5[0-3]|[0-4]\\d|\\d',
    y: '\\d\\d',
    Y: '\\d{4}',
    z: '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z',
    Z: 'UTC|GMT',
  }),
);

const compound = new Map([
  ['c', '%a %b %d %H:%M:%S %Y'],
  ['x', '%m/%d/%y'],
  ['X', '%H:%M:%S'],
]);

/** Returns the regular expression of a format, and the letter of each of its groups. */
export function matcher(format: string): { pattern: RegExp; letters: string[] } {
  const letters: string[] = [];
  const whole = format.replaceAll(/%([cxX])/g, (text, letter: string) => compound.get(letter) ?? text);
  const source = whole.replaceAll(/%(.)?|\s+|[\\.^$*+?(){}[\]|]/gsu, (text, letter: string | undefined) => {
    if (!text.startsWith('%')) return text.trim() === '' ? '\\s+' : `\\${text}`;
    if (letter === undefined) throw valueError(`stray % in format '${format}'`);
    if (letter === '%') return '%';
    const directive = directives.get(letter);
    if (directive === undefined) throw valueError(`'${letter}' is a bad directive in format '${format}'`);
    if (letters.includes(letter)) throw valueError(`%${letter} is twice in format '${format}'`);
    letters.push(letter);
    return `(${directive})`;
  });
  return { pattern: new RegExp(source, 'iuy'), letters };
}
