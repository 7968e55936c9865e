import type { Constant, DictNode, Expression } from './nodes.ts';
import { floatOf, integerOf } from './number-literal.ts';
import { parseExpression, parseParenthesised } from './parse-expression.ts';
import type { TokenStream } from './token-stream.ts';
import type { Token } from './tokens.ts';

const TRUE = { type: 'boolean', value: true } as const;
const FALSE = { type: 'boolean', value: false } as const;
const NONE = { type: 'none' } as const;

const CONSTANTS: ReadonlyMap<string, Constant['value']> = new Map<string, Constant['value']>([
  ['true', TRUE],
  ['True', TRUE],
  ['false', FALSE],
  ['False', FALSE],
  ['none', NONE],
  ['None', NONE],
]);

/** Parses a name, a literal, or what is in brackets. */
export function parsePrimary(tokens: TokenStream): Expression {
  const token = tokens.current;
  switch (token.type) {
    case 'name':
      return nameOrConstant(tokens.next());
    case 'string':
      return parseString(tokens);
    case 'integer':
      return constant(tokens.next(), { type: 'integer', value: integerOf(token) });
    case 'float':
      return constant(tokens.next(), { type: 'float', value: floatOf(token) });
    case '(':
      return parseParenthesised(tokens);
    case '[':
      return { kind: 'list', at: token.at, items: parseItems(tokens, '[', ']', parseExpression) };
    case '{':
      return { kind: 'dict', at: token.at, entries: parseItems(tokens, '{', '}', parseEntry) };
    default:
      throw tokens.failed(`unexpected '${tokens.describeCurrent()}'`);
  }
}

const constant = ({ at }: Token, value: Constant['value']): Expression => ({ kind: 'constant', at, value });

function nameOrConstant(token: Token): Expression {
  const value = CONSTANTS.get(token.text);
  return value ? constant(token, value) : { kind: 'name', at: token.at, name: token.text };
}

/** Strings that follow each other are one. */
function parseString(tokens: TokenStream): Expression {
  const first = tokens.next();
  const texts = [first.text];
  while (tokens.is('string')) texts.push(tokens.next().text);
  return constant(first, { type: 'string', value: texts.join('') });
}

function parseItems<Item>(
  tokens: TokenStream,
  open: '[' | '{',
  close: ']' | '}',
  parseItem: (tokens: TokenStream) => Item,
): Item[] {
  const items: Item[] = [];
  tokens.expect(open);
  while (!tokens.is(close)) {
    items.push(parseItem(tokens));
    if (!tokens.is(close)) tokens.expect(',');
  }
  tokens.next();
  return items;
}

function parseEntry(tokens: TokenStream): DictNode['entries'][number] {
  const key = parseExpression(tokens);
  tokens.expect(':');
  return { key, value: parseExpression(tokens) };
}
