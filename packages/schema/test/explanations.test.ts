import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { describe, expect, test } from 'vitest';
import { explanations } from '../src/explanations.ts';
import { type CheckOptions, check, type Diagnostic } from '../src/index.ts';

function found(yaml: string, options: CheckOptions = {}): Diagnostic[] {
  const result = readYaml(yaml);
  if (!result.ok) throw new Error(`${result.problem.message}: ${yaml}`);
  const { value, locate, unresolved } = result.document;
  return check(value, { locate, unresolved: unresolved(), ...options });
}

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

describe.each(explanations.map((one) => [one.code, one] as const))(
  '%s',
  (code, { wrong, right, severity }) => {
    // Rules that are off by themselves are looked at as well.
    const levels = severity === 'off' ? { [code]: 'hint' as const } : {};

    test('is all that its wrong example has and its right one has not', () => {
      const others = codesOf(found(right));
      const own = codesOf(found(wrong, { levels })).filter((one) => !others.includes(one));
      expect([...new Set(own)]).toEqual([code]);
    });

    test('is not what its right example has, nor is an error', () => {
      const left = found(right, { levels });
      expect(codesOf(left)).not.toContain(code);
      expect(left.filter((one) => one.severity === 'error')).toEqual([]);
    });

    test('has the severity that it says', () => {
      const own = found(wrong).filter((one) => one.code === code);
      expect([...new Set(own.map((one) => one.severity))]).toEqual(severity === 'off' ? [] : [severity]);
    });

    test('has a place within its file, and says what to do', () => {
      for (const { range, hint, message } of found(wrong, { levels })) {
        const lines = wrong.split('\n');
        expect(range?.start.line).toBeLessThanOrEqual(lines.length);
        expect(lines[(range?.start.line ?? 0) - 1]?.slice((range?.start.column ?? 0) - 1)).not.toBe('');
        expect(hint).not.toBe('');
        expect(message).toMatch(/^[a-z]/);
      }
    });
  },
);

test('a code has one explanation', () => {
  const codes = explanations.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
