import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnsibleConfig, readConfig } from '../ansible/config.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { requireInventories } from '../inventories.ts';
import { readKept } from '../live/kept.ts';
import type { Live } from '../live/live.ts';
import { readLive } from '../live/read-live.ts';
import { checkedVariables, demandsOf } from '../plan/demands.ts';
import { driftOf } from '../plan/drift.ts';
import { hostPlan, type Wanted } from '../plan/host-plan.ts';
import { withoutSecrets } from '../plan/mask.ts';
import { refusalsOf } from '../plan/refusals.ts';
import { wantedOn } from '../plan/wanted.ts';
import { type Project, requireProject } from '../project.ts';
import { type HostReport, planLines } from '../report/plan.ts';
import { print, printProblems } from '../report/print.ts';
import { summaryLine } from '../report/problems.ts';
import { unresolvedProblems } from '../role-templates.ts';
import { checkFiles } from '../variables/check.ts';
import { type Entries, entriesFor } from '../variables/layers.ts';
import { loadVariables, readText } from '../variables/load.ts';
import { withPlace } from '../variables/places.ts';
import { isError } from '../variables/problem.ts';
import { deploymentFiles } from '../variables/project-files.ts';
import type { FileVariables } from '../variables/read-file.ts';
import { BALANCERS } from '../variables/scope.ts';
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
  const files = loadVariables(deploymentFiles(project, inventories, extra));
  const hosts = wantedHosts(files, options.limit ?? []);
  const variables = new Map(hosts.map((host) => [host, entriesFor(files, host)]));
  const checked = checkFiles(files);
  const problems = [...checked.problems, ...unresolvedOnce([...variables.values()])];
  printProblems(process.stderr, problems);
  if (problems.some(isError)) {
    print(process.stderr, [summaryLine({ ...checked, problems })]);
    return EXIT.problem;
  }
  const reports = await Promise.all(
    [...variables].map(([host, entries]) =>
      options.last ? planFromKept(project, host, entries) : planFromHost(project, config, host, entries),
    ),
  );
  const exitCode = exitCodeOf(reports);
  if (options.json) process.stdout.write(`${JSON.stringify({ exitCode, hosts: reports }, undefined, 2)}\n`);
  else print(process.stdout, planLines(reports, options.diff));
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

async function planFromHost(
  project: Project,
  config: AnsibleConfig,
  host: string,
  entries: Entries,
): Promise<HostReport> {
  const surroundings = { config, configFile: project.config, isRoot: process.getuid?.() === 0 };
  const reading = await readLive(project, host, entries, surroundings);
  if (!reading.ok) return { host, state: 'unknown', reasons: [reading.reason], changes: [], diff: '' };
  const { live } = reading;
  const variables = checkedVariables(entries);
  const wanted = wantedOn(project, entries, variables, live.facts);
  const drift = driftOf(live, wanted.files['udp.nft'] !== null);
  const reasons = refusalsOf(live, drift, demandsOf(variables)).map((reason) => withPlace(reason, entries));
  if (drift.length > 0 && variables.haproxy_on_drift === 'report') return leftAlone(host, drift);
  const changes = hostPlan(live, wanted, drift);
  const state = reasons.length > 0 ? 'refused' : changes.length > 0 ? 'changes' : 'unchanged';
  return { host, state, reasons, changes, diff: await difference(live, wanted, host) };
}

/** With `haproxy_on_drift: report` the role leaves a host with drift as it is, whatever the variables say. */
function leftAlone(host: string, drift: HostReport['changes']): HostReport {
  const changes = drift.map((one) => ({
    ...one,
    by: 'none' as const,
    text: `${one.text.replace(/; [^;]*$/, '')}; the host is left as it is (haproxy_on_drift: report)`,
  }));
  return { host, state: 'unchanged', reasons: [], changes, diff: '' };
}

async function planFromKept(project: Project, host: string, entries: Entries): Promise<HostReport> {
  const kept = readKept(project.root, host);
  if (!kept) {
    const reason =
      'nothing is kept of its last deployment; run nodeport deploy on this machine, or plan without --last';
    return { host, state: 'unknown', reasons: [reason], changes: [], diff: '' };
  }
  const { live, at: keptAt } = kept;
  const wanted = masked(wantedOn(project, entries, checkedVariables(entries), live.facts));
  const changes = hostPlan(live, wanted, []);
  const state = changes.length > 0 ? 'changes' : 'unchanged';
  return { host, state, reasons: [], changes, diff: await difference(live, wanted, host), keptAt };
}

/** What is kept has no secrets, so that it is compared with what has none. */
function masked(wanted: Wanted): Wanted {
  const configuration = wanted.files['haproxy.cfg'];
  return {
    ...wanted,
    files: { ...wanted.files, 'haproxy.cfg': configuration && withoutSecrets(configuration) },
  };
}

async function difference(live: Live, wanted: Wanted, host: string): Promise<string> {
  const names = ['haproxy.cfg', 'udp.nft'] as const;
  const changed = names.filter((name) => live.files[name] !== wanted.files[name]);
  if (changed.length === 0) return '';
  const { createTwoFilesPatch } = await import('diff');
  return changed
    .map((name) => {
      const [before, after] = [live.files[name], wanted.files[name]].map((text) =>
        withoutSecrets(text ?? ''),
      );
      const path = `/etc/haproxy/${name}`;
      const patch = createTwoFilesPatch(`${host}:${path}`, path, before ?? '', after ?? '', 'now', 'planned');
      // The first line is only a rule.
      return patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}

function exitCodeOf(reports: readonly HostReport[]): ExitCode {
  const has = (state: HostReport['state']) => reports.some((report) => report.state === state);
  if (has('unknown')) return EXIT.environment;
  if (has('refused')) return EXIT.problem;
  return has('changes') ? EXIT.change : EXIT.ok;
}
