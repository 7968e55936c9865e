import { describe, expect, test } from 'vitest';
import { hasOracle } from '../oracle/oracle.ts';
import { type Comparison, compared, generated, type Roots, smallest } from './compare.ts';
import { coverageTable, neverReached } from './coverage.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { expressionRoots } from './expressions.ts';
import type { Profile } from './fuzz-case.ts';
import { type Python, startPython } from './python.ts';
import { described, grouped } from './report.ts';
import { templateRoots } from './templates.ts';

// NODEPORT_LONG: all of them, and others each time. The sample is the same each time, so that a change that has
// nothing to do with the renderer does not fail.
const isLong = process.env.NODEPORT_LONG === '1';
const seed = Number(process.env.NODEPORT_FUZZ_SEED ?? (isLong ? Date.now() % 2 ** 31 : 2026));
const minute = 60_000;

const runs: readonly {
  profile: Profile;
  what: string;
  roots: (profile: Profile) => readonly Roots[];
  sample: number;
  all: number;
}[] = [
  { profile: 'jinja2', what: 'expressions', roots: expressionRoots, sample: 1200, all: 60_000 },
  { profile: 'ansible', what: 'expressions', roots: expressionRoots, sample: 2000, all: 40_000 },
  { profile: 'jinja2', what: 'templates', roots: templateRoots, sample: 200, all: 3000 },
  { profile: 'ansible', what: 'templates', roots: templateRoots, sample: 100, all: 2000 },
];

describe.skipIf(!hasOracle)('generated', () => {
  const timeout = isLong ? 40 * minute : 3 * minute;

  test.each(runs.map((run) => [`${run.what} come out as in Python, profile ${run.profile}`, run] as const))(
    '%s',
    { timeout },
    async (name, { profile, roots: rootsOf, sample, all }) => {
      const roots = rootsOf(profile);
      const python = startPython(profile);
      try {
        const result = await compared(profile, python, generated(roots, isLong ? all : sample, seed));
        console.info(summary(name, result));
        expect(await listed(profile, python, result)).toEqual([]);
        const rules = roots.map(({ rule }) => rule);
        expect(neverReached(result.coverage, rules)).toEqual([]);
      } finally {
        await python.end();
      }
    },
  );
});

test('the list of exceptions stays short', () => {
  expect(EXCEPTIONS.length).toBeLessThanOrEqual(30);
});

function summary(
  name: string,
  { coverage, differences, compared: count, skipped, known }: Comparison,
): string {
  const first = `${name}, NODEPORT_FUZZ_SEED=${seed}: ${count} compared, ${differences.length} differ, ${known} known, ${skipped} say nothing`;
  return `${first}\nsucceeded/reached, by rule:\n${coverageTable(coverage)}`;
}

/** A few of the differences, each as small as it can be. */
async function listed(profile: Profile, python: Python, { differences }: Comparison): Promise<string[]> {
  const some = grouped(differences).slice(0, 12);
  const small = [];
  for (const [one] of some) small.push(await smallest(profile, python, one));
  return grouped(small).map(described);
}
