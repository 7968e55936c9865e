import fc from 'fast-check';
import { type Coverage, count } from './coverage.ts';
import { isKnown } from './exceptions.ts';
import { type FuzzCase, oracleCaseOf, type Profile } from './fuzz-case.ts';
import { ourOutcome } from './ours.ts';
import { isJudged, isSame, type Outcome, pythonOutcome } from './outcome.ts';
import type { Python } from './python.ts';
import { reduced } from './reduce.ts';

export interface Roots {
  readonly rule: string;
  readonly piece: fc.Arbitrary<FuzzCase>;
}

export interface Difference {
  readonly given: FuzzCase;
  readonly python: Outcome;
  readonly ours: Outcome;
}

export interface Comparison {
  readonly coverage: Coverage;
  readonly differences: readonly Difference[];
  readonly compared: number;
  /** Cases whose outcome in Python says nothing: an address in the text, or no end. */
  readonly skipped: number;
  readonly known: number;
}

/** Cases made in batches, as many from each root. */
export function* generated(roots: readonly Roots[], total: number, seed: number): Generator<FuzzCase[]> {
  const each = Math.ceil(total / roots.length);
  const batch: FuzzCase[] = [];
  for (const [index, { piece }] of roots.entries()) {
    batch.push(...fc.sample(piece, { numRuns: each, seed: seed + index }));
    while (batch.length >= 200) yield batch.splice(0, 200);
  }
  yield batch;
}

/** Has Python and the renderer make something of all cases. */
export async function compared(
  profile: Profile,
  python: Python,
  batches: Iterable<readonly FuzzCase[]>,
): Promise<Comparison> {
  const coverage: Coverage = new Map();
  const differences: Difference[] = [];
  const totals = { compared: 0, skipped: 0, known: 0 };
  for (const batch of batches) {
    for (const judged of await judge(profile, python, batch)) {
      count(coverage, judged.given, judged.python);
      if (!isJudged(judged.python)) totals.skipped += 1;
      else totals.compared += 1;
      if (judged.isDifferent && judged.isKnown) totals.known += 1;
      else if (judged.isDifferent) differences.push(judged);
    }
  }
  return { coverage, differences, ...totals };
}

async function judge(profile: Profile, python: Python, cases: readonly FuzzCase[]) {
  const asked = cases.map(oracleCaseOf);
  // Python works at them while the renderer does.
  const answers = python.ask(asked);
  const outcomes = asked.map((one) => ourOutcome(profile, one));
  return (await answers).map((answer, index) => {
    const [given, one, ours] = [
      cases[index] as FuzzCase,
      asked[index] as (typeof asked)[number],
      outcomes[index] as Outcome,
    ];
    const outcome = pythonOutcome(answer);
    const isDifferent = isJudged(outcome) && !isSame(outcome, ours);
    return {
      given,
      python: outcome,
      ours,
      isDifferent,
      isKnown: isDifferent && isKnown({ profile, given: one, python: outcome, ours }),
    };
  });
}

/** The difference in the smallest case that has one of its kind. */
export async function smallest(
  profile: Profile,
  python: Python,
  difference: Difference,
): Promise<Difference> {
  const kind = kindOf(difference);
  let last: Difference = difference;
  const given = await reduced(difference.given, async (cases) => {
    const judged = await judge(profile, python, cases);
    const which = judged.map((one) => one.isDifferent && !one.isKnown && kindOf(one) === kind);
    last = judged[which.indexOf(true)] ?? last;
    return which;
  });
  return last.given === given ? last : difference;
}

/** Which sides gave a text, and which error: a reduction may not slip from one difference to another. */
export function kindOf({ python, ours }: Difference): string {
  const side = (outcome: Outcome): string => ('text' in outcome ? 'text' : outcome.error);
  const words = 'text' in ours ? '' : ours.message.replace(/'[^']*'|\d+/g, '').slice(0, 40);
  return `${side(python)} ${side(ours)} ${words}`;
}
