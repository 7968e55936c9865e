import { checkChain } from './depth.ts';
import type { Expression } from './nodes.ts';
import { parseOperation } from './parse-operation.ts';
import type { TokenStream } from './token-stream.ts';

/** Parses an expression: `value if test else otherwise`, or less. */
export function parseExpression(tokens: TokenStream): Expression {
  tokens.enter();
  let value = parseOperation(tokens);
  for (let length = 1; tokens.skipIfName('if'); length++) {
    checkChain(length, tokens.current.at);
    const test = parseOperation(tokens);
    const condition = { kind: 'condition', at: value.at, test, value } as const;
    value = tokens.skipIfName('else') ? { ...condition, otherwise: parseExpression(tokens) } : condition;
  }
  tokens.leave();
  return value;
}

/** Parses an expression, or several with commas: a tuple. */
export function parseTuple(
  tokens: TokenStream,
  parseItem: (tokens: TokenStream) => Expression = parseExpression,
): Expression {
  const { at } = tokens.current;
  const value = parseCommaList(tokens, at, parseItem);
  if (!value) throw tokens.failed(`Expected an expression, got '${tokens.describeCurrent()}'`);
  return value;
}

/** Parses what is in parentheses, where nothing is the empty tuple. */
export function parseParenthesised(tokens: TokenStream): Expression {
  const { at } = tokens.expect('(');
  const value = parseCommaList(tokens, at, parseExpression) ?? { kind: 'tuple', at, items: [] };
  tokens.expect(')');
  return value;
}

/** Items with commas are a tuple, one without a comma is itself, none is undefined. */
function parseCommaList(
  tokens: TokenStream,
  at: number,
  parseItem: (tokens: TokenStream) => Expression,
): Expression | undefined {
  const items: Expression[] = [];
  let commas = 0;
  while (!tokens.is('variable_end') && !tokens.is('block_end') && !tokens.is(')')) {
    items.push(parseItem(tokens));
    if (!tokens.skipIf(',')) break;
    commas++;
  }
  return commas === 0 ? items[0] : { kind: 'tuple', at, items };
}
