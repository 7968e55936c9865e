import { PythonError } from '../values/errors.ts';
import type { RegexNode } from './nodes.ts';

/** How many characters a part of a pattern can match: at least, at most. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

const NOTHING: Width = { min: 0, max: 0 };

/** @param groups widths of the groups, found on the way: a reference is as wide as its group. */
export function widthOf(node: RegexNode, groups: Map<number, Width>): Width {
  switch (node.kind) {
    case 'character':
    case 'any':
    case 'class':
      return { min: 1, max: 1 };
    case 'place':
    case 'look':
      return NOTHING;
    case 'sequence':
      return node.items.map((item) => widthOf(item, groups)).reduce(add, NOTHING);
    case 'choice':
      return node.branches.map((branch) => widthOf(branch, groups)).reduce(either);
    case 'conditional':
      return either(widthOf(node.yes, groups), widthOf(node.no, groups));
    case 'atomic':
      return widthOf(node.body, groups);
    case 'reference':
      return groups.get(node.index) ?? { min: 0, max: Infinity };
    case 'group': {
      const width = widthOf(node.body, groups);
      groups.set(node.index, width);
      return width;
    }
    case 'repeat':
      return times(widthOf(node.body, groups), node.min, node.max);
  }
}

/** The one width of a lookbehind. */
export function fixedWidth(node: RegexNode, groups: Map<number, Width>): number {
  const { min, max } = widthOf(node, groups);
  if (min !== max) throw new PythonError('ValueError', 'look-behind requires fixed-width pattern');
  return min;
}

const add = (a: Width, b: Width): Width => ({ min: a.min + b.min, max: a.max + b.max });

const either = (a: Width, b: Width): Width => ({ min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) });

const times = (width: Width, min: number, max: number): Width => ({
  min: width.min * min,
  max: width.max === 0 ? 0 : width.max * max,
});
