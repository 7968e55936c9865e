import { type FuzzCase, rulesOfCase } from './fuzz-case.ts';
import type { Outcome } from './outcome.ts';

export interface Count {
  reached: number;
  /** Among them the cases that Python made a text of. */
  succeeded: number;
}

export type Coverage = Map<string, Count>;

export function count(coverage: Coverage, given: FuzzCase, python: Outcome): void {
  for (const rule of rulesOfCase(given)) {
    const counted = coverage.get(rule) ?? { reached: 0, succeeded: 0 };
    counted.reached += 1;
    if ('text' in python) counted.succeeded += 1;
    coverage.set(rule, counted);
  }
}

/** The rules that no text came of. */
export function neverReached(coverage: Coverage, rules: Iterable<string>): string[] {
  return [...new Set(rules)].filter((rule) => {
    const { reached, succeeded } = coverage.get(rule) ?? { reached: 0, succeeded: 0 };
    return rule.startsWith('error ') ? reached === 0 : succeeded === 0;
  });
}

/** A line for each kind of rule: `filter: abs 12/14, …`, as succeeded/reached. */
export function coverageTable(coverage: Coverage): string {
  const kinds = new Map<string, string[]>();
  for (const [rule, { reached, succeeded }] of [...coverage].sort()) {
    const [kind = '', ...name] = rule.split(' ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), `${name.join(' ')} ${succeeded}/${reached}`]);
  }
  return [...kinds].map(([kind, names]) => `${kind} (${names.length}): ${names.join(', ')}`).join('\n');
}
