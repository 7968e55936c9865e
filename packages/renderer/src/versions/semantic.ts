import { valueError } from '../values/errors.ts';

/** A version of semver.org 2.0.0; what follows a `+` does not count. */
export interface SemanticVersion {
  readonly core: readonly bigint[];
  readonly prerelease: readonly (bigint | string)[];
}

const NUMBER = '(0|[1-9]\\d*)';
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const SEMANTIC = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
);

export function semanticVersion(text: string): SemanticVersion {
  const [, major, minor, patch, prerelease = ''] = SEMANTIC.exec(text) ?? [];
  if (major === undefined) throw valueError(`invalid semantic version '${text}'`);
  return {
    core: [major, minor ?? '', patch ?? ''].map(BigInt),
    prerelease: prerelease === '' ? [] : prerelease.split('.').map(identifier),
  };
}

const identifier = (text: string): bigint | string => (/^\d+$/.test(text) ? BigInt(text) : text);

export function compareSemantic(a: SemanticVersion, b: SemanticVersion): number {
  const core = compareAll(a.core, b.core);
  if (core !== 0) return core;
  const [first, second] = [a.prerelease.length, b.prerelease.length];
  if (first === 0 || second === 0) return Number(first === 0) - Number(second === 0);
  return compareAll(a.prerelease, b.prerelease);
}

function compareAll(a: readonly (bigint | string)[], b: readonly (bigint | string)[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part !== other) return compareIdentifiers(part, other);
  }
  return a.length - b.length;
}

/** Numbers come before texts. */
function compareIdentifiers(a: bigint | string, b: bigint | string): number {
  if (typeof a !== typeof b) return typeof a === 'bigint' ? -1 : 1;
  return a < b ? -1 : 1;
}
