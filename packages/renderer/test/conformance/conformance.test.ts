import { describe, expect, test } from 'vitest';
import { ourOutcome } from '../fuzz/ours.ts';
import { isSame, pythonOutcome } from '../fuzz/outcome.ts';
import { hasOracle, oracle } from '../oracle/oracle.ts';
import {
  asExpected,
  asOutcome,
  caseFiles,
  type OwnCase,
  oracleCase,
  profilesOf,
  readCases,
  writeCases,
} from './own-case.ts';

// What is expected is recorded from Python: RECORD=1 does it again, and the changes are to be read.
if (process.env.RECORD === '1' && hasOracle)
  for (const file of caseFiles) writeCases(file, recorded(readCases(file)));

describe.each(caseFiles)('%s', (file) => {
  const each = readCases(file).flatMap((one) =>
    profilesOf(one).map((profile) => [`${one.name}, ${profile}`, one, profile] as const),
  );

  test.each(each)('%s', (_, one, profile) => {
    const python = asOutcome(expectedOf(one, profile));
    const ours = ourOutcome(profile, oracleCase(one));
    expect(isSame(python, ours) ? python : ours).toEqual(python);
  });
});

test.skipIf(!hasOracle)('what is recorded is what Python makes of the cases', () => {
  const cases = caseFiles.flatMap(readCases);
  expect(recorded(cases)).toEqual(cases);
});

function expectedOf({ name, expected }: OwnCase, profile: 'jinja2' | 'ansible') {
  const own = expected?.[profile];
  if (!own) throw new Error(`nothing is recorded for "${name}", ${profile}`);
  return own;
}

function recorded(cases: readonly OwnCase[]): OwnCase[] {
  const made = (['jinja2', 'ansible'] as const).map((profile) => {
    const asked = cases.filter((one) => profilesOf(one).includes(profile));
    const results = oracle(profile, asked.map(oracleCase));
    return asked.map(
      (one, index) => [one, profile, asExpected(pythonOutcome(results[index] ?? { text: '' }))] as const,
    );
  });
  return cases.map((one) => {
    const own = made.flat().filter(([other]) => other === one);
    return { ...one, expected: Object.fromEntries(own.map(([, profile, expected]) => [profile, expected])) };
  });
}
