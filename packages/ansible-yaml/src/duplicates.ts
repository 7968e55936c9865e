import { type Node, readNodes } from './nodes.ts';
import { pairs } from './places.ts';

/** A key that stands in its mapping before. */
export interface Duplicate {
  key: Node;
  first: Node;
}

/** The keys of a text that are given twice in a mapping, in the order of the text. */
export function duplicatesIn(text: string): Duplicate[] {
  return readNodes(text).flatMap((node) => [...duplicatesBelow(text, node)]);
}

function* duplicatesBelow(text: string, node: Node): Generator<Duplicate> {
  const firsts = new Map<string, Node>();
  for (const { key, value } of node.kind === 'mapping' ? pairs(text, node) : []) {
    const first = firsts.get(identity(key));
    if (first) yield { key, first };
    // Any number of mappings may be merged.
    else if (!text.startsWith('<<', key.start)) firsts.set(identity(key), key);
    yield* duplicatesBelow(text, value);
  }
  if (node.kind === 'sequence') for (const child of node.children) yield* duplicatesBelow(text, child);
}

/** To Python, 1 and "1" are two keys, and 1 and true are one. */
function identity({ result }: Node): string {
  if (typeof result === 'string') return JSON.stringify(result);
  return String(typeof result === 'boolean' ? Number(result) : result);
}
