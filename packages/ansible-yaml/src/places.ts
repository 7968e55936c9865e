// Finds a path's place in the tree of nodes.

import type { Range } from './lines.ts';
import { contentStart, type Node, readNodes, skipGap } from './nodes.ts';
import type { YamlPath } from './values.ts';

/** A key and its value in a mapping. */
export interface Pair {
  key: Node;
  value: Node;
}

/** What is to be located of a path: the value, or the key before it. */
export type Part = 'value' | 'key';

interface Tree {
  text: string;
  /** Nodes by the list or mapping they became: an alias is looked up here. */
  byResult: Map<unknown, Node>;
  /** The items of the sequences that were looked into. */
  items: Map<Node, Node[]>;
}

/** Makes the function that locates paths in a text. */
export function locator(
  text: string,
  range: (start: number, end: number) => Range,
): (path: YamlPath, part?: Part) => Range {
  const root = readNodes(text)[0];
  const tree: Tree = { text, byResult: new Map(), items: new Map() };
  if (root) index(tree, root);
  return (path, part = 'value') => {
    const { start, end } = root ? find(tree, root, path, part) : { start: 0, end: 0 };
    return range(start, end);
  };
}

function index(tree: Tree, node: Node): void {
  if (node.kind === 'mapping' || node.kind === 'sequence') tree.byResult.set(node.result, node);
  for (const child of node.children) index(tree, child);
}

// A path that leads nowhere is located as far as it leads: a missing key at the mapping that misses it.
function find(tree: Tree, root: Node, path: YamlPath, part: Part): { start: number; end: number } {
  let node = root;
  let place = root;
  for (const [depth, step] of path.entries()) {
    const pair = child(tree, tree.byResult.get(node.result) ?? node, step);
    if (!pair) break;
    place = part === 'key' && depth === path.length - 1 ? pair.key : pair.value;
    node = pair.value;
  }
  return place;
}

function child(tree: Tree, node: Node, step: string | number): Pair | undefined {
  if (node.kind === 'mapping') return pairOf(tree, node, String(step), new Set());
  const item = node.kind === 'sequence' ? itemsOf(tree, node)[Number(step)] : undefined;
  return item && { key: item, value: item };
}

function itemsOf(tree: Tree, sequence: Node): Node[] {
  const known = tree.items.get(sequence) ?? items(tree.text, sequence);
  tree.items.set(sequence, known);
  return known;
}

function pairOf(tree: Tree, mapping: Node, name: string, seen: Set<Node>): Pair | undefined {
  const all = pairs(tree.text, mapping);
  // Of a key that is given twice the last one counts.
  const own = all.findLast((pair) => !isMerge(tree.text, pair) && keyText(pair) === name);
  if (own || seen.has(mapping)) return own;
  seen.add(mapping);
  // Of several "<<" the last one counts.
  for (const { value } of all.filter((pair) => isMerge(tree.text, pair)).toReversed()) {
    const source = tree.byResult.get(value.result);
    const sources = source?.kind === 'sequence' ? source.children : [value];
    for (const merged of sources) {
      const target = tree.byResult.get(merged.result);
      const pair = target && pairOf(tree, target, name, seen);
      if (pair) return pair;
    }
  }
  return undefined;
}

// js-yaml keeps keys as text: a null key is 'null', a 1 is '1'.
export const keyText = ({ key }: Pair): string => String(key.result);

/** Whether a pair merges; a quoted "<<" is a key like any other. */
export const isMerge = (text: string, { key }: Pair): boolean =>
  key.result === '<<' && text.startsWith('<<', key.start);

/** The pairs of a mapping's children: a key is what a colon follows. */
export function pairs(text: string, mapping: Node): Pair[] {
  const found: Pair[] = [];
  for (let at = 0; at < mapping.children.length; at += 1) {
    const key = mapping.children[at];
    const next = mapping.children[at + 1];
    if (!key) continue;
    if (next && text[skipGap(text, key.end)] === ':') {
      found.push({ key, value: next });
      at += 1;
    } else if (key.kind !== 'empty') found.push({ key, value: nothing(key.end, key) });
  }
  return found;
}

/** The value of a key without one. */
const nothing = (start: number, key: Node): Node => ({
  ...key,
  kind: 'empty',
  result: null,
  children: [],
  start,
});

/** The items of a sequence, those that are empty too. */
export function items(text: string, sequence: Node): Node[] {
  const start = contentStart(text, sequence);
  return text[start] === '[' ? flowItems(text, sequence) : blockItems(text, sequence, start);
}

// js-yaml makes two nodes of a pair in a flow sequence (`[a: 1]`) and none for the mapping around it.
function flowItems(text: string, sequence: Node): Node[] {
  const found: Node[] = [];
  for (let at = 0; at < sequence.children.length; at += 1) {
    const node = sequence.children[at];
    const next = sequence.children[at + 1];
    if (!node) continue;
    if (next && text[skipGap(text, node.end)] === ':') {
      found.push({ ...node, kind: 'mapping', end: next.end, result: undefined, children: [node, next] });
      at += 1;
    } else found.push(node);
  }
  return found;
}

// js-yaml makes no node for an entry of which only the dash is there.
function blockItems(text: string, sequence: Node, start: number): Node[] {
  const found: Node[] = [];
  const empty = (offset: number): Node => ({
    ...sequence,
    kind: 'empty',
    start: offset,
    end: offset + 1,
    result: null,
  });
  let end = start;
  for (const node of sequence.children) {
    found.push(...dashes(text, end, node.start).slice(0, -1).map(empty), node);
    end = node.end;
  }
  return [...found, ...dashes(text, end, sequence.closed).map(empty)];
}

function dashes(text: string, start: number, end: number): number[] {
  const matches = text.slice(start, end).matchAll(/#[^\r\n]*|-/g);
  return [...matches].filter(([token]) => token === '-').map(({ index }) => start + index);
}
