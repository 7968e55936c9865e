import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { readIniInventory } from './ini-inventory.ts';
import type { Group } from './inventory.ts';
import { isMapping } from './mapping.ts';
import { isPlaybook, playbookBlocks } from './playbook.ts';
import type { Problem } from './problem.ts';
import type { Entry, Scope, Source, Target } from './scope.ts';
import { type Block, inventoryBlocks, inventoryGroups, isInventory } from './yaml-inventory.ts';

/** What a file sets, and for whom. */
export interface FileVariables {
  readonly file: string;
  readonly scopes: readonly Scope[];
  readonly problems: readonly Problem[];
  /** What it says of groups, where it is an inventory. */
  readonly groups: readonly Group[];
  /** Inventories that are used together share it; undefined of files that are none. */
  readonly inventory?: string | undefined;
  /** The whole file is vaulted, so that nobody sees what it sets. */
  readonly vaulted: boolean;
}

/** A file to read. Without a kind, its content tells what it is; without a target, it is a file for itself. */
export interface FileToRead {
  readonly file: string;
  readonly text: string;
  readonly kind?: 'vars' | 'inventory' | 'playbook' | undefined;
  readonly target?: Target | undefined;
  readonly inventory?: string | undefined;
}

type Content = Pick<FileVariables, 'scopes' | 'problems'> & { readonly groups?: readonly Group[] };

/** Reads the variables of one file. */
export function readVariables(given: FileToRead): FileVariables {
  const { file, text, kind } = given;
  if (text.startsWith('$ANSIBLE_VAULT;'))
    return { file, scopes: [], problems: [], groups: [], vaulted: true };
  const isIni =
    file.endsWith('.ini') || (kind === 'inventory' && !/\.(ya?ml|json)$/.test(file) && !looksLikeYaml(text));
  const { scopes, problems, groups } = isIni ? readIni(file, text) : readDocument(given);
  const inventory = given.inventory ?? (groups && file);
  return { file, vaulted: false, scopes, problems, groups: groups ?? [], inventory };
}

/** Whether the first line that says something begins a YAML mapping. */
function looksLikeYaml(text: string): boolean {
  const first = text.split('\n').find((line) => !/^\s*(#|$)/.test(line)) ?? '';
  return /^(---|[\w.-]+:)\s*(#|$)/.test(first);
}

function readDocument({ file, text, kind, target }: FileToRead): Content {
  const result = readYaml(text, { file });
  if (!result.ok) return { scopes: [], problems: [result.problem] };
  const { document } = result;
  const { value } = document;
  const source: Source = {
    file,
    text,
    locate: (path, part) => document.locate([...path], part),
    unresolved: document.unresolved(),
    unsafe: document.unsafe(),
  };
  const inventory = kind === 'inventory' || (!kind && isInventory(value));
  if (inventory)
    return {
      scopes: scopesOf(source, inventoryBlocks(value)),
      problems: [],
      groups: inventoryGroups(value),
    };
  if (kind === 'playbook' || isPlaybook(value))
    return { scopes: scopesOf(source, playbookBlocks(value, file)), problems: [] };
  if (value === null) return { scopes: [], problems: [] };
  if (!isMapping(value)) return { scopes: [], problems: [notVariables(source)] };
  const block: Block = { target: target ?? { level: 'file', name: file }, path: [], variables: value };
  return { scopes: scopesOf(source, [block]), problems: [] };
}

function notVariables(source: Source): Problem {
  return {
    code: 'not-variables',
    message: 'this is no mapping of variables',
    file: source.file,
    range: source.locate([], 'value'),
    hint: 'write each variable as name: value',
  };
}

function scopesOf(source: Source, blocks: readonly Block[]): Scope[] {
  return blocks.map(({ target, path, variables }) => ({
    ...target,
    entries: new Map(
      Object.entries(variables).map(([name, value]): [string, Entry] => [
        name,
        { value, source, path: [...path, name] },
      ]),
    ),
  }));
}

function readIni(file: string, text: string): Content {
  const { groups, variables, problems } = readIniInventory(text);
  const source: Source = {
    file,
    text,
    // A variable's place in its source is its number: an INI file is no tree, and what a value holds stands in one line.
    locate: ([index], part) => {
      const found = variables[Number(index)];
      const start = { line: 1, column: 1 };
      return (part === 'key' ? found?.key : found?.range) ?? { start, end: start };
    },
    unresolved: variables.flatMap(({ value }, index) => (hasTemplate(value) ? [[index]] : [])),
    unsafe: [],
  };
  return {
    groups,
    scopes: variables.map(({ target, name, value }, index) => ({
      ...target,
      entries: new Map([[name, { value, source, path: [index] }]]),
    })),
    problems: problems.map((problem) => ({
      ...problem,
      code: 'malformed-inventory',
      file,
      hint: 'Ansible reads the whole inventory only when every line is right',
    })),
  };
}

function hasTemplate(value: unknown): boolean {
  if (typeof value === 'string') return /\{\{|\{%|\{#/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasTemplate);
}
