import { valueError } from '../values/errors.ts';

/** A part of a key; null comes first, Infinity last, numbers after texts. */
type Part = bigint | string | null | typeof Infinity;

/** A version of PEP 440, as what it is compared by. */
export type Pep440Version = readonly (readonly Part[])[];

const PATTERN = new RegExp(
  [
    '^\\s*v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)',
    '(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?([0-9]+)?)?',
    '((?:-([0-9]+))|(?:[-_.]?(?:post|rev|r)[-_.]?([0-9]+)?))?',
    '([-_.]?dev[-_.]?([0-9]+)?)?',
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\\s*$',
  ].join(''),
  'i',
);

/** Names of one stage. They sort as they have to: a, b, rc. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['alpha', 'a'],
  ['beta', 'b'],
  ['c', 'rc'],
  ['pre', 'rc'],
  ['preview', 'rc'],
]);

export function pep440Version(text: string): Pep440Version {
  const match = PATTERN.exec(text);
  if (!match) throw valueError(`Invalid version: '${text}'`);
  const [
    ,
    epoch = '0',
    release = '',
    stage,
    stageNumber = '0',
    post,
    implicit,
    postNumber,
    dev,
    devNumber = '0',
    local,
  ] = match;
  const isDev = dev !== undefined;
  return [
    [BigInt(epoch)],
    releaseKey(release),
    stageKey(stage, stageNumber, isDev && post === undefined),
    [post === undefined ? null : BigInt(implicit ?? postNumber ?? '0')],
    [isDev ? BigInt(devNumber) : Infinity],
    localKey(local),
  ];
}

/** Zeros at the end do not count. */
function releaseKey(release: string): Part[] {
  const numbers = release.split('.').map(BigInt);
  while (numbers.at(-1) === 0n) numbers.pop();
  return numbers;
}

/** `1.0.dev1` comes before `1.0a1`, and that before `1.0`. */
function stageKey(stage: string | undefined, number: string, isOnlyDev: boolean): Part[] {
  if (stage === undefined) return [isOnlyDev ? null : Infinity];
  const name = stage.toLowerCase();
  return [STAGES.get(name) ?? name, BigInt(number)];
}

function localKey(local: string | undefined): Part[] {
  if (local === undefined) return [null];
  return local
    .toLowerCase()
    .split(/[-_.]/)
    .map((part) => (/^[0-9]+$/.test(part) ? BigInt(part) : part));
}

export function comparePep440(a: Pep440Version, b: Pep440Version): number {
  for (const [index, key] of a.entries()) {
    const difference = compareKeys(key, b[index] ?? []);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareKeys(a: readonly Part[], b: readonly Part[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part !== other) return compareParts(part, other);
  }
  return a.length - b.length;
}

function compareParts(a: Part, b: Part): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a !== null && b !== null && a < b ? -1 : 1;
}

function rank(part: Part): number {
  if (part === null) return 0;
  if (typeof part === 'string') return 1;
  return typeof part === 'bigint' ? 2 : 3;
}
