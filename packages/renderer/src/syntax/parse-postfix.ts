import { checkChain } from './depth.ts';
import type { Expression } from './nodes.ts';
import { integerOf } from './number-literal.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import type { TokenStream } from './token-stream.ts';

/** Parses the attributes, items and calls after an operand. */
export function parsePostfix(tokens: TokenStream, operand: Expression): Expression {
  let result = operand;
  for (let length = 0; ; length++) {
    checkChain(length, tokens.current.at);
    if (tokens.is('.')) result = parseAttribute(tokens, result);
    else if (tokens.is('[')) result = parseItem(tokens, result);
    else if (tokens.is('(')) result = parseCall(tokens, result);
    else return result;
  }
}

export function parseCall(tokens: TokenStream, callee: Expression): Expression {
  const { at } = tokens.current;
  return { kind: 'call', at, callee, arguments: parseArguments(tokens) };
}

function parseAttribute(tokens: TokenStream, object: Expression): Expression {
  tokens.next();
  const token = tokens.next();
  const { at } = token;
  if (token.type === 'name') return { kind: 'attribute', at, object, name: token.text };
  if (token.type !== 'integer') throw tokens.failed('expected name or number', at);
  const key = { kind: 'constant', at, value: { type: 'integer', value: integerOf(token) } } as const;
  return { kind: 'item', at, object, key };
}

/** `a[1, 2]` has a tuple for a key, and `a[]` the empty one. */
function parseItem(tokens: TokenStream, object: Expression): Expression {
  const { at } = tokens.expect('[');
  const keys: Expression[] = [];
  while (!tokens.is(']')) {
    if (keys.length > 0) tokens.expect(',');
    keys.push(parseKey(tokens));
  }
  tokens.next();
  const [key] = keys;
  if (key && keys.length === 1) return { kind: 'item', at, object, key };
  return { kind: 'item', at, object, key: { kind: 'tuple', at, items: keys } };
}

/** An expression, or a slice. */
function parseKey(tokens: TokenStream): Expression {
  const { at } = tokens.current;
  const start = tokens.is(':') ? undefined : parseExpression(tokens);
  if (!tokens.is(':') && start) return start;
  tokens.expect(':');
  const stop = tokens.is(':') ? undefined : parseBound(tokens);
  const step = tokens.skipIf(':') ? parseBound(tokens) : undefined;
  return { kind: 'slice', at, ...(start && { start }), ...(stop && { stop }), ...(step && { step }) };
}

function parseBound(tokens: TokenStream): Expression | undefined {
  return tokens.is(']') || tokens.is(',') ? undefined : parseExpression(tokens);
}
