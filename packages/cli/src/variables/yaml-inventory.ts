import type { Group } from './inventory.ts';
import { isMapping } from './mapping.ts';
import { groupTarget, type Path, type Target } from './scope.ts';

/** A mapping of variables inside a document. */
export interface Block {
  readonly target: Target;
  readonly path: Path;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether a document's value has the form of a YAML inventory: groups that have hosts, children or vars. */
export function isInventory(value: unknown): boolean {
  return (
    isMapping(value) &&
    Object.values(value).some(
      (group) => isMapping(group) && ['hosts', 'children', 'vars'].some((key) => Object.hasOwn(group, key)),
    )
  );
}

/** Finds the variables of groups and hosts in a YAML inventory. */
export function inventoryBlocks(value: unknown, at: Path = []): Block[] {
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([name, group]) =>
    isMapping(group) ? groupBlocks(name, group, at) : [],
  );
}

/** Of a host's variables the later win, wherever they stand: the parts of a group count in their order. */
function groupBlocks(name: string, group: Record<string, unknown>, at: Path): Block[] {
  return Object.entries(group).flatMap(([part, value]): Block[] => {
    const path = [...at, name, part];
    if (!isMapping(value)) return [];
    if (part === 'vars') return [{ target: groupTarget(name), path, variables: value }];
    if (part === 'hosts') return hostBlocks(value, path);
    return part === 'children' ? inventoryBlocks(value, path) : [];
  });
}

function hostBlocks(hosts: Record<string, unknown>, at: Path): Block[] {
  return Object.entries(hosts).flatMap(([name, variables]): Block[] =>
    isMapping(variables) ? [{ target: { level: 'host', name }, path: [...at, name], variables }] : [],
  );
}

/** Finds the groups of a YAML inventory with their hosts and children. */
export function inventoryGroups(value: unknown): Group[] {
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([name, group]) => {
    const { hosts, children } = isMapping(group) ? group : {};
    return [{ name, hosts: namesIn(hosts), children: namesIn(children) }, ...inventoryGroups(children)];
  });
}

/** Ansible takes a single name for a mapping with it. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isMapping(value) ? Object.keys(value) : [];
}
