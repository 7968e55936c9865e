import { type Range, readYaml, type YamlDocument } from '@nodeport-haproxy/ansible-yaml';
import { readIniInventory } from './ini-inventory.ts';
import type { Group } from './inventory.ts';
import { isMapping } from './mapping.ts';
import { isPlaybook, playbookVariables } from './playbook.ts';
import type { Problem } from './problem.ts';
import { type Entry, isRoleVariable, type Scope, type Source, type Target } from './scope.ts';
import { hasTemplate } from './template.ts';
import { type Block, inventoryBlocks, inventoryGroups, isInventory } from './yaml-inventory.ts';

/** What a file sets, and for whom. */
export interface FileVariables {
  readonly file: string;
  readonly text: string;
  readonly scopes: readonly Scope[];
  readonly problems: readonly Problem[];
  /** What it says of groups, where it is an inventory. */
  readonly groups: readonly Group[];
  /** Inventories that are used together share it; undefined of files that are none. */
  readonly inventory?: string | undefined;
  /** The whole file is vaulted, so that nobody sees what it sets. */
  readonly vaulted: boolean;
  /** A program, or what one of Ansible's plugins is told: only Ansible knows what it sets. */
  readonly isDynamic: boolean;
  readonly varsFiles: readonly VarsFiles[];
  readonly unseen: readonly Unseen[];
}

/** Files that a play names under `vars_files`: the first of them that there is sets variables. */
export interface VarsFiles {
  readonly target: Target;
  readonly names: readonly string[];
  readonly range: Range;
}

/** Something that may set variables and was not read. */
export interface Unseen {
  /** As messages name it. */
  readonly what: string;
  readonly file: string;
  readonly line: number;
  /** Which it sets; undefined where nobody knows. */
  readonly names: readonly string[] | undefined;
}

/** A file to read. Without a kind, its content tells what it is; without a target, it is a file for itself. */
export interface FileToRead {
  readonly file: string;
  readonly text: string;
  readonly kind?: 'vars' | 'inventory' | 'playbook' | undefined;
  readonly target?: Target | undefined;
  readonly inventory?: string | undefined;
}

type Content = Pick<FileVariables, 'scopes' | 'problems'> &
  Partial<Pick<FileVariables, 'groups' | 'isDynamic' | 'varsFiles' | 'unseen'>>;

const NONE = {
  scopes: [],
  problems: [],
  groups: [],
  vaulted: false,
  isDynamic: false,
  varsFiles: [],
  unseen: [],
} as const;

/** Reads the variables of one file. */
export function readVariables(given: FileToRead): FileVariables {
  const { file, text, kind } = given;
  if (text.startsWith('$ANSIBLE_VAULT;')) return { ...NONE, file, text, vaulted: true };
  if (kind === 'inventory' && /^(#!|\x7fELF)/.test(text))
    return { ...NONE, file, text, isDynamic: true, inventory: given.inventory ?? file };
  const isIni =
    file.endsWith('.ini') || (kind === 'inventory' && !/\.(ya?ml|json)$/.test(file) && !looksLikeYaml(text));
  const content = isIni ? readIni(file, text) : readYamlFile(given);
  const inventory = given.inventory ?? (content.groups && file);
  const priorities = prioritiesIn(content.scopes, content.groups);
  return { ...NONE, file, text, ...content, groups: [...(content.groups ?? []), ...priorities], inventory };
}

/** What an inventory says of its groups' priorities, as more of what it says of these groups. */
function prioritiesIn(scopes: readonly Scope[], groups: readonly Group[] = []): Group[] {
  if (groups.length === 0) return [];
  return scopes.flatMap(({ level, name, entries }) => {
    const priority = Number(entries.get('ansible_group_priority')?.value ?? Number.NaN);
    return level === 'group' && Number.isInteger(priority)
      ? [{ name, hosts: [], children: [], priority }]
      : [];
  });
}

/** Whether the first line that says something begins a YAML mapping. */
function looksLikeYaml(text: string): boolean {
  const first = text.split('\n').find((line) => !/^\s*(#|$)/.test(line)) ?? '';
  return /^(---|[\w.-]+:)\s*(#|$)/.test(first);
}

function readYamlFile(given: FileToRead): Content {
  const result = readYaml(given.text, { file: given.file });
  if (!result.ok) return { scopes: [], problems: [result.problem] };
  const content = contentOf(result.document, given);
  const { duplicates, ambiguous } = result.document;
  const warnings = ambiguous
    .filter(({ path }) => path.some((part) => isRoleVariable(String(part))))
    .map(({ problem }) => ({ ...problem, severity: 'warning' as const }));
  return { ...content, problems: [...duplicates, ...warnings, ...content.problems] };
}

function contentOf(document: YamlDocument, { file, text, kind, target }: FileToRead): Content {
  const { value } = document;
  const source: Source = {
    file,
    text,
    locate: (path, part) => document.locate([...path], part),
    unresolved: document.unresolved(),
    unsafe: document.unsafe(),
  };
  const inventory = kind === 'inventory' || (!kind && isInventory(value));
  if (kind === 'inventory' && isMapping(value) && typeof value.plugin === 'string')
    return { scopes: [], problems: [], groups: [], isDynamic: true };
  if (inventory)
    return {
      scopes: scopesOf(source, inventoryBlocks(value)),
      problems: [],
      groups: inventoryGroups(value),
    };
  if (kind === 'playbook' || isPlaybook(value)) return readPlaybook(source, value);
  if (value === null) return { scopes: [], problems: [] };
  if (!isMapping(value)) return { scopes: [], problems: [notVariables(source)] };
  const block: Block = { target: target ?? { level: 'file', name: file }, path: [], variables: value };
  return { scopes: scopesOf(source, [block]), problems: [] };
}

function readPlaybook(source: Source, value: unknown): Content {
  const { file } = source;
  const { blocks, varsFiles, unseen } = playbookVariables(value, file);
  return {
    scopes: scopesOf(source, blocks),
    problems: [],
    varsFiles: varsFiles.map(({ path, ...named }) => ({ ...named, range: source.locate(path, 'value') })),
    unseen: unseen.map(({ path, ...one }) => ({
      ...one,
      file,
      line: source.locate(path, 'value').start.line,
    })),
  };
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
