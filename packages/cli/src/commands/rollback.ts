import { readFileSync } from 'node:fs';
import { readArguments } from '../ansible/arguments.ts';
import { readConfig } from '../ansible/config.ts';
import { withDynamicInventories } from '../dynamic-inventories.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { requireInventories } from '../inventories.ts';
import { keepHosts } from '../live/keep-hosts.ts';
import { runWithProgress } from '../playbook-run.ts';
import { requirePlaybook, requireProject } from '../project.ts';
import { print } from '../report/print.ts';
import { printRun } from '../report/run.ts';
import { loadVariables } from '../variables/load.ts';
import { deploymentFiles } from '../variables/project-files.ts';

export interface RollbackOptions {
  /** The number of the deployment to go back to. */
  readonly to?: number;
  readonly verbose?: boolean;
}

/** `nodeport rollback`: has the balancers run an earlier deployment again, and ends as a deployment does. */
export async function rollback(
  given: readonly string[],
  { to, verbose = false }: RollbackOptions,
): Promise<ExitCode> {
  const project = requireProject(process.cwd());
  const config = readConfig(readFileSync(project.config, 'utf8'));
  const { inventories, check } = readArguments(given);
  const read = loadVariables(deploymentFiles(project, requireInventories(project, config, inventories), []));
  const files = await withDynamicInventories(read, project);
  // JSON: what is only text stays text to Ansible.
  const target = to === undefined ? [] : ['-e', JSON.stringify({ haproxy_rollback_to: to })];
  const { result, elapsedMs } = await runWithProgress({
    project,
    config,
    playbook: requirePlaybook(project, 'rollback.yaml'),
    given: [...target, ...given],
    verbose,
  });
  const exitCode = printRun(result, { check, elapsedMs, done: 'rolled back', again: 'roll back' });
  if (exitCode !== EXIT.ok || check) return exitCode;
  print('stderr', await keepHosts(project, config, files, result.run.hosts));
  print('stdout', [
    'The variables are unchanged: the next deployment brings their configuration again; nodeport plan shows it.',
  ]);
  return exitCode;
}
