// Places that only Ansible can see: templates and vaulted values.

import { isMapping, UnsafeString, VaultString, type YamlPath } from './values.ts';

const template = /\{\{|\{%|\{#/;

/** Whether a text of YAML can hold such: nearly all do not, and need not be searched. A brace may be written by its
 *  code, and a line may go on on the next one. */
export const mayBeUnresolved = (text: string): boolean => /\{[{%#]|!vault|\\[xuU]0*7[bB]|\\\r?\n/.test(text);

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
