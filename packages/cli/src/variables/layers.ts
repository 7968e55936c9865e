import type { FileVariables } from './read-file.ts';
import { BALANCERS, type Entry, isRoleVariable, type Path, type Scope } from './scope.ts';
import { hostsIn, type Recipient, scopesFor, type World, worldsOf } from './world.ts';

/** Variables by their names. */
export type Entries = ReadonlyMap<string, Entry>;

/** What one or more hosts get: the scopes, the later over the earlier. */
export interface Stack {
  readonly world: World;
  readonly hosts: readonly string[];
  readonly scopes: readonly Scope[];
}

/** What the balancers get. Without any, their group stands for one. Hosts that get the same are one stack. */
export function balancerStacks(files: readonly FileVariables[]): Stack[] {
  const worlds = worldsOf(files);
  const isEmpty = worlds.every(({ inventory }) => inventory.balancers.length === 0);
  return worlds.flatMap((world) => {
    const { inventory, scopes } = world;
    const hosts = inventory.balancers.map((host) => ({ host, groups: inventory.groupsOf(host) ?? [] }));
    const recipients = isEmpty ? [{ groups: inventory.lineage(BALANCERS) }] : hosts;
    const plays = firstOfEach(scopes.filter(({ level }) => level === 'play'));
    return stacksOf(
      world,
      plays.length === 0
        ? recipients
        : recipients.flatMap((one) => plays.map((play) => ({ ...one, above: play }))),
    );
  });
}

/** What would be got from the scopes that no balancer reaches: each as a host would that has it. */
export function otherStacks(files: readonly FileVariables[], reached: ReadonlySet<Scope>): Stack[] {
  return worldsOf(files).flatMap((world) => {
    const rest = firstOfEach(world.scopes.filter((scope) => !reached.has(scope)));
    return stacksOf(
      world,
      rest.map((scope) => recipientOf(scope, world)),
    );
  });
}

/** The variables that a host has in a world, or the balancers' group where no host is named. */
export function entriesIn(world: World, host: string | undefined): Entries {
  return merged(scopesFor(world, recipient(host, world)));
}

/** The variables of a host, or of the balancers' group where no host is named. */
export function entriesFor(files: readonly FileVariables[], host: string | undefined): Entries {
  const world = worldOf(files, host);
  return world ? entriesIn(world, host) : new Map();
}

/** The inventories that have a host, or the first. */
export function worldOf(files: readonly FileVariables[], host: string | undefined): World | undefined {
  const worlds = worldsOf(files);
  return worlds.find(({ inventory }) => host !== undefined && inventory.groupsOf(host)) ?? worlds[0];
}

/** Puts scopes over each other. */
export function merged(scopes: readonly Scope[]): Entries {
  return new Map(scopes.flatMap(({ entries }) => [...entries]));
}

function recipientOf(scope: Scope, world: World): Recipient {
  const { level, name } = scope;
  if (level === 'host') return recipient(hostsIn(scope)[0], world);
  if (level === 'group') return { groups: world.inventory.lineage(name) };
  return { groups: [], above: scope };
}

/** A host that no inventory has can only be meant for a balancer. */
function recipient(host: string | undefined, { inventory }: World): Recipient {
  const groups = host === undefined ? undefined : inventory.groupsOf(host);
  return { host, groups: groups ?? inventory.lineage(BALANCERS) };
}

function stacksOf(world: World, recipients: readonly Recipient[]): Stack[] {
  const numbers = new Map(world.scopes.map((scope, index) => [scope, index]));
  const stacks = new Map<string, { world: World; hosts: string[]; scopes: Scope[] }>();
  for (const one of recipients) {
    const scopes = scopesFor(world, one);
    const numbered = scopes.filter(({ entries }) => entries.size > 0).map((scope) => numbers.get(scope));
    // What templates give, each host has for itself.
    const key = [...numbered, ...(scopes.some(hasTemplates) ? [one.host] : [])].join(' ');
    const known = stacks.get(key) ?? { world, hosts: [], scopes };
    if (one.host !== undefined) known.hosts.push(one.host);
    stacks.set(key, known);
  }
  return [...stacks.values()];
}

function hasTemplates({ entries }: Scope): boolean {
  return [...entries].some(([name, entry]) => isRoleVariable(name) && unresolvedIn(name, entry).length > 0);
}

/** One scope of each that variables are for. A file's scope is for itself. */
function firstOfEach(scopes: readonly Scope[]): Scope[] {
  const first = new Map<string, Scope>();
  for (const scope of scopes) {
    const key = `${scope.level} ${scope.name}`;
    if (!first.has(key)) first.set(key, scope);
  }
  return [...first.values()];
}

/** Values by name. */
export function valuesOf(entries: Entries): Record<string, unknown> {
  return Object.fromEntries([...entries].map(([name, { value }]) => [name, value]));
}

/** The places in a variable, its name first, whose value only Ansible can know. */
export function unresolvedIn(name: string, { source, path }: Entry): Path[] {
  return source.unresolved
    .filter((place) => path.every((step, index) => place[index] === step))
    .map((place) => [name, ...place.slice(path.length)]);
}
