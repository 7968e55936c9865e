import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnsibleConfig, defaultInventories, inventoryPaths } from './ansible/config.ts';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';
import type { Project } from './project.ts';
import { shown } from './variables/load.ts';

/**
 * The inventories that a run will read, once it is sure that they are there.
 *
 * @param given - What -i was given; without any, Ansible's usual ones.
 */
export function requireInventories(
  project: Project,
  config: AnsibleConfig,
  given: readonly string[],
): string[] {
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
