import type { OracleCase } from '../oracle/oracle.ts';
import type { Profile } from './fuzz-case.ts';
import type { Outcome } from './outcome.ts';

/** A difference from Python that is known, and why it stays. */
export interface Exception {
  readonly reason: string;
  readonly matches: (difference: KnownDifference) => boolean;
}

interface KnownDifference {
  readonly profile: Profile;
  readonly given: OracleCase;
  readonly python: Outcome;
  readonly ours: Outcome;
}

/** At most 30. */
export const EXCEPTIONS: readonly Exception[] = [];

export const isKnown = (difference: KnownDifference): boolean =>
  EXCEPTIONS.some(({ matches }) => matches(difference));
