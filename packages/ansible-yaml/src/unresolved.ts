// Places that only Ansible can see: templates and vaulted values.

import { isMapping, UnsafeString, VaultString, type YamlPath } from './values.ts';

const template = /\{\{|\{%|\{#/;

// Nearly all texts hold none, and need not be searched. A brace may be written by its code, a line may go on on the next
// one, a tag may have a handle of its own or characters by their codes.
const unusualTag = '%TAG|%[0-9a-fA-F]{2}';
const unresolved = new RegExp(`\\{[{%#]|!vault|\\\\[xuU]0*7[bB]|\\\\[\\r\\n]|${unusualTag}`);
const unsafe = new RegExp(`!unsafe|${unusualTag}`);

// To compile a pattern for a large text takes longer than to look for a character.
const hasOneOf = (text: string, characters: string): boolean =>
  [...characters].some((character) => text.includes(character));

export const mayBeUnresolved = (text: string): boolean => hasOneOf(text, '{!\\%') && unresolved.test(text);
export const mayBeUnsafe = (text: string): boolean => hasOneOf(text, '!%') && unsafe.test(text);

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
