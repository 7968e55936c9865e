import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { groupTarget, type Target } from './scope.ts';

/** A file that may set variables. */
export interface VariablesFile {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'vars' | 'inventory' | 'playbook';
  /** Whom a file of variables is for; inventories and playbooks say it themselves. */
  readonly target?: Target;
  /** Of inventories: those that are used together share it. */
  readonly inventory?: string;
  /** What Ansible reads in its place, and not this file. */
  readonly unreadFor?: string;
}

/** What Ansible reads in group_vars and host_vars. Of a name that has several it reads only the first in this order. */
const EXTENSIONS = ['', '.yml', '.yaml', '.json'];
/** What Ansible leaves out of a folder of inventories (INVENTORY_IGNORE_EXTS). */
const NO_INVENTORY = [
  '.pyc',
  '.pyo',
  '.swp',
  '.bak',
  '.rpm',
  '.md',
  '.txt',
  '.rst',
  '.orig',
  '.cfg',
  '.retry',
];

/** What else lies next to files of variables. */
const NO_VARIABLES = [...NO_INVENTORY, '.example', '.j2', '.ini', '.sh', '.py'];

/** Lists inventories that are used together, and the variables that lie next to them. */
export function inventoryFiles(inventories: readonly string[]): VariablesFile[] {
  const files: VariablesFile[] = [];
  const inventory = inventories.join(',');
  for (const path of inventories) {
    const paths = isDirectory(path) ? inventoriesIn(path) : [path];
    files.push(...paths.map((one): VariablesFile => ({ path: one, kind: 'inventory', inventory })));
  }
  const folders = inventories.map((path) => (isDirectory(path) ? path : dirname(path)));
  // Ansible reads a folder for each of its inventories; the last time counts.
  const last = folders.filter((folder, index) => folders.lastIndexOf(folder) === index);
  return [...files, ...last.flatMap(varsFolders)];
}

/** Lists the files in `group_vars` and `host_vars` of a folder. */
export function varsFolders(folder: string): VariablesFile[] {
  return [
    ...targets(join(folder, 'group_vars'), (name) => groupTarget(name, folder)),
    ...targets(join(folder, 'host_vars'), (name) => ({ level: 'host', name, folder })),
  ];
}

/** Lists the playbooks of a folder. */
export function playbookFiles(folder: string): VariablesFile[] {
  return names(folder)
    .filter((name) => ['.yaml', '.yml'].includes(extname(name)))
    .map((name) => ({ path: join(folder, name), kind: 'playbook' }));
}

/** Tells from where a file lies whom it is for: `group_vars/NAME.yaml`, `host_vars/NAME/any.yaml`. */
export function targetOf(path: string): Target | undefined {
  for (let entry = path; dirname(entry) !== entry; entry = dirname(entry)) {
    const above = basename(dirname(entry));
    if (above !== 'group_vars' && above !== 'host_vars') continue;
    const name = basename(entry).replace(/\.(yaml|yml|json)$/, '');
    const folder = dirname(dirname(entry));
    return above === 'group_vars' ? groupTarget(name, folder) : { level: 'host', name, folder };
  }
  return undefined;
}

function targets(folder: string, target: (name: string) => Target): VariablesFile[] {
  const entries = names(folder);
  return entries.flatMap((entry) => {
    const path = join(folder, entry);
    // A host's name has dots: lb1.example.org is no file with the extension .org.
    const name = EXTENSIONS.includes(extname(entry)) ? basename(entry, extname(entry)) : entry;
    const read = EXTENSIONS.map((extension) => name + extension).find((one) => entries.includes(one));
    const unread = read === undefined || read === entry ? {} : { unreadFor: join(folder, read) };
    const files = isDirectory(path) ? below(path) : NO_VARIABLES.includes(extname(entry)) ? [] : [path];
    return files.map((file) => ({ ...vars(file, target(name)), ...unread }));
  });
}

function below(folder: string): string[] {
  return names(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (!EXTENSIONS.includes(extname(entry))) return [];
    return isDirectory(path) ? below(path) : [path];
  });
}

function inventoriesIn(folder: string): string[] {
  return names(folder)
    .filter((name) => !['group_vars', 'host_vars'].includes(name) && !NO_INVENTORY.includes(extname(name)))
    .map((name) => join(folder, name))
    .flatMap((path) => (isDirectory(path) ? inventoriesIn(path) : [path]));
}

function vars(path: string, target: Target): VariablesFile {
  return { path, kind: 'vars', target };
}

/** Names in the order in which Ansible reads them, without hidden files and editors' copies. */
function names(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
    .sort();
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
