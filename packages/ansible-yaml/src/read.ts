/// <reference path="./js-yaml.d.ts" />

import { loadAll, YAMLException } from 'js-yaml';
import { explodingKey } from './aliases.ts';
import { refusedCharacter, withLineFeeds } from './characters.ts';
import { dialect } from './dialect.ts';
import { duplicatesIn } from './duplicates.ts';
import type { Range } from './lines.ts';
import { type AmbiguousMerge, mayMerge, mergesIn } from './merges.ts';
import { contentStart, type Node, readNodes } from './nodes.ts';
import { items, locator, type Part, pairs } from './places.ts';
import { plain } from './plain.ts';
import {
  ambiguousMerge,
  duplicateKey,
  type Finding,
  findingOf,
  problemOf,
  type RangeOf,
  rangeOf,
  tooManyValues,
  unquotedTemplate,
  type YamlProblem,
} from './problem.ts';
import { mayBeUnresolved, mayBeUnsafe, unresolvedPaths, unsafePaths } from './unresolved.ts';
import type { YamlPath, YamlValue } from './values.ts';

/** A YAML document as Ansible reads it. */
export interface YamlDocument {
  /** What it holds. An empty document holds null. */
  value: YamlValue;
  /**
   * Where a value stands, or with `'key'` the key before it. A path that leads nowhere is located as far as it
   * leads; one that leads through an alias or `<<` is located where the text stands.
   */
  locate: (path: YamlPath, part?: Part) => Range;
  /** The places whose value only Ansible can see: Jinja templates (but not under `!unsafe`), vaulted values. */
  unresolved: () => YamlPath[];
  /** The keys that are given twice in a mapping. Ansible only warns of them, and takes the last one. */
  duplicates: YamlProblem[];
  /**
   * Keys of merged mappings whose value depends on the release of PyYAML, with the place of the mapping that merges.
   * `value` is what it is up to 6.0.3.
   */
  ambiguous: { path: YamlPath; problem: YamlProblem }[];
  /** The places of strings under `!unsafe`: Ansible never templates them. */
  unsafe: () => YamlPath[];
}

/** A document, or the first thing that kept Ansible from reading it. */
export type YamlResult = { ok: true; document: YamlDocument } | { ok: false; problem: YamlProblem };

/**
 * Reads a YAML text as Ansible does: PyYAML's YAML 1.1, `!vault`, `!unsafe`, one document.
 * Of a key given twice the last one counts.
 *
 * @param options.file Name of the file for problems; nothing is read from it.
 *
 * @example
 * const result = readYaml('haproxy_stats_port: 0x20D4\n', { file: 'vars.yaml' });
 * if (result.ok) {
 *   result.document.value; // { haproxy_stats_port: 8404 }
 *   result.document.locate(['haproxy_stats_port']).start; // { line: 1, column: 21 }
 * } else console.error(result.problem.message);
 */
export function readYaml(text: string, options: { file?: string } = {}): YamlResult {
  // A byte order mark is no content, but the editor counts it.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const given = text.slice(shift);
  const body = withLineFeeds(given);
  const range = rangeOf(given, shift);
  const finding = refusedCharacter(given);
  const read = finding ? { finding } : load(body);
  const inFile = (problem: YamlProblem) => withFile(problem, options.file);
  if ('finding' in read) return { ok: false, problem: inFile(problemOf(read.finding, range)) };
  const duplicates = read.hasDuplicates ? duplicateKeys(body, range).map(inFile) : [];
  const key = body.includes('*') ? explodingKey(read.value) : undefined;
  if (key !== undefined) {
    const { locate } = makeDocument(body, range, read.value, { duplicates, ambiguous: [] });
    return { ok: false, problem: inFile({ ...tooManyValues(key), range: locate([key], 'key') }) };
  }
  const { value, ambiguous } = mayMerge(body) ? mergesIn(body) : { value: read.value, ambiguous: [] };
  const told = ambiguous.map(({ path, ...merge }) => ({ path, problem: inFile(ambiguity(merge, range)) }));
  return { ok: true, document: makeDocument(body, range, value, { duplicates, ambiguous: told }) };
}

function load(
  text: string,
  hasDuplicates = false,
): { value: unknown; hasDuplicates: boolean } | { finding: Finding } {
  try {
    const documents = loadAll(text, null, { schema: dialect, json: hasDuplicates, maxTotalMergeKeys: -1 });
    const finding = documents.length > 1 ? secondDocument(text) : (complexKey(text) ?? lonelyIndicator(text));
    if (finding) return { finding };
    return { value: documents[0] ?? null, hasDuplicates };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (!hasDuplicates && error.reason.startsWith('duplicated mapping key')) return load(text, true);
    return { finding: findingOf(text, error) };
  }
}

