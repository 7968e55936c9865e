import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

export const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));
const BUNDLE = fileURLToPath(new URL('../.cache/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Only what a command needs: Ansible reads a hundred variables that a developer may have set. */
function environment(path: string): Record<string, string> {
  return { PATH: path, HOME: process.env.HOME ?? '/', LC_ALL: 'C.UTF-8' };
}

const OPTIONS = { reject: false, extendEnv: false, stdin: 'ignore' } as const;

/** Runs a command of ours in a folder, by its place in the fixtures; `path` is where it finds ansible-playbook. */
export function run(
  command: 'nodeport' | 'validate',
  folder: string,
  words: string[],
  path = systemPath(),
  input?: string,
) {
  const cwd = resolve(FIXTURES, folder);
  return execa(process.execPath, [join(BUNDLE, `${command}.cjs`), ...words], {
    ...OPTIONS,
    ...(input !== undefined && { stdin: 'pipe', input }),
    cwd,
    env: environment(path),
  });
}

/** PATH without an ansible-playbook. */
export function systemPath(): string {
  const folders = [dirname(process.execPath), '/usr/bin', '/bin'];
  return folders.filter((folder) => !isExecutable(join(folder, 'ansible-playbook'))).join(delimiter);
}

/** PATH with a folder of the fixtures before it. */
export function pathWith(folder: string): string {
  return `${join(FIXTURES, folder)}${delimiter}${dirname(process.execPath)}${delimiter}${systemPath()}`;
}

/** PATH with a real ansible-playbook: the project's own, or the machine's. */
export function pathWithAnsible(): string | undefined {
  const folders = [join(ROOT, '.venv', 'bin'), ...(process.env.PATH ?? '').split(delimiter)];
  const found = folders.find((folder) => isExecutable(join(folder, 'ansible-playbook')));
  return found && `${found}${delimiter}${systemPath()}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
