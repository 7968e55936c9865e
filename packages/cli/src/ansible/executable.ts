import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-code.ts';

/** Finds ansible-playbook: the project's own first, then PATH. */
export function findAnsiblePlaybook(root: string, environment: NodeJS.ProcessEnv): string {
  const found = findAnsible('ansible-playbook', root, environment);
  if (found) return found;
  throw new CliError(
    'ansible-playbook was not found: run npm run setup, or install ansible-core ≥ 2.16',
    EXIT.environment,
  );
}

/** Finds a program of Ansible in the same places. */
export function findAnsible(
  name: 'ansible-playbook' | 'ansible-inventory',
  root: string,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const folders = [join(root, '.venv', 'bin'), ...(environment.PATH ?? '').split(delimiter).filter(Boolean)];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
