import type { Expression } from './nodes.ts';
import { parseOperation } from './parse-operation.ts';
import type { TokenStream } from './token-stream.ts';

/** Parses an expression: `value if test else otherwise`, or less. */
export function parseExpression(tokens: TokenStream): Expression {
  tokens.enter();
  let value = parseOperation(tokens);
  while (tokens.skipIfName('if')) {
    const test = parseOperation(tokens);
    const condition = { kind: 'condition', at: value.at, test, value } as const;
    value = tokens.skipIfName('else') ? { ...condition, otherwise: parseExpression(tokens) } : condition;
  }
  tokens.leave();
  return value;
}

/** How a tuple is to be read that has no brackets. */
export interface TupleRules {
  /** `if` belongs to what the tuple is in. */
  readonly withoutCondition?: boolean;
  /** A name that ends the tuple, after a comma, too. */
  readonly endName?: string;
}

/** Parses an expression, or several with commas: a tuple. */
export function parseTuple(tokens: TokenStream, rules: TupleRules = {}): Expression {
  const parse = rules.withoutCondition ? parseOperation : parseExpression;
  const { at } = tokens.current;
  return parseCommaList(tokens, at, () => parse(tokens), rules.endName) ?? failNothing(tokens);
}

/** Parses what is in parentheses, where nothing is the empty tuple. */
export function parseParenthesised(tokens: TokenStream): Expression {
  const { at } = tokens.expect('(');
  const value = parseCommaList(tokens, at, () => parseExpression(tokens)) ?? { kind: 'tuple', at, items: [] };
  tokens.expect(')');
  return value;
}

/** Items with commas are a tuple, one without a comma is itself, none is undefined. */
export function parseCommaList(
  tokens: TokenStream,
  at: number,
  parseItem: () => Expression,
  endName?: string,
): Expression | undefined {
  const items: Expression[] = [];
  let commas = 0;
  while (!isTupleEnd(tokens, endName)) {
    items.push(parseItem());
    if (!tokens.skipIf(',')) break;
    commas++;
  }
  return commas === 0 ? items[0] : { kind: 'tuple', at, items };
}

function isTupleEnd(tokens: TokenStream, endName: string | undefined): boolean {
  return (
    tokens.is('variable_end') ||
    tokens.is('block_end') ||
    tokens.is(')') ||
    (endName !== undefined && tokens.isName(endName))
  );
}

function failNothing(tokens: TokenStream): never {
  throw tokens.failed(`Expected an expression, got '${tokens.describeCurrent()}'`);
}
