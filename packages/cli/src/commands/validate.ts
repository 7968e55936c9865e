import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliError } from '../cli-error.ts';
import { withDynamicInventories } from '../dynamic-inventories.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findProject, requireProject } from '../project.ts';
import type { MachineFormat } from '../report/formats/index.ts';
import { writeText } from '../report/output.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { type Ignore, withoutIgnored } from '../settings/ignored.ts';
import { atLevel, settingsIn } from '../settings/settings.ts';
import { decoded } from '../utf8.ts';
import { type Checked, checkFiles } from '../variables/check.ts';
import { targetOf } from '../variables/find-files.ts';
import { judgingOf } from '../variables/judging.ts';
import { loadVariables, readText, shown } from '../variables/load.ts';
import { inOrder, isError, type Problem, severityOf } from '../variables/problem.ts';
import { projectFiles } from '../variables/project-files.ts';
import { type FileVariables, readVariables } from '../variables/read-file.ts';

export interface ValidateOptions {
  readonly format: 'human' | MachineFormat;
  /** More warnings than these are a problem; without it, none are. */
  readonly maxWarnings?: number | undefined;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** `validate vars`: checks the files that were named, or everything below ansible/. */
export async function validate(
  files: readonly string[],
  { format, maxWarnings = Number.POSITIVE_INFINITY, fix = false, fixDryRun = false }: ValidateOptions,
): Promise<ExitCode> {
  let checked = await check(files);
  if (fix || fixDryRun) {
    if (format !== 'human' || files.includes('-'))
      throw new CliError('--fix changes files, and shows how: leave --format and - out', EXIT.usage);
    const { fixFiles } = await import('./fix.ts');
    // In a list whose name is wrong, what else is wrong shows once it is right.
    for (
      let round = 0;
      round < MOST_ROUNDS && fixFiles(checked.problems, textOf, { isDry: fixDryRun });
      round++
    )
      checked = await check(files);
  }
  if (format === 'human') {
    printProblems('stdout', checked.problems, textOf);
    print('stdout', [summaryLine(checked)]);
  } else {
    const { formatted } = await import('../report/formats/index.ts');
    writeText('stdout', await formatted(format, checked, process.cwd()));
  }
  const warnings = checked.problems.filter((problem) => severityOf(problem) === 'warning');
  return checked.problems.some(isError) || warnings.length > maxWarnings ? EXIT.problem : EXIT.ok;
}

async function check(names: readonly string[]): Promise<Checked> {
  const project = findProject(process.cwd());
  const { levels, problems } = await settingsIn(project?.root ?? process.cwd());
  const { files: read, asked } =
    names.length > 0 ? namedFiles(names) : { files: ofProject(), asked: undefined };
  const files = await withDynamicInventories(read, project);
  const isAsked = asked && (({ file }: FileVariables) => asked.has(file));
  const how = await judgingOf(files, { levels, isWhole: project !== undefined });
  const found = checkFiles(files, isAsked, how);
  const told = asked ? [...asked] : found.files;
  const levelled = found.problems.flatMap((problem) => atLevel(problem, levels));
  const { left, unused } = withoutIgnored(levelled, told, textIn(files), levels);
  const useless = (await unusedIgnores(unused)).flatMap((problem) => atLevel(problem, levels));
  const order = files.map(({ file }) => file);
  return { ...found, files: told, problems: [...problems, ...inOrder([...left, ...useless], order)] };
}

async function unusedIgnores(unused: readonly Ignore[]): Promise<Problem[]> {
  if (unused.length === 0) return [];
  const { unusedIgnore } = await import('../settings/unused-ignore.ts');
  return unused.map(unusedIgnore);
}

const ofProject = (): FileVariables[] => loadVariables(projectFiles(requireProject(process.cwd())));

function namedFiles(names: readonly string[]): { files: FileVariables[]; asked: ReadonlySet<string> } {
  const named = [...new Set(names.map((file) => (file === '-' ? file : resolve(file))))];
  const project = findProject(process.cwd());
  const around = project ? projectFiles(project) : [];
  const unknown = named.filter((path) => !around.some((file) => file.path === path));
  const files = [
    ...loadVariables(around),
    ...loadVariables(
      unknown.filter(isFile).map((path) => ({ path, target: targetOf(path) })),
      EXIT.usage,
    ),
    ...(named.includes('-') ? [readVariables({ file: STDIN, text: standardInput() })] : []),
  ];
  return { files, asked: new Set(named.map((path) => (isFile(path) ? shown(path) : STDIN))) };
}

/** The text of a file as it was read. */
function textIn(files: readonly FileVariables[]): (file: string) => string {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  return (file) => texts.get(file) ?? '';
}

/** A list, a server in it, a field of that: nothing hides deeper. */
const MOST_ROUNDS = 5;

const STDIN = 'standard input';

const isFile = (name: string): boolean => name !== '-';

const textOf = (file: string): string => (file === STDIN ? standardInput() : readText(resolve(file)));

let read: string | undefined;

/** What comes in by the standard input, which can be read once. */
function standardInput(): string {
  read ??= decoded(readFileSync(0));
  return read;
}
