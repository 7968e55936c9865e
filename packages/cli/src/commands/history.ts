import { readFileSync } from 'node:fs';
import { readConfig } from '../ansible/config.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { HistoryRecord } from '../live/live.ts';
import { runWithProgress } from '../playbook-run.ts';
import { requirePlaybook, requireProject } from '../project.ts';
import { historyLines } from '../report/history.ts';
import { outcome } from '../report/outcome.ts';
import { writeText } from '../report/output.ts';
import { print } from '../report/print.ts';

export interface HistoryOptions {
  readonly limit?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** `nodeport history`: the deployments that each balancer keeps. */
export async function history(
  given: readonly string[],
  { limit, json = false, verbose = false }: HistoryOptions,
): Promise<ExitCode> {
  const project = requireProject(process.cwd());
  const config = readConfig(readFileSync(project.config, 'utf8'));
  const { result, elapsedMs } = await runWithProgress({
    project,
    config,
    playbook: requirePlaybook(project, 'history.yaml'),
    given: [...(limit === undefined ? [] : ['--limit', limit]), ...given],
    verbose,
  });
  const { exitCode, lines } = outcome(result, new Map(), { check: false, elapsedMs, again: 'ask' });
  const records = new Map(
    // The role writes them and the task prints them.
    Object.entries(result.run.deployments).map(([host, list]) => [host, JSON.parse(list) as HistoryRecord[]]),
  );
  if (json)
    writeText(
      'stdout',
      `${JSON.stringify({ exitCode, hosts: Object.fromEntries(records) }, undefined, 2)}\n`,
    );
  else print('stdout', historyLines(records));
  if (exitCode !== EXIT.ok) print('stderr', lines);
  return exitCode;
}
