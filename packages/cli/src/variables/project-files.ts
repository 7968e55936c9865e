import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultInventories, readConfig } from '../ansible/config.ts';
import type { Project } from '../project.ts';
import { inventoryFiles, playbookFiles, type VariablesFile, varsFolders } from './find-files.ts';
import { readText } from './load.ts';

/** Names of inventories that are looked at even where ansible.cfg names another. */
const INVENTORIES = ['inventory.ini', 'inventory.yaml', 'inventory.yml', 'inventory'];

/** The role's defaults, which lie below everything. */
export function defaultsFile(project: Project): VariablesFile {
  return {
    path: join(project.role, 'defaults', 'main.yaml'),
    kind: 'vars',
    target: { level: 'defaults', name: 'haproxy' },
  };
}

/** Every file below ansible/ that may set variables of the role. */
export function projectFiles(project: Project): VariablesFile[] {
  const config = readConfig(readText(project.config));
  const named = defaultInventories(config, project.config, {});
  const usual = INVENTORIES.map((name) => join(project.ansible, name));
  const others = usual.filter((path) => !named.includes(path) && existsSync(path));
  const inventories = [named.filter(existsSync), ...others.map((path) => [path])].flatMap(inventoryFiles);
  // Ansible reads these after what lies beside inventories, also where both are one folder.
  const beside = varsFolders(dirname(project.playbook));
  return [
    ...without(distinct([defaultsFile(project), ...inventories, ...varsFolders(project.ansible)]), beside),
    ...beside,
    // An inventory may lie among the playbooks.
    ...without(playbookFiles(dirname(project.playbook)), inventories),
  ];
}

/** The files that a deployment with these inventories and extra variables reads. */
export function deploymentFiles(
  project: Project,
  inventories: readonly string[],
  extraVars: readonly string[],
): VariablesFile[] {
  // Ansible reads these after what lies beside inventories, also where both are one folder.
  const beside = varsFolders(dirname(project.playbook));
  return distinct([
    defaultsFile(project),
    ...without(inventoryFiles(inventories), beside),
    ...beside,
    { path: project.playbook, kind: 'playbook' },
    ...extraVars.map(
      (path): VariablesFile => ({ path, kind: 'vars', target: { level: 'extra', name: 'extra' } }),
    ),
  ]);
}

function distinct(files: readonly VariablesFile[]): VariablesFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function without(files: readonly VariablesFile[], others: readonly VariablesFile[]): VariablesFile[] {
  const paths = new Set(others.map(({ path }) => path));
  return files.filter(({ path }) => !paths.has(path));
}
