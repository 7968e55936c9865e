// Places that only Ansible can see: templates and vaulted values.

import { isMapping, UnsafeString, VaultString, type YamlPath } from './values.ts';

const template = /\{\{|\{%|\{#/;

/** Paths whose value is a template or vaulted. */
export function unresolvedPaths(value: unknown): YamlPath[] {
  return pathsOf(
    value,
    (leaf) => leaf instanceof VaultString || (typeof leaf === 'string' && template.test(leaf)),
  );
}

/** Paths of strings under `!unsafe`. */
export function unsafePaths(value: unknown): YamlPath[] {
  return pathsOf(value, (leaf) => leaf instanceof UnsafeString);
}

function pathsOf(root: unknown, wanted: (leaf: unknown) => boolean): YamlPath[] {
  const found: YamlPath[] = [];
  // A list may hold itself by an alias.
  const above = new Set<unknown>();
  function walk(value: unknown, path: YamlPath): void {
    if (wanted(value)) found.push(path);
    if (above.has(value)) return;
    above.add(value);
    if (Array.isArray(value))
      value.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    else if (isMapping(value)) for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    above.delete(value);
  }
  walk(root, []);
  return found;
}
