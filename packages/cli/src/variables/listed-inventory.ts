import { VaultString } from '@nodeport-haproxy/ansible-yaml';
import type { Group } from './inventory.ts';
import { isMapping } from './mapping.ts';
import type { Path, Scope, Source } from './scope.ts';
import { groupTarget, type Target } from './scope.ts';
import { hasTemplate } from './template.ts';

/**
 * Reads what `ansible-inventory --list --export` prints: groups with `hosts`, `children` and `vars`, and each host's own
 * variables under `_meta.hostvars`.
 *
 * @param file - The inventory that was asked. Whatever it sets stands at its first line: a program has no other place.
 */
export function readListedInventory(
  file: string,
  listed: Readonly<Record<string, unknown>>,
): { readonly groups: readonly Group[]; readonly scopes: readonly Scope[] } {
  const { _meta: meta, ...groups } = listed;
  const hostVariables = isMapping(meta) && isMapping(meta.hostvars) ? meta.hostvars : {};
  const named = Object.entries(groups).flatMap(([name, group]) =>
    isMapping(group) ? [{ name, group }] : [],
  );
  return {
    groups: named.map(({ name, group }) => ({
      name,
      hosts: texts(group.hosts),
      children: texts(group.children),
    })),
    scopes: [
      ...named.map(({ name, group }) => scopeOf(file, groupTarget(name), group.vars)),
      ...Object.entries(hostVariables).map(([name, given]) => scopeOf(file, { level: 'host', name }, given)),
    ],
  };
}

function scopeOf(file: string, target: Target, given: unknown): Scope {
  const unresolved: Path[] = [];
  const unsafe: Path[] = [];
  const plain = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => plain(item, [...path, index]));
    if (!isMapping(value)) {
      if (hasTemplate(value)) unresolved.push(path);
      return value;
    }
    if (typeof value.__ansible_unsafe === 'string') {
      unsafe.push(path);
      return value.__ansible_unsafe;
    }
    if (typeof value.__ansible_vault === 'string') {
      unresolved.push(path);
      return new VaultString(value.__ansible_vault);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, [...path, key])]));
  };
  const values = Object.entries(isMapping(given) ? given : {}).map(([name, value]): [string, unknown] => [
    name,
    plain(value, [name]),
  ]);
  const start = { line: 1, column: 1 };
  const source: Source = { file, text: '', locate: () => ({ start, end: start }), unresolved, unsafe };
  return {
    ...target,
    entries: new Map(values.map(([name, value]) => [name, { value, source, path: [name] }])),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
