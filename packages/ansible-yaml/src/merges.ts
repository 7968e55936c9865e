// PyYAML's merging (SafeConstructor.flatten_mapping), where js-yaml's is another one, and where its releases differ. Up to 6.0.3
// the first mapping of a list counts, and of several `<<` the last one. From 6.0.4 on the last one counts, but a key that
// came already, by another way from the same anchor, stays at its first place.

import { isDeepStrictEqual } from 'node:util';
import { setOwn } from './dialect.ts';
import { type Node, readNodes } from './nodes.ts';
import { isMerge, items, keyText, type Pair, pairs } from './places.ts';
import { isMapping, type YamlPath } from './values.ts';

/** A key of a mapping that merges, whose value depends on the release of PyYAML. */
export interface AmbiguousMerge {
  key: string;
  /** Where the mapping stands. */
  path: YamlPath;
  /** What it merges, or an item of that list: what counts up to 6.0.3, and from 6.0.4 on. */
  before: Node;
  since: Node;
}

/** A key that is merged: `id` tells whether it is the same one. */
interface Entry {
  key: string;
  id: unknown;
  value: unknown;
  via: Node;
}

type Release = '6.0.3' | '6.0.4';

/** Whether a text may merge mappings. */
export const mayMerge = (text: string): boolean => text.includes('<<') && /<<[ \t]*:/.test(text);

/** The first document of a text, merged as PyYAML 6.0.3 does, and the keys for which others do otherwise. */
export function mergesIn(text: string): { value: unknown; ambiguous: AmbiguousMerge[] } {
  const merging = new Merging(text);
  return { value: merging.root?.result ?? null, ambiguous: merging.mend() };
}

class Merging {
  readonly root: Node | undefined;
  readonly #text: string;
  readonly #byResult = new Map<unknown, Node>();
  readonly #merging: { mapping: Node; path: YamlPath }[] = [];
  readonly #flat = { '6.0.3': new Map<Node, Entry[]>(), '6.0.4': new Map<Node, Entry[]>() };

  constructor(text: string) {
    this.#text = text;
    this.root = readNodes(text)[0];
    if (this.root) this.#index(this.root, []);
  }

  /** Puts right what js-yaml merged otherwise. */
  mend(): AmbiguousMerge[] {
    return this.#merging.flatMap(({ mapping, path }) => {
      const target = mapping.result;
      if (!isMapping(target)) return [];
      const own = new Set(this.#pairs(mapping, false).map(keyText));
      const since = byKey(this.#merged(mapping, '6.0.4'));
      return [...byKey(this.#merged(mapping, '6.0.3'))].flatMap(([key, before]) => {
        if (own.has(key)) return [];
        if (target[key] !== before.value) setOwn(target, key, before.value);
        const other = since.get(key) ?? before;
        if (other.value === before.value || isDeepStrictEqual(other.value, before.value)) return [];
        return [{ key, path, before: before.via, since: other.via }];
      });
    });
  }

  #index(node: Node, path: YamlPath): void {
    if (node.kind === 'mapping') {
      this.#byResult.set(node.result, node);
      if (this.#pairs(node, true).length > 0) this.#merging.push({ mapping: node, path });
      for (const pair of pairs(this.#text, node)) this.#index(pair.value, [...path, keyText(pair)]);
    } else if (node.kind === 'sequence') {
      this.#byResult.set(node.result, node);
      for (const [index, item] of items(this.#text, node).entries()) this.#index(item, [...path, index]);
    }
  }

  /** The pairs of a mapping that merge, or those that do not. */
  #pairs(mapping: Node, merge: boolean): Pair[] {
    return pairs(this.#text, mapping).filter((pair) => isMerge(this.#text, pair) === merge);
  }

  /** What a mapping merges: of entries with one key the last one counts. */
  #merged(mapping: Node, release: Release): Entry[] {
    const seen = new Set<unknown>();
    return this.#pairs(mapping, true)
      .flatMap(({ value }) => this.#sources(value, release))
      .flatMap((source) => this.#entries(source, release).map((entry) => ({ ...entry, via: source })))
      .filter(({ id }) => release === '6.0.3' || (!seen.has(id) && seen.add(id)));
  }

  #sources(value: Node, release: Release): Node[] {
    const node = this.#byResult.get(value.result);
    if (node?.kind !== 'sequence') return [value];
    const list = items(this.#text, node);
    return release === '6.0.3' ? list.toReversed() : list;
  }

  /** All that a mapping, or its alias, brings along. */
  #entries(source: Node, release: Release): Entry[] {
    const mapping = this.#byResult.get(source.result);
    if (mapping?.kind !== 'mapping') return [];
    const known = this.#flat[release].get(mapping);
    if (known) return known;
    this.#flat[release].set(mapping, []); // It may merge itself.
    const own = this.#pairs(mapping, false).map((pair) => ({
      key: keyText(pair),
      id: identity(pair.key),
      value: pair.value.result,
      via: mapping,
    }));
    const entries = [...this.#merged(mapping, release), ...own];
    this.#flat[release].set(mapping, entries);
    return entries;
  }
}

/** CPython has each text of one character once. */
const identity = (key: Node): unknown => (String(key.result).length === 1 ? String(key.result) : key);

const byKey = (entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.key, entry]));
