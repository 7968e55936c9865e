import { hostsOf } from './host-pattern.ts';
import { type Inventory, joinGroups } from './inventory.ts';
import type { FileVariables } from './read-file.ts';
import type { Level, Scope } from './scope.ts';

/** Whoever gets variables: a host, or one that might be. */
export interface Recipient {
  readonly host?: string | undefined;
  readonly groups: readonly string[];
  /** A play whose variables go over the host's, or a file that is for itself. */
  readonly above?: Scope | undefined;
}

/** Inventories that are used together, with the files that all inventories share. */
export interface World {
  readonly inventory: Inventory;
  readonly scopes: readonly Scope[];
  /** In the order in which Ansible reads what lies in them. */
  readonly folders: readonly string[];
  readonly of: (level: Level, name?: string) => readonly Scope[];
}

/** Each set of inventories apart; without any, the files alone. */
export function worldsOf(files: readonly FileVariables[]): World[] {
  const names = new Set(files.flatMap(({ inventory }) => inventory ?? []));
  return [...(names.size === 0 ? [undefined] : names)].map((name) =>
    worldOf(files.filter(({ inventory }) => inventory === undefined || inventory === name)),
  );
}

function worldOf(files: readonly FileVariables[]): World {
  const scopes = files.flatMap((file) => file.scopes);
  const index = new Map<string, Scope[]>();
  const add = (key: string, scope: Scope) => {
    const known = index.get(key);
    if (known) known.push(scope);
    else index.set(key, [scope]);
  };
  for (const scope of scopes) {
    const { level, name } = scope;
    const names = level === 'host' ? hostsIn(scope) : NAMED.has(level) ? [name] : [''];
    for (const one of names) add(`${level} ${one}`, scope);
  }
  return {
    inventory: joinGroups(files.flatMap(({ groups }) => groups)),
    scopes,
    folders: [...new Set(scopes.flatMap(({ folder }) => folder ?? []))],
    of: (level, name = '') => index.get(`${level} ${name}`) ?? [],
  };
}

const NAMED: ReadonlySet<Level> = new Set(['group', 'play', 'play-file', 'task']);

/** An inventory may mean several hosts with a name; a file in host_vars is for the host of its name. */
export function hostsIn({ name, folder }: Scope): string[] {
  return folder === undefined ? hostsOf(name) : [name];
}

/** What somebody gets, the later over the earlier, in Ansible's order:
 *  https://docs.ansible.com/ansible/latest/reference_appendices/config.html#variable-precedence
 */
export function scopesFor(world: World, { host, groups, above }: Recipient): Scope[] {
  const all = world.of('all');
  const ofGroups = groups.flatMap((group) => world.of('group', group));
  const ofHost = host === undefined ? [] : world.of('host', host);
  return [
    ...world.of('defaults'),
    ...fromInventory(all),
    ...fromInventory(ofGroups),
    ...fromFolders(all, world),
    ...fromFolders(ofGroups, world),
    ...fromInventory(ofHost),
    ...fromFolders(ofHost, world),
    ...(above?.level === 'play'
      ? (['play', 'play-file', 'task'] as const).flatMap((level) => world.of(level, above.name))
      : []),
    ...(above?.level === 'file' ? [above] : []),
    ...world.of('extra'),
  ];
}

function fromInventory(scopes: readonly Scope[]): Scope[] {
  return scopes.filter(({ folder }) => folder === undefined);
}

function fromFolders(scopes: readonly Scope[], { folders }: World): Scope[] {
  return folders.flatMap((folder) => scopes.filter((scope) => scope.folder === folder));
}
