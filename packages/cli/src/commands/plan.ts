import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../ansible/config.ts';
import { CliError } from '../cli-error.ts';
import { withDynamicInventories } from '../dynamic-inventories.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { requireInventories } from '../inventories.ts';
import { reportOfKept, reportOfLive } from '../plan/host-report.ts';
import { requireProject } from '../project.ts';
import { writeText } from '../report/output.ts';
import { type HostReport, planLines } from '../report/plan.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { unresolvedProblems } from '../role-templates.ts';
import { checkFiles } from '../variables/check.ts';
import { judgingOf } from '../variables/judging.ts';
import type { Entries } from '../variables/layers.ts';
import { loadVariables, readText } from '../variables/load.ts';
import { isError } from '../variables/problem.ts';
import { deploymentFiles } from '../variables/project-files.ts';
import type { FileVariables } from '../variables/read-file.ts';
import { BALANCERS } from '../variables/scope.ts';
import { renderedFor } from '../variables/templates.ts';
import { worldsOf } from '../variables/world.ts';

export interface PlanOptions {
  readonly inventory?: readonly string[];
  readonly extraVars?: readonly string[];
  readonly limit?: readonly string[];
  readonly last?: boolean;
  readonly diff: boolean;
  readonly json?: boolean;
}

/** `nodeport plan`: what a deployment would change on each balancer, without Ansible and without touching one. */
export async function plan(options: PlanOptions): Promise<ExitCode> {
  const project = requireProject(process.cwd());
  const config = readConfig(readFileSync(project.config, 'utf8'));
  const inventories = requireInventories(project, config, options.inventory ?? []);
  const extra = (options.extraVars ?? []).map(extraFile);
  const read = loadVariables(deploymentFiles(project, inventories, extra));
  const files = await withDynamicInventories(read, project);
  const hosts = wantedHosts(files, options.limit ?? []);
  const variables = new Map(hosts.map((host) => [host, renderedFor(files, host)]));
  const checked = checkFiles(files, undefined, await judgingOf(files));
  const problems = [...checked.problems, ...unresolvedOnce([...variables.values()])].filter(isError);
  if (problems.length > 0) {
    printProblems('stderr', problems);
    print('stderr', [summaryLine({ ...checked, problems })]);
    return EXIT.problem;
  }
  const reports = await Promise.all(
    [...variables].map(([host, entries]) =>
      options.last
        ? reportOfKept(project, host, entries, options)
        : reportOfLive(project, config, host, entries, options),
    ),
  );
  const exitCode = exitCodeOf(reports);
  if (options.json) writeText('stdout', `${JSON.stringify({ exitCode, hosts: reports }, undefined, 2)}\n`);
  else print('stdout', planLines(reports));
  return exitCode;
}

function extraFile(given: string): string {
  const path = resolve(given.replace(/^@/, ''));
  readText(path, EXIT.usage);
  return path;
}

/** The balancers, or those that --limit names, by themselves or by their groups. */
function wantedHosts(files: readonly FileVariables[], limit: readonly string[]): string[] {
  const inventories = worldsOf(files).map(({ inventory }) => inventory);
  const all = [...new Set(inventories.flatMap(({ balancers }) => balancers))];
  if (all.length === 0)
    throw new CliError(
      `there is no host to plan for; name your balancers under [${BALANCERS}] in the inventory`,
      EXIT.problem,
    );
  const names = limit.flatMap((words) => words.split(/[,:]/)).filter(Boolean);
  if (names.length === 0) return all;
  const isMeant = (name: string, host: string) =>
    name === host || name === 'all' || inventories.some(({ groupsOf }) => groupsOf(host)?.includes(name));
  const unknown = names.find((name) => !all.some((host) => isMeant(name, host)));
  if (unknown !== undefined)
    throw new CliError(
      `--limit ${unknown}: no balancer has this name, and no group with one (patterns are Ansible's)`,
      EXIT.usage,
    );
  return all.filter((host) => names.some((name) => isMeant(name, host)));
}

function unresolvedOnce(variables: readonly Entries[]): ReturnType<typeof unresolvedProblems> {
  const all = variables.flatMap((entries) => unresolvedProblems(entries));
  return [
    ...new Map(all.map((problem) => [JSON.stringify([problem.file, problem.range]), problem])).values(),
  ];
}

function exitCodeOf(reports: readonly HostReport[]): ExitCode {
  const has = (state: HostReport['state']) => reports.some((report) => report.state === state);
  if (has('unknown')) return EXIT.environment;
  if (has('refused')) return EXIT.problem;
  return has('changes') ? EXIT.change : EXIT.ok;
}
