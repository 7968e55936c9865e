import { resolve } from 'node:path';
import { findAnsible } from './ansible/executable.ts';
import type { Project } from './project.ts';
import { print } from './report/print.ts';
import { readListedInventory } from './variables/listed-inventory.ts';
import { isMapping } from './variables/mapping.ts';
import type { FileVariables } from './variables/read-file.ts';

/** Milliseconds: a cloud that does not answer must not hold up a check. */
const PATIENCE = 60_000;

/** Asks Ansible what programs and plugins among the inventories say, and tells that it was asked. */
export async function withDynamicInventories(
  files: readonly FileVariables[],
  project: Project | undefined,
): Promise<FileVariables[]> {
  if (!files.some(({ isDynamic }) => isDynamic)) return [...files];
  return Promise.all(files.map((file) => (file.isDynamic ? asked(file, project) : file)));
}

async function asked(inventory: FileVariables, project: Project | undefined): Promise<FileVariables> {
  const { file } = inventory;
  const answer = await ask(resolve(file), project);
  if (typeof answer !== 'string') {
    print('stderr', [`${file}: ansible-inventory was asked what it says`]);
    return { ...inventory, ...readListedInventory(file, answer) };
  }
  print('stderr', [`${file}: ansible-inventory cannot say what is in it: ${answer}`]);
  return { ...inventory, unseen: [{ what: 'the inventory', file, line: 1, names: undefined }] };
}

/** What is listed, or why nothing is. */
async function ask(
  path: string,
  project: Project | undefined,
): Promise<Readonly<Record<string, unknown>> | string> {
  const program = findAnsible('ansible-inventory', project?.root ?? process.cwd(), process.env);
  if (program === undefined) return 'it was not found; run npm run setup, or install ansible-core ≥ 2.16';
  const { execa } = await import('execa');
  const { stdout, stderr, exitCode } = await execa(program, ['--inventory', path, '--list', '--export'], {
    env: {
      ...(project && { ANSIBLE_CONFIG: project.config }),
      // Files in group_vars and host_vars are read here, with their places.
      ANSIBLE_VARS_ENABLED: '',
      // It ends well and lists nothing otherwise.
      ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED: 'true',
      ANSIBLE_NOCOLOR: 'true',
    },
    reject: false,
    timeout: PATIENCE,
  });
  if (exitCode !== 0) return reasonIn(stderr);
  const listed: unknown = JSON.parse(stdout);
  return isMapping(listed) ? listed : 'it listed no groups';
}

/** The first line that tells of an error. */
function reasonIn(printed: string): string {
  const lines = printed.split('\n').map((line) => line.replace(/^\[\w+\]: /, '').trim());
  return lines.find((line) => /error|fail/i.test(line)) ?? lines.find(Boolean) ?? 'it did not answer';
}
