import { createHash } from 'node:crypto';
import { type Problem, relatedText, severityOf } from '../../variables/problem.ts';
import { jsonText } from './json-text.ts';

const SEVERITIES = { error: 'major', warning: 'minor', hint: 'info' } as const;

/**
 * A Code Quality report, as a merge request shows it.
 * Source: GitLab Docs, "Code Quality", "Code Quality report format".
 */
export function gitlab(problems: readonly Problem[]): string {
  const seen = new Map<string, number>();
  const issues = problems.map((problem) => {
    const { code, message, hint, file, range } = problem;
    // Without the line: a problem stays the same one though lines above it change.
    const identity = JSON.stringify([code, file, message]);
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return {
      description: [message, relatedText(problem), hint].filter((part) => part !== undefined).join('; '),
      check_name: code,
      fingerprint: createHash('sha256').update(`${identity}${count}`).digest('hex'),
      severity: SEVERITIES[severityOf(problem)],
      location: { path: file ?? '.', lines: { begin: range?.start.line ?? 1 } },
    };
  });
  return jsonText(issues);
}
