import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { describe, expect, test } from 'vitest';
import { explanations } from '../src/explanations.ts';
import { check } from '../src/index.ts';

function codesOf(yaml: string): string[] {
  const result = readYaml(yaml);
  if (!result.ok) throw new Error(`${result.problem.message}: ${yaml}`);
  return check(result.document.value).map(({ code }) => code);
}

describe.each(explanations.map((one) => [one.code, one] as const))(
  '%s',
  (code, { wrong, right, severity }) => {
    test('is what its wrong example has, and nothing else', () => {
      expect(codesOf(wrong)).toEqual([code]);
    });

    test('is not what its right example has, nor is anything', () => {
      expect(codesOf(right)).toEqual([]);
    });

    test('has the severity that it says', () => {
      const result = readYaml(wrong);
      expect(check(result.ok && result.document.value)).toMatchObject([{ severity }]);
    });
  },
);

test('a code has one explanation', () => {
  const codes = explanations.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
