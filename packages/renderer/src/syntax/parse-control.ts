import type { Expression, For, If } from './nodes.ts';
import { parseBody, parseWholeBody } from './parse-body.ts';
import { parseExpression, parseTuple } from './parse-expression.ts';
import { parseOperation } from './parse-operation.ts';
import { parseTarget } from './parse-target.ts';
import type { Parser } from './parser.ts';
import type { TokenStream } from './token-stream.ts';

/** Here, an `if` is no part of the expression. */
const parseWithoutCondition = (tokens: TokenStream): Expression => parseOperation(tokens);

/** `for target in iterable if test recursive` … `else` … `endfor` */
export function parseFor(parser: Parser, at: number): For {
  const { tokens } = parser;
  const target = parseTarget(tokens);
  tokens.expectName('in');
  const iterable = parseTuple(tokens, parseWithoutCondition);
  const test = tokens.skipIfName('if') ? parseExpression(tokens) : undefined;
  const recursive = tokens.skipIfName('recursive');
  const body = parseBody(parser, ['endfor', 'else']);
  const otherwise = tokens.next().text === 'endfor' ? [] : parseWholeBody(parser, 'endfor');
  return { kind: 'for', at, target, iterable, ...(test && { test }), recursive, body, otherwise };
}

/** `if test` … `elif test` … `else` … `endif` */
export function parseIf(parser: Parser, at: number): If {
  const branches = [parseBranch(parser, at)];
  for (;;) {
    const end = parser.tokens.next();
    if (end.text === 'elif') branches.push(parseBranch(parser, end.at));
    else {
      const otherwise = end.text === 'else' ? parseWholeBody(parser, 'endif') : [];
      return { kind: 'if', at, branches, otherwise };
    }
  }
}

function parseBranch(parser: Parser, at: number): If['branches'][number] {
  const test = parseTuple(parser.tokens, parseWithoutCondition);
  return { at, test, body: parseBody(parser, ['elif', 'else', 'endif']) };
}
