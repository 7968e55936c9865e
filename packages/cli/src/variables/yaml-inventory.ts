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

function groupBlocks(name: string, group: Record<string, unknown>, at: Path): Block[] {
  const { vars, hosts, children } = group;
  const blocks: Block[] = [];
  if (isMapping(vars))
    blocks.push({ target: groupTarget(name), path: [...at, name, 'vars'], variables: vars });
  for (const [host, variables] of Object.entries(isMapping(hosts) ? hosts : {})) {
    if (isMapping(variables))
      blocks.push({ target: { level: 'host', name: host }, path: [...at, name, 'hosts', host], variables });
  }
  return [...blocks, ...inventoryBlocks(children, [...at, name, 'children'])];
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
