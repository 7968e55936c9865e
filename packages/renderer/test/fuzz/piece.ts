/** A part of a generated template, and the rule of the grammar that it was made by. */
export interface Piece {
  readonly rule: string;
  /** The type of an expression, `body` or `statement`. */
  readonly type: string;
  readonly parts: readonly (string | Piece)[];
  /** Nothing beside it can take it apart. */
  readonly isAtomic?: boolean;
}

export function textOf(piece: Piece): string {
  return piece.parts.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
}

export const piecesOf = (piece: Piece): Piece[] =>
  piece.parts.filter((part): part is Piece => typeof part !== 'string');

/** The rules that a piece is made of, each once. */
export function rulesOf(piece: Piece, rules: Set<string> = new Set()): Set<string> {
  rules.add(piece.rule);
  for (const part of piecesOf(piece)) rulesOf(part, rules);
  return rules;
}

export const parenthesized = (piece: Piece): Piece => ({
  rule: 'rule parentheses',
  type: piece.type,
  parts: ['(', piece, ')'],
});
