import type { Checked } from '../../variables/check.ts';
import { relatedTo, severityOf } from '../../variables/problem.ts';

/** All that was found, for programs. `version` changes when a field changes its meaning or goes. */
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
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
