import { hostsOf } from './host-pattern.ts';
import { BALANCERS } from './scope.ts';

/** What an inventory says of a group, as it is written there. The same group may be told of several times. */
export interface Group {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly children: readonly string[];
  /** Its `ansible_group_priority`, which Ansible heeds only where an inventory itself sets it. */
  readonly priority?: number;
}

/** Who is in which group, over all inventories that are used together. */
export interface Inventory {
  /** The hosts that the deployment's play is for. */
  readonly balancers: readonly string[];
  /** The groups of a host, `all` left out, in the order in which Ansible merges them; undefined of an unknown host. */
  readonly groupsOf: (host: string) => readonly string[] | undefined;
  readonly hosts: readonly string[];
  /** The hosts of each group, those of its children with them. */
  readonly groups: () => ReadonlyMap<string, readonly string[]>;
  /** A group and those that it is in, in the same order. */
  readonly lineage: (group: string) => readonly string[];
}

/** Puts together what inventories say of groups. */
export function joinGroups(groups: readonly Group[]): Inventory {
  const parents = new Map<string, Set<string>>();
  const groupsOfHost = new Map<string, Set<string>>();
  const priorities = new Map<string, number>();
  for (const { name, hosts, children, priority } of groups) {
    if (priority !== undefined) priorities.set(name, priority);
    for (const child of children) add(parents, child, name);
    for (const host of hosts.flatMap(hostsOf)) add(groupsOfHost, host, name);
  }
  const sort = sorter(parents, priorities);
  const known = new Map<string, readonly string[]>();
  const lineages = (names: readonly string[]) => {
    const key = names.join('\n');
    const found = known.get(key) ?? sort(withAncestors(names, parents));
    known.set(key, found);
    return found;
  };
  const groupsOf = (host: string) => {
    const direct = groupsOfHost.get(host);
    return direct && lineages([...direct]);
  };
  const balancers = [...groupsOfHost.keys()].filter((host) => groupsOf(host)?.includes(BALANCERS));
  const hosts = [...groupsOfHost.keys()];
  const members = () => {
    const found = new Map<string, Set<string>>([
      ['all', new Set(hosts)],
      ['ungrouped', new Set()],
      ...groups.map(({ name }): [string, Set<string>] => [name, new Set()]),
    ]);
    for (const host of hosts) for (const group of groupsOf(host) ?? []) add(found, group, host);
    return new Map([...found].map(([name, all]) => [name, [...all]]));
  };
  return { balancers, groupsOf, hosts, groups: members, lineage: (group) => lineages([group]) };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

/** `all` lies below every group, and a host that is in no other group is ungrouped. */
function withAncestors(
  names: readonly string[],
  parents: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const found = new Set(names);
  // A set goes on to what is added to it while it is walked.
  for (const name of found) for (const parent of parents.get(name) ?? []) found.add(parent);
  found.delete('all');
  found.delete('ungrouped');
  return found.size === 0 ? ['ungrouped'] : [...found];
}

/** Ansible merges groups by depth, the longest way from `all` down, then by priority, and then by name. */
function sorter(
  parents: ReadonlyMap<string, ReadonlySet<string>>,
  priorities: ReadonlyMap<string, number>,
): (names: readonly string[]) => string[] {
  const depths = new Map([['all', 0]]);
  const depth = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    // Ansible refuses groups that are in each other; here they only must not go on for ever.
    depths.set(name, 1);
    const found = 1 + Math.max(0, ...[...(parents.get(name) ?? [])].map(depth));
    depths.set(name, found);
    return found;
  };
  const priority = (name: string): number => priorities.get(name) ?? 1;
  return (names) =>
    names.toSorted((a, b) => depth(a) - depth(b) || priority(a) - priority(b) || (a < b ? -1 : 1));
}
