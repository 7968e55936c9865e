import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findProject, requireProject } from '../project.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { type Checked, checkFiles } from '../variables/check.ts';
import { targetOf } from '../variables/find-files.ts';
import { loadVariables, readText, shown } from '../variables/load.ts';
import { isError } from '../variables/problem.ts';
import { projectFiles } from '../variables/project-files.ts';

/** `validate vars`: checks the files that were named, or everything below ansible/. */
export function validate(files: readonly string[]): ExitCode {
  const checked = files.length > 0 ? checkNamed(files) : checkProject();
  printProblems('stdout', checked.problems);
  print('stdout', [summaryLine(checked)]);
  return checked.problems.some(isError) ? EXIT.problem : EXIT.ok;
}

function checkProject(): Checked {
  return checkFiles(loadVariables(projectFiles(requireProject(process.cwd()))));
}

function checkNamed(names: readonly string[]): Checked {
  const named = [...new Set(names.map((file) => resolve(file)))];
  for (const path of named) readText(path, EXIT.usage);
  const project = findProject(process.cwd());
  const around = project ? projectFiles(project) : [];
  const unknown = named.filter((path) => !around.some((file) => file.path === path));
  const files = loadVariables([...around, ...unknown.map((path) => ({ path, target: targetOf(path) }))]);
  const asked = new Set(named.map(shown));
  const checked = checkFiles(files, ({ file }) => asked.has(file));
  return { ...checked, files: [...asked] };
}
