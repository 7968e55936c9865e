import { typeError } from '../values/errors.ts';

/** A version in parts: numbers and anything else, as distutils took them apart. */
export type LooseVersion = readonly (bigint | string)[];

export const looseVersion = (text: string): LooseVersion =>
  text
    .split(/(\d+|[a-z]+|\.)/)
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (/^\d+$/.test(part) ? BigInt(part) : part));

/**
 * Which of two versions comes first: less than 0, 0, or more.
 *
 * @throws PythonError where a number is to be compared with a text.
 */
export function compareLoose(a: LooseVersion, b: LooseVersion): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part !== other) return compareParts(part, other);
  }
  return a.length - b.length;
}

function compareParts(a: bigint | string, b: bigint | string): number {
  if (typeof a !== typeof b)
    throw typeError(`'<' not supported between instances of '${nameOf(a)}' and '${nameOf(b)}'`);
  return a < b ? -1 : 1;
}

const nameOf = (part: bigint | string): string => (typeof part === 'bigint' ? 'int' : 'str');
