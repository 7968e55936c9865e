// PyYAML takes the first of several merged mappings (`<<: [*a, *b]`) up to 6.0.3, and from 6.0.4 on the last: it leaves
// out only what is the same node. js-yaml takes the first.

import { isDeepStrictEqual } from 'node:util';
import { setOwn } from './dialect.ts';
import { type Node, readNodes } from './nodes.ts';
import { isMerge, items, keyText, type Pair, pairs } from './places.ts';
import { isMapping } from './values.ts';

/** A key that two mappings of a list that is merged have, with other values. */
export interface AmbiguousMerge {
  key: string;
  first: Node;
  /** The mapping in the list, or its alias. */
  later: Node;
}

/** Whether a text may merge mappings. */
export const mayMerge = (text: string): boolean => text.includes('<<');
/** Whether it may do so more than once. */
export const mayMergeTwice = (text: string): boolean => text.indexOf('<<') !== text.lastIndexOf('<<');

/** The keys whose value depends on the release of PyYAML, in the order of the text. */
export function ambiguousMergesIn(text: string): AmbiguousMerge[] {
  const { mappings, lists } = collectionsIn(text);
  return mappings.flatMap((mapping) => {
    const { own, merged } = keysAndMerged(text, mapping);
    return merged
      .map(({ value }) => lists.get(value.result))
      .flatMap((list) => (list ? differing(items(text, list), own) : []));
  });
}

/**
 * The document of a text in which a mapping merges more than once: of several `<<` the last one counts, where js-yaml
 * takes the first. Undefined where that is the same.
 */
export function withLastMerges(text: string): { value: unknown } | undefined {
  const { root, mappings, lists } = collectionsIn(text);
  let isChanged = false;
  for (const mapping of mappings) {
    const { own, merged } = keysAndMerged(text, mapping);
    const target = mapping.result;
    if (!isMapping(target)) continue;
    for (const { value } of merged) {
      const list = lists.get(value.result);
      for (const source of list ? items(text, list).toReversed() : [value])
        for (const [key, item] of Object.entries(isMapping(source.result) ? source.result : {})) {
          if (own.has(key) || target[key] === item) continue;
          setOwn(target, key, item);
          isChanged = true;
        }
    }
  }
  return isChanged ? { value: root?.result ?? null } : undefined;
}

/** The mappings of a text, each behind those that it may merge, and its lists by what they hold: an alias holds the same. */
function collectionsIn(text: string): {
  root: Node | undefined;
  mappings: Node[];
  lists: Map<unknown, Node>;
} {
  const roots = readNodes(text);
  const mappings: Node[] = [];
  const lists = new Map<unknown, Node>();
  const walk = (node: Node): void => {
    for (const child of node.children) walk(child);
    if (node.kind === 'mapping') mappings.push(node);
    if (node.kind === 'sequence') lists.set(node.result, node);
  };
  for (const root of roots) walk(root);
  return { root: roots[0], mappings, lists };
}

function keysAndMerged(text: string, mapping: Node): { own: Set<string>; merged: Pair[] } {
  const all = pairs(text, mapping);
  return {
    own: new Set(all.filter((pair) => !isMerge(text, pair)).map(keyText)),
    merged: all.filter((pair) => isMerge(text, pair)),
  };
}

/** @param settled - The keys that the mapping itself has: those count. */
function differing(merged: readonly Node[], settled: ReadonlySet<string>): AmbiguousMerge[] {
  const firsts = new Map<string, { node: Node; value: unknown }>();
  return merged.flatMap((later) => {
    if (!isMapping(later.result)) return [];
    return Object.entries(later.result).flatMap(([key, value]) => {
      const first = firsts.get(key);
      if (!first) firsts.set(key, { node: later, value });
      if (!first || settled.has(key) || isDeepStrictEqual(first.value, value)) return [];
      return [{ key, first: first.node, later }];
    });
  });
}
