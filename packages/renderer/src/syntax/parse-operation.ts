import { checkChain } from './depth.ts';
import type { Binary, Compare, Comparison, Expression } from './nodes.ts';
import { parseUnary } from './parse-unary.ts';
import type { TokenStream } from './token-stream.ts';

/** How strongly operators bind, the weakest first. `not` is before what it is applied to. */
const LEVEL = { or: 1, and: 2, not: 3, compare: 4, sum: 5, concat: 6, product: 7, power: 8 } as const;

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['or', LEVEL.or],
  ['and', LEVEL.and],
  ...['==', '!=', '<', '<=', '>', '>=', 'in'].map((operator) => [operator, LEVEL.compare] as const),
  ['+', LEVEL.sum],
  ['-', LEVEL.sum],
  ['~', LEVEL.concat],
  ...['*', '/', '//', '%'].map((operator) => [operator, LEVEL.product] as const),
  ['**', LEVEL.power],
]);

/** Parses operands and the operators between them that bind at least as strongly as a level. */
export function parseOperation(tokens: TokenStream, weakest: number = LEVEL.or): Expression {
  let left = weakest <= LEVEL.not && tokens.isName('not') ? parseNot(tokens) : parseUnary(tokens);
  for (let length = 1; ; length++) {
    const level = levelAhead(tokens);
    if (level < weakest) return left;
    checkChain(length, tokens.current.at);
    if (level === LEVEL.compare) left = parseComparisons(tokens, left);
    else if (level === LEVEL.concat) left = parseConcat(tokens, left);
    else left = parseBinary(tokens, left, level);
  }
}

/** The level of the operator that comes next; 0 where none does. */
function levelAhead(tokens: TokenStream): number {
  const { type, text } = tokens.current;
  if (tokens.areNames('not', 'in')) return LEVEL.compare;
  return LEVELS.get(type === 'name' ? text : type) ?? 0;
}

function parseNot(tokens: TokenStream): Expression {
  const { at } = tokens.next();
  tokens.enter();
  const operand = parseOperation(tokens, LEVEL.not);
  tokens.leave();
  return { kind: 'unary', at, operator: 'not', operand };
}

/** All of them go from left to right: `2**3**2` is 64. */
function parseBinary(tokens: TokenStream, left: Expression, level: number): Expression {
  const operator = tokens.next().text as Binary['operator']; // What has a level is an operator.
  return { kind: 'binary', at: left.at, operator, left, right: parseOperation(tokens, level + 1) };
}

function parseComparisons(tokens: TokenStream, first: Expression): Expression {
  const rest: Compare['rest'][number][] = [];
  while (levelAhead(tokens) === LEVEL.compare) {
    rest.push({ operator: takeComparison(tokens), operand: parseOperation(tokens, LEVEL.compare + 1) });
  }
  return { kind: 'compare', at: first.at, first, rest };
}

function takeComparison(tokens: TokenStream): Comparison {
  const { text } = tokens.next();
  if (text !== 'not') return text as Comparison; // As above.
  tokens.next();
  return 'not in';
}

function parseConcat(tokens: TokenStream, first: Expression): Expression {
  const parts = [first];
  while (tokens.skipIf('~')) parts.push(parseOperation(tokens, LEVEL.concat + 1));
  return { kind: 'concat', at: first.at, parts };
}
