/** The flags of a pattern, as the letters of `(?aimsx)`. */
export interface Flags {
  readonly ascii: boolean;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
}

export const NO_FLAGS: Flags = {
  ascii: false,
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  verbose: false,
};

/** `u` is what a text has anyway: it takes `a` away. */
const LETTERS: ReadonlyMap<string, Partial<Flags>> = new Map([
  ['a', { ascii: true }],
  ['u', { ascii: false }],
  ['i', { ignoreCase: true }],
  ['m', { multiline: true }],
  ['s', { dotAll: true }],
  ['x', { verbose: true }],
]);

export const isFlag = (letter: string): boolean => LETTERS.has(letter) || letter === 'L';

/** The flags of a group: those around it, with some turned on and some turned off. */
export function withFlags(flags: Flags, on: string, off = ''): Flags {
  const added = [...on].map((letter) => LETTERS.get(letter));
  const removed = [...off].flatMap((letter) => Object.keys(LETTERS.get(letter) ?? {}));
  return Object.assign({}, flags, ...added, Object.fromEntries(removed.map((name) => [name, false])));
}
