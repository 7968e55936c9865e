import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type PlaybookArguments, readArguments } from '../ansible/arguments.ts';
import { readConfig } from '../ansible/config.ts';
import type { PlaybookResult } from '../ansible/playbook.ts';
import { withDynamicInventories } from '../dynamic-inventories.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { requireInventories } from '../inventories.ts';
import { keepHosts } from '../live/keep-hosts.ts';
import { runWithProgress } from '../playbook-run.ts';
import { requireProject } from '../project.ts';
import type { Place } from '../report/outcome.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { printRun } from '../report/run.ts';
import { checkFiles } from '../variables/check.ts';
import { judgingOf } from '../variables/judging.ts';
import { type Entries, entriesFor } from '../variables/layers.ts';
import { loadVariables, readText } from '../variables/load.ts';
import { withPlace } from '../variables/places.ts';
import { isError } from '../variables/problem.ts';
import { deploymentFiles } from '../variables/project-files.ts';
import type { FileVariables } from '../variables/read-file.ts';

export interface DeployOptions {
  readonly verbose?: boolean;
}

/** `nodeport deploy`: checks the variables, runs ansible-playbook, and ends with what HAProxy itself reports. */
export async function deploy(
  given: readonly string[],
  { verbose = false }: DeployOptions,
): Promise<ExitCode> {
  const project = requireProject(process.cwd());
  const config = readConfig(readFileSync(project.config, 'utf8'));
  const meant = readArguments(given);
  const extra = meant.extraVars
    .filter((value) => value.startsWith('@'))
    .map((value) => resolve(value.slice(1)));
  for (const path of extra) readText(path, EXIT.usage);
  const inventories = requireInventories(project, config, meant.inventories);
  const read = loadVariables(deploymentFiles(project, inventories, extra));
  const files = await withDynamicInventories(read, project);
  const checked = checkFiles(files, undefined, await judgingOf(files));
  const problems = checked.problems.filter(isError);
  if (problems.length > 0) {
    printProblems('stderr', problems);
    print('stderr', [
      summaryLine({ ...checked, problems }),
      'refused: no host was touched; mend the problems above',
    ]);
    return EXIT.problem;
  }
  const place = placeIn(files, meant);
  const { result, elapsedMs } = await runWithProgress({
    project,
    config,
    playbook: project.playbook,
    given,
    verbose,
    place,
  });
  if (meant.lists) return listed(result);
  const { check } = meant;
  const exitCode = printRun(result, { check, elapsedMs, place });
  if (exitCode === EXIT.ok && !check)
    print('stderr', await keepHosts(project, config, files, result.run.hosts));
  return exitCode;
}

/** Names the place of a variable in the files, unless the command line has it: that goes over them. */
function placeIn(files: readonly FileVariables[], { extraVars }: PlaybookArguments): Place {
  const known = new Map<string, Entries>();
  const assigned = extraVars.filter((value) => !value.startsWith('@')).join(' ');
  return (line, host) => {
    const entries = known.get(host) ?? entriesFor(files, host);
    known.set(host, entries);
    const name = /^\w+/.exec(line)?.[0];
    return name !== undefined && assigned.includes(name) ? line : withPlace(line, entries);
  };
}

/** ansible-playbook only listed something; it has said everything itself. */
function listed({ exitCode }: PlaybookResult): ExitCode {
  if (exitCode === 0) return EXIT.ok;
  return exitCode === 2 ? EXIT.usage : EXIT.environment;
}
