import { explanations } from '@nodeport-haproxy/schema/explanations';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/variables/check.ts';
import type { Problem } from '../../src/variables/problem.ts';
import { readVariables } from '../../src/variables/read-file.ts';
import { mutations, siteOf } from './all.ts';
import type { Mutation } from './mutations.ts';
import { type Valid, valid } from './valid.ts';
import { written } from './written.ts';

const RUNS = process.env.NODEPORT_LONG === '1' ? 10_000 : 1000;
const seed = Number(process.env.NODEPORT_SEED ?? Date.now() % 2 ** 31);

function found(text: string): readonly Problem[] {
  return checkFiles([readVariables({ file: 'vars.yaml', text, kind: 'vars' })]).problems;
}

test('of valid variables nothing is said', () => {
  console.info(`NODEPORT_SEED=${seed}`);
  fc.assert(
    fc.property(valid, (variables) => {
      expect(found(written(variables).text)).toEqual([]);
    }),
    { numRuns: RUNS, seed },
  );
});

/** Where a mutation may be tried: not each has something to break everywhere. */
const places = fc.array(fc.tuple(fc.boolean(), fc.nat(9), fc.nat(9)), { minLength: 12, maxLength: 12 });

/** Breaks a copy of the variables at the first place where there is something to break. */
function broken(given: Valid, mutation: Mutation, where: readonly (readonly [boolean, number, number])[]) {
  for (const at of where) {
    const variables = structuredClone(given);
    const what = mutation(siteOf(variables, at));
    if (what) return { variables, what };
  }
  return undefined;
}

test('what was broken is told, on its line and column, and every place lies in the file', () => {
  const codes = new Set<string>();
  const all = Object.entries(mutations);
  for (const [name, mutation] of all) {
    let isReached = false;
    fc.assert(
      fc.property(valid, places, (given, where) => {
        const { variables, what } = broken(given, mutation, where) ?? {};
        if (!variables || !what) return;
        isReached = true;
        codes.add(what.code);
        const { text, keyAt, valueAt } = written(variables);
        const place = (what.part === 'key' ? keyAt : valueAt)(what.path);
        const problems = found(text);
        expect(problems.map(({ code, range }) => ({ code, ...range?.start }))).toContainEqual({
          code: what.code,
          ...place,
        });
        const lines = text.split('\n');
        for (const { range } of problems) {
          const line = lines[(range?.end.line ?? 0) - 1] ?? '';
          expect(range?.start.line).toBeGreaterThanOrEqual(1);
          expect(range?.end.column).toBeLessThanOrEqual(line.length + 1);
        }
      }),
      { numRuns: Math.ceil(RUNS / all.length), seed },
    );
    expect(isReached, name).toBe(true);
  }
  // One is off by itself, and what is no mapping has no place to mutate.
  const others = explanations.filter(({ code, severity }) => severity !== 'off' && code !== 'not-a-mapping');
  expect(others.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
});
