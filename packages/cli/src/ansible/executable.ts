import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-code.ts';

/** Finds ansible-playbook: the project's own first, then PATH. */
export function findAnsiblePlaybook(root: string, environment: NodeJS.ProcessEnv): string {
  const folders = [join(root, '.venv', 'bin'), ...(environment.PATH ?? '').split(delimiter).filter(Boolean)];
  const found = folders.map((folder) => join(folder, 'ansible-playbook')).find(isExecutable);
  if (found) return found;
  throw new CliError(
    'ansible-playbook was not found: run npm run setup, or install ansible-core ≥ 2.16',
    EXIT.environment,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
