import type { Arguments, Expression } from './nodes.ts';
import { parseExpression } from './parse-expression.ts';
import type { TokenStream } from './token-stream.ts';

interface Found {
  readonly positional: Expression[];
  readonly named: { name: string; value: Expression }[];
  spread?: Expression;
  spreadNamed?: Expression;
}

/** Parses the arguments of a call, from `(` to `)`. */
export function parseArguments(tokens: TokenStream): Arguments {
  const { at } = tokens.expect('(');
  const found: Found = { positional: [], named: [] };
  while (!tokens.is(')')) {
    parseArgument(tokens, found, at);
    if (!tokens.is(')')) tokens.expect(',');
  }
  tokens.next();
  return found;
}

function parseArgument(tokens: TokenStream, found: Found, at: number): void {
  const isLate = found.spreadNamed !== undefined;
  const check = (isRight: boolean): void => {
    if (!isRight) throw tokens.failed('invalid syntax for function call expression', at);
  };
  if (tokens.is('*')) {
    check(!isLate && !found.spread);
    tokens.next();
    found.spread = parseExpression(tokens);
  } else if (tokens.is('**')) {
    check(!isLate);
    tokens.next();
    found.spreadNamed = parseExpression(tokens);
  } else if (tokens.is('name') && tokens.look().type === '=') {
    check(!isLate);
    const name = tokens.next().text;
    tokens.next();
    found.named.push({ name, value: parseExpression(tokens) });
  } else {
    check(!isLate && !found.spread && found.named.length === 0);
    found.positional.push(parseExpression(tokens));
  }
}
