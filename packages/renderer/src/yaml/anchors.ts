import type { YamlNode } from './node.ts';

/** Returns a name for each node that is in more than one place, numbered as its second place is met. */
export function anchors(root: YamlNode): Map<YamlNode, string> {
  const names = new Map<YamlNode, string>();
  const met = new Set<YamlNode>();
  // No deeper than what was represented before.
  const visit = (node: YamlNode): void => {
    if (met.has(node)) {
      if (!names.has(node)) names.set(node, `id${String(names.size + 1).padStart(3, '0')}`);
      return;
    }
    met.add(node);
    if (node.kind === 'scalar') return;
    for (const child of node.kind === 'sequence' ? node.items : node.pairs.flat()) visit(child);
  };
  visit(root);
  return names;
}
