import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findProject, requireProject } from '../project.ts';
import type { MachineFormat } from '../report/formats/index.ts';
import { writeText } from '../report/output.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { withoutIgnored } from '../settings/ignored.ts';
import { settingsIn } from '../settings/settings.ts';
import { type Checked, checkFiles } from '../variables/check.ts';
import { targetOf } from '../variables/find-files.ts';
import type { Levels } from '../variables/judge.ts';
import { loadVariables, readText, shown } from '../variables/load.ts';
import { isError, severityOf } from '../variables/problem.ts';
import { projectFiles } from '../variables/project-files.ts';

export interface ValidateOptions {
  readonly format: 'human' | MachineFormat;
  /** More warnings than these are a problem; without it, none are. */
  readonly maxWarnings?: number | undefined;
}

/** `validate vars`: checks the files that were named, or everything below ansible/. */
export async function validate(
  files: readonly string[],
  { format, maxWarnings = Number.POSITIVE_INFINITY }: ValidateOptions,
): Promise<ExitCode> {
  const { levels, problems } = await settingsIn(findProject(process.cwd())?.root ?? process.cwd());
  const found = files.length > 0 ? checkNamed(files, levels) : checkProject(levels);
  const left = withoutIgnored(found.problems, found.files, (file) => readText(resolve(file)));
  const checked = { ...found, problems: [...problems, ...left] };
  if (format === 'human') {
    printProblems('stdout', checked.problems);
    print('stdout', [summaryLine(checked)]);
  } else {
    const { formatted } = await import('../report/formats/index.ts');
    writeText('stdout', await formatted(format, checked));
  }
  const warnings = checked.problems.filter((problem) => severityOf(problem) === 'warning');
  return checked.problems.some(isError) || warnings.length > maxWarnings ? EXIT.problem : EXIT.ok;
}

function checkProject(levels: Levels): Checked {
  return checkFiles(loadVariables(projectFiles(requireProject(process.cwd()))), undefined, levels);
}

function checkNamed(names: readonly string[], levels: Levels): Checked {
  const named = [...new Set(names.map((file) => resolve(file)))];
  for (const path of named) readText(path, EXIT.usage);
  const project = findProject(process.cwd());
  const around = project ? projectFiles(project) : [];
  const unknown = named.filter((path) => !around.some((file) => file.path === path));
  const files = loadVariables([...around, ...unknown.map((path) => ({ path, target: targetOf(path) }))]);
  const asked = new Set(named.map(shown));
  const checked = checkFiles(files, ({ file }) => asked.has(file), levels);
  return { ...checked, files: [...asked] };
}
