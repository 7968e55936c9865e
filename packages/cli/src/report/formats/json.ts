import type { Checked } from '../../variables/check.ts';
import { relatedTo, severityOf } from '../../variables/problem.ts';
import { jsonText } from './json-text.ts';

/** All that was found, for programs, as report.schema.json describes it. `version` changes when a field changes its meaning or goes. */
export function json({ problems, files, services, unresolved, vaulted, unseen }: Checked): string {
  const report = {
    version: 1,
    problems: problems.map((problem) => {
      const { code, message, hint, file, range, hosts } = problem;
      const related = relatedTo(problem);
      return { severity: severityOf(problem), code, message, hint, file, range, related, hosts };
    }),
    files,
    services,
    unresolved,
    vaulted,
    unseen,
  };
  return jsonText(report);
}
