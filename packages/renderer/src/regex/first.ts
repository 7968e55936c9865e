import { type CharacterSet, characterSet, classSet, unionSet } from './character-set.ts';
import type { RegexNode } from './nodes.ts';

// What a match can begin with: where a text has nothing of it, the machine need not start.

/** The text that every match begins with. */
export function prefixOf(node: RegexNode): string {
  let prefix = '';
  for (const item of node.kind === 'sequence' ? node.items : [node]) {
    if (item.kind !== 'character' || item.rule !== 'exact') break;
    prefix += String.fromCodePoint(item.code);
  }
  return prefix;
}

/** Undefined: anything, or nothing at all. */
export function firstOf(node: RegexNode): CharacterSet | undefined {
  switch (node.kind) {
    case 'character':
      return characterSet(node.code, node.rule);
    case 'class':
      return classSet(node);
    case 'sequence': {
      const item = node.items.find(({ kind }) => kind !== 'place' && kind !== 'look');
      return item && firstOf(item);
    }
    case 'choice': {
      const sets = node.branches.map(firstOf);
      return sets.every((set) => set !== undefined) ? unionSet(sets) : undefined;
    }
    case 'group':
    case 'atomic':
      return firstOf(node.body);
    case 'repeat':
      return node.min > 0 ? firstOf(node.body) : undefined;
    default:
      return undefined;
  }
}
