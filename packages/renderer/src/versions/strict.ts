import { valueError } from '../values/errors.ts';

/** `1.2`, `1.2.3`, `1.2a1`, `1.2.3b4`: distutils' strict versions. */
export interface StrictVersion {
  readonly numbers: readonly number[];
  /** `a1` comes before `b1`, and both before none. */
  readonly prerelease: readonly [string, number] | undefined;
}

export function strictVersion(text: string): StrictVersion {
  const [, major, minor, patch = '0', letter, number] =
    /^([0-9]+)\.([0-9]+)(?:\.([0-9]+))?(?:([ab])([0-9]+))?$/.exec(text) ?? [];
  if (major === undefined) throw valueError(`invalid version number '${text}'`);
  return {
    numbers: [major, minor, patch].map(Number),
    prerelease: letter === undefined ? undefined : [letter, Number(number)],
  };
}

export function compareStrict(a: StrictVersion, b: StrictVersion): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (!a.prerelease || !b.prerelease) return Number(!a.prerelease) - Number(!b.prerelease);
  const [letter, number] = a.prerelease;
  return letter.charCodeAt(0) - b.prerelease[0].charCodeAt(0) || number - b.prerelease[1];
}