function duplicateKeys(text: string, range: RangeOf): YamlProblem[] {
  return duplicatesIn(text).map(({ key, first }) => ({
    ...duplicateKey(text.slice(key.start, key.end)),
    range: range(key.start, key.end),
    related: { message: 'the first one', range: range(first.start, first.end) },
  }));
}

function ambiguity({ key, before, since }: Omit<AmbiguousMerge, 'path'>, range: RangeOf): YamlProblem {
  return {
    ...ambiguousMerge(key),
    range: range(since.start, since.end),
    related: { message: 'up to 6.0.3 it comes from here', range: range(before.start, before.end) },
  };
}

function withFile(problem: YamlProblem, file: string | undefined): YamlProblem {
  if (file === undefined) return problem;
  const { related } = problem;
  return { ...problem, file, ...(related && { related: { ...related, file } }) };
}

function makeDocument(
  text: string,
  range: RangeOf,
  raw: unknown,
  problems: Pick<YamlDocument, 'duplicates' | 'ambiguous'>,
): YamlDocument {
  const isUnsafe = mayBeUnsafe(text);
  let locate: YamlDocument['locate'] | undefined;
  return {
    value: isUnsafe ? plain(raw) : (raw as YamlValue), // The dialect makes nothing else.
    locate: (path, part) => {
      locate ??= locator(text, range);
      return locate(path, part);
    },
    unresolved: () => (mayBeUnresolved(text) ? unresolvedPaths(raw) : []),
    unsafe: () => (isUnsafe ? unsafePaths(raw) : []),
    ...problems,
  };
}

function secondDocument(text: string): Finding {
  const start = text.lastIndexOf('---', readNodes(text)[1]?.opened);
  return {
    code: 'several-documents',
    message: 'a second document begins here; Ansible reads one in each file',
    hint: 'take the "---" out, or move what follows to a file of its own',
    start,
    end: start + 3,
  };
}

// js-yaml makes text of a key that is a list or a mapping; Ansible refuses it. It is looked for only where the
// text can hold one: `{{ port }}` without quotes is a mapping whose key is a mapping.
function complexKey(text: string): Finding | undefined {
  if (!/\{\s*\{|[\]}][ \t]*:|\?\s/.test(text)) return undefined;
  const key = readNodes(text).map((node) => firstComplexKey(text, node))[0];
  if (!key) return undefined;
  const { start, end } = key;
  if (text[start - 1] === '{' && text[start] === '{')
    return { ...unquotedTemplate, start: start - 1, end: end + 1 };
  return {
    code: 'malformed-yaml',
    message: 'a key cannot be a list or a mapping',
    hint: 'quote it if it is meant as text',
    start,
    end,
  };
}

// YAML 1.1 gives `=` and `<<` a meaning that no value has. As a key `=` is text, and `<<` merges.
function lonelyIndicator(text: string): Finding | undefined {
  if (!text.includes('=') && !text.includes('<<')) return undefined;
  if (!/(?:^|[\s,[{])(?:=|<<)[ \t]*(?:$|[\r\n,\]}]|[ \t]#)/.test(text)) return undefined;
  for (const root of readNodes(text)) {
    const node = firstIndicator(text, root);
    if (node) {
      const indicator = String(node.result);
      const hint = 'quote it if it is meant as text';
      const message = `a plain ${indicator} is no value`;
      return { code: 'malformed-yaml', message, hint, start: node.start, end: node.end };
    }
  }
  return undefined;
}

function firstIndicator(text: string, node: Node): Node | undefined {
  // An anchor may stand before it, and no tag: that would say what it is.
  const content = contentStart(text, node);
  const isPlain = (indicator: string) =>
    node.result === indicator &&
    text.startsWith(indicator, content) &&
    !/(?:^|\s)!/.test(text.slice(node.start, content));
  if (node.kind === 'scalar') return isPlain('=') || isPlain('<<') ? node : undefined;
  const values = node.kind === 'mapping' ? pairs(text, node).map(({ value }) => value) : items(text, node);
  for (const child of node.kind === 'mapping' || node.kind === 'sequence' ? values : []) {
    const found = firstIndicator(text, child);
    if (found) return found;
  }
  return undefined;
}

function firstComplexKey(text: string, node: Node): Node | undefined {
  const keys = node.kind === 'mapping' ? pairs(text, node).map(({ key }) => key) : [];
  const complex = keys.find(({ kind }) => kind === 'mapping' || kind === 'sequence');
  if (complex) return complex;
  for (const child of node.children) {
    const inner = firstComplexKey(text, child);
    if (inner) return inner;
  }
  return undefined;
}
