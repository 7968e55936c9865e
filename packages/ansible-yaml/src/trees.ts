// Documents as PyYAML's safe_load has them: the order and the kinds of keys are kept.

/// <reference path="./js-yaml.d.ts" />

import { YAMLException } from 'js-yaml';
import { refusedCharacter } from './characters.ts';
import { dialect, pyyaml } from './dialect.ts';
import { contentStart, type Node, readNodes, skipGap } from './nodes.ts';
import { isMerge, items, pairs } from './places.ts';
import { type Finding, findingOf, problemOf, rangeOf, type YamlProblem } from './problem.ts';
import { type Timestamp, UnsafeString, type VaultString, YamlFloat } from './values.ts';

/** A value whose mappings are maps: `8443` and `"8443"` are two keys, in the order of the text. */
export type YamlTree =
  | string
  | number
  | bigint
  | boolean
  | null
  | YamlFloat
  | Timestamp
  | VaultString
  | UnsafeString
  | YamlTree[]
  | Map<YamlTree, YamlTree>;

/** The documents of a text, or the first thing that kept PyYAML from reading it. */
export type TreesResult = { ok: true; documents: YamlTree[] } | { ok: false; problem: YamlProblem };

/** More values than this come from aliases of aliases only. */
const mostValues = 1_000_000;

/**
 * Reads a YAML text as PyYAML's `safe_load_all` does. Of a key given twice the last one counts. What an alias names is
 * copied.
 *
 * @param options.tags - `ansible`: `!vault` and `!unsafe` are read, too, as {@link VaultString} and
 *   {@link UnsafeString}.
 *
 * @example
 * const result = readTrees('8443: a\n80: b\n');
 * if (result.ok) result.documents; // [Map { 8443 => 'a', 80 => 'b' }]
 */
export function readTrees(text: string, options: { tags?: 'ansible' } = {}): TreesResult {
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(shift);
  const unread = (finding: Finding): TreesResult => ({
    ok: false,
    problem: problemOf(finding, rangeOf(body, shift)),
  });
  const refused = refusedCharacter(body);
  if (refused) return unread(refused);
  try {
    if (skipGap(body, 0) === body.length) return { ok: true, documents: [] };
    const schema = options.tags === 'ansible' ? dialect : pyyaml;
    const nodes = readNodes(body, schema);
    return { ok: true, documents: nodes.map((node) => new Reader(body).document(node)) };
  } catch (error) {
    const finding =
      error instanceof Refused ? error.finding : error instanceof YAMLException && findingOf(body, error);
    if (!finding) throw error;
    return unread(finding);
  }
}

class Refused extends Error {
  readonly finding: Finding;

  constructor(message: string, hint: string, { start, end }: Node) {
    super(message);
    this.finding = { code: 'malformed-yaml', message, hint, start, end };
  }
}

class Reader {
  readonly #text: string;
  /** Where lists and mappings stand, for their aliases. */
  readonly #byResult = new Map<unknown, Node>();
  readonly #above = new Set<Node>();
  #count = 0;
  /** Below a list or a mapping under `!unsafe`. */
  #isUnsafe = false;

  constructor(text: string) {
    this.#text = text;
  }

  document(root: Node): YamlTree {
    this.#index(root);
    return this.#value(root);
  }

  #index(node: Node): void {
    if (node.kind === 'mapping' || node.kind === 'sequence') this.#byResult.set(node.result, node);
    for (const child of node.children) this.#index(child);
  }

  #value(given: Node): YamlTree {
    const node = this.#collection(given);
    this.#count += 1;
    if (this.#count > mostValues) throw new Refused('too many values', 'use fewer aliases', given);
    if (node.kind !== 'mapping' && node.kind !== 'sequence') {
      const scalar = this.#scalar(node);
      return this.#isUnsafe && typeof scalar === 'string' ? new UnsafeString(scalar) : scalar;
    }
    if (this.#above.has(node)) throw new Refused('an alias of what it is in', 'take the alias out', given);
    this.#above.add(node);
    const wasUnsafe = this.#isUnsafe;
    this.#isUnsafe ||= this.#text.startsWith('!unsafe', node.start);
    const value =
      node.kind === 'mapping'
        ? mapOf(this.#entries(node))
        : items(this.#text, node).map((item) => this.#value(item));
    this.#above.delete(node);
    this.#isUnsafe = wasUnsafe;
    return value;
  }

  #collection(node: Node): Node {
    return node.kind === 'alias' ? (this.#byResult.get(node.result) ?? node) : node;
  }

  #scalar(node: Node): YamlTree {
    const result = node.result as YamlTree; // The schema makes nothing else.
    // YAML 1.1 gives them a meaning that no value has.
    if ((result === '=' || result === '<<') && this.#text.startsWith(result, node.start))
      throw new Refused(`a plain "${result}" is no value`, 'quote it', node);
    if (typeof result !== 'string' || !result.endsWith('\n')) return result;
    // js-yaml ends a block at the end of the text with a line break that is not there.
    const isBlock = '|>'.includes(this.#text[contentStart(this.#text, node)] ?? ' ');
    return isBlock && node.closed >= this.#text.length && !/[\r\n]$/.test(this.#text)
      ? result.slice(0, -1)
      : result;
  }

  #entries(mapping: Node): [YamlTree, YamlTree][] {
    const merged: [YamlTree, YamlTree][] = [];
    const own: [YamlTree, YamlTree][] = [];
    for (const pair of pairs(this.#text, mapping)) {
      if (isMerge(this.#text, pair)) merged.push(...this.#merged(pair.value));
      else own.push([this.#key(pair.key), this.#value(pair.value)]);
    }
    return [...merged, ...own];
  }

  #key(key: Node): YamlTree {
    const value = this.#value(key);
    if (value instanceof UnsafeString) return value.text;
    if (!Array.isArray(value) && !(value instanceof Map)) return value;
    throw new Refused('a key cannot be a list or a mapping', 'quote it if it is meant as text', key);
  }

  /** Of several mappings the first one wins, so that it comes last. */
  #merged(value: Node): [YamlTree, YamlTree][] {
    const source = this.#collection(value);
    // js-yaml has refused what is neither a mapping nor a list of them.
    const sources = source.kind === 'mapping' ? [source] : items(this.#text, source);
    return sources.toReversed().flatMap((mapping) => [...(this.#value(mapping) as Map<YamlTree, YamlTree>)]);
  }
}

/** For Python 1, 1.0 and true are one key: the first that was given. */
function mapOf(entries: readonly [YamlTree, YamlTree][]): Map<YamlTree, YamlTree> {
  const given = new Map<YamlTree, YamlTree>();
  const map = new Map<YamlTree, YamlTree>();
  for (const [key, value] of entries) {
    const number = typeof key === 'boolean' ? Number(key) : key instanceof YamlFloat ? key.value : key;
    if (!given.has(number)) given.set(number, key);
    map.set(given.get(number) ?? key, value);
  }
  return map;
}
