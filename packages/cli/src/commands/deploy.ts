import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStat, summary } from '@nodeport-haproxy/runtime';
import { type PlaybookArguments, readArguments } from '../ansible/arguments.ts';
import {
  type AnsibleConfig,
  callbackEnvironment,
  defaultInventories,
  inventoryPaths,
  readConfig,
} from '../ansible/config.ts';
import type { Event } from '../ansible/events.ts';
import { findAnsiblePlaybook } from '../ansible/executable.ts';
import { type PlaybookResult, runPlaybook } from '../ansible/playbook.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { type Project, requireProject } from '../project.ts';
import { failureLines, outcome } from '../report/outcome.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { type Progress, showProgress } from '../report/progress.ts';
import { type Services, serverTables } from '../report/servers.ts';
import { udpWarnings } from '../report/udp-warnings.ts';
import { checkFiles } from '../variables/check.ts';
import { loadVariables, readText, shown } from '../variables/load.ts';
import { isError } from '../variables/problem.ts';
import { deploymentFiles } from '../variables/project-files.ts';

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
  const checked = checkFiles(
    loadVariables(deploymentFiles(project, inventories(project, config, meant), extra)),
  );
  printProblems(process.stderr, checked.problems);
  if (checked.problems.some(isError)) {
    print(process.stderr, [summaryLine(checked), 'refused: no host was touched; mend the problems above']);
    return EXIT.problem;
  }
  const executable = findAnsiblePlaybook(project.root, process.env);
  const plugins = fileURLToPath(new URL('ansible/callback_plugins', PACKAGE_ROOT));
  const command = {
    executable,
    arguments: [project.playbook, ...given],
    environment: {
      ANSIBLE_CONFIG: project.config,
      ...callbackEnvironment(config, project.config, process.env, plugins),
    },
    output: verbose || meant.output || meant.lists,
  };
  const started = Date.now();
  const progress = command.output ? undefined : showProgress(process.stderr, started);
  const result = await runPlaybook(command, (event, run) => {
    progress?.update(event, run);
    if (progress) printFailure(event, progress);
  });
  progress?.end();
  return meant.lists ? listed(result) : report(result, meant.check, Date.now() - started);
}

function report(result: PlaybookResult, check: boolean, elapsedMs: number): ExitCode {
  const services: Services = new Map(
    Object.entries(result.run.states).map(([host, csv]) => [host, summary(parseStat(csv))]),
  );
  const { exitCode, lines } = outcome(result, services, { check, elapsedMs });
  print(process.stdout, [...serverTables(services), ...udpWarnings(result.run.udpStates)]);
  print(exitCode === EXIT.ok ? process.stdout : process.stderr, lines);
  return exitCode;
}

/** ansible-playbook only listed something; it has said everything itself. */
function listed({ exitCode }: PlaybookResult): ExitCode {
  if (exitCode === 0) return EXIT.ok;
  return exitCode === 2 ? EXIT.usage : EXIT.environment;
}

function printFailure(event: Event, progress: Progress): void {
  if ((event.event === 'failed' || event.event === 'unreachable') && !event.ignored)
    progress.print(failureLines(event));
}

/** The inventories that the deployment will read, once it is sure that they are there. */
function inventories(project: Project, config: AnsibleConfig, meant: PlaybookArguments): string[] {
  const given = meant.inventories;
  if (given.length === 0) {
    const usual = defaultInventories(config, project.config, process.env);
    const missing = usual.find((path) => !existsSync(path));
    if (missing === undefined) return usual;
    throw new CliError(
      `${shown(missing)} is missing: cp ${shown(resolve(project.ansible, 'inventory.ini.example'))} ${shown(missing)}, and name your balancers in it`,
      EXIT.environment,
    );
  }
  const paths = inventoryPaths(given, process.cwd());
  const missing = paths.find((path) => !existsSync(path));
  if (missing === undefined) return paths;
  throw new CliError(`there is no inventory ${shown(missing)}`, EXIT.usage);
}
