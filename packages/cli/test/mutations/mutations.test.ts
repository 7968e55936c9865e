import { explanations } from '@nodeport-haproxy/schema/explanations';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/variables/check.ts';
import type { Problem } from '../../src/variables/problem.ts';
import { readVariables } from '../../src/variables/read-file.ts';
import { mutations, siteOf } from './all.ts';
import { valid } from './valid.ts';
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

test('what was broken is told, on its line and column, and every place lies in the file', () => {
  const reached = new Set<string>();
  const codes = new Set<string>();
  const name = fc.constantFrom(...Object.keys(mutations));
  const at = fc.tuple(fc.boolean(), fc.nat(9), fc.nat(9));
  fc.assert(
    fc.property(valid, name, at, (given, which, where) => {
      const variables = structuredClone(given);
      const broken = mutations[which]?.(siteOf(variables, where));
      if (!broken) return;
      reached.add(which);
      codes.add(broken.code);
      const { text, keyAt, valueAt } = written(variables);
      const place = (broken.part === 'key' ? keyAt : valueAt)(broken.path);
      const problems = found(text);
      expect(problems.map(({ code, range }) => ({ code, ...range?.start }))).toContainEqual({
        code: broken.code,
        ...place,
      });
      const lines = text.split('\n');
      for (const { range } of problems) {
        const line = lines[(range?.end.line ?? 0) - 1] ?? '';
        expect(range?.start.line).toBeGreaterThanOrEqual(1);
        expect(range?.end.column).toBeLessThanOrEqual(line.length + 1);
      }
    }),
    { numRuns: RUNS, seed },
  );
  expect(Object.keys(mutations).filter((one) => !reached.has(one))).toEqual([]);
  // One is off by itself, and what is no mapping has no place to mutate.
  const others = explanations.filter(({ code, severity }) => severity !== 'off' && code !== 'not-a-mapping');
  expect(others.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
});
