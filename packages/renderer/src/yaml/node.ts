/** How a scalar, or a collection, may be written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar as text, and the styles in which a reader would give its value back. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
  /** Written plain, it is read as what it is: `yes` as a text is not. */
  readonly plainIsRight: boolean;
  /** Written in quotes, it is read as what it is: only a text is. */
  readonly quotedIsRight: boolean;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
  /** `[a, b]` rather than a line for each. */
  flow: boolean;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly pairs: [YamlNode, YamlNode][];
  /** `{a: 1}` rather than a line for each. */
  flow: boolean;
}

/** What is written; the same node in two places is written once, and named. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;

export const isEmpty = (node: YamlNode): boolean =>
  (node.kind === 'sequence' && node.items.length === 0) ||
  (node.kind === 'mapping' && node.pairs.length === 0);
