import type { Expression, Statement, Text } from './nodes.ts';
import { parseTuple } from './parse-expression.ts';
import { parseTag } from './parse-tag.ts';
import type { Parser } from './parser.ts';
import { unexpectedEnd } from './tag-error.ts';

/** Parses the rest of a tag and its body, up to the name of the tag that ends it. */
export function parseBody(parser: Parser, ends: readonly string[]): Statement[] {
  const { tokens, awaited } = parser;
  // As Python has it: `for x in y:`.
  tokens.skipIf(':');
  tokens.expect('block_end');
  tokens.enter();
  awaited.push(ends);
  const body = parseStatements(parser, ends);
  awaited.pop();
  tokens.leave();
  if (tokens.is('eof')) throw unexpectedEnd(parser, ends);
  return body;
}

/** As {@link parseBody}, and takes the name of the tag that ends it. */
export function parseWholeBody(parser: Parser, end: string): Statement[] {
  const body = parseBody(parser, [end]);
  parser.tokens.next();
  return body;
}

/** Parses statements up to the name of a tag that ends them, or to the end. */
export function parseStatements(parser: Parser, ends: readonly string[]): Statement[] {
  const { tokens } = parser;
  const statements: Statement[] = [];
  while (!tokens.is('eof')) {
    if (!tokens.is('block_begin')) {
      statements.push(parseOutput(parser));
      continue;
    }
    tokens.next();
    if (tokens.isName(...ends)) break;
    statements.push(parseTag(parser));
    tokens.expect('block_end');
  }
  return statements;
}

/** Parses text and printed expressions, up to the next tag. */
function parseOutput({ tokens }: Parser): Statement {
  const { at } = tokens.current;
  const parts: (Text | Expression)[] = [];
  for (;;) {
    if (tokens.is('data')) {
      const { at: textAt, text } = tokens.next();
      parts.push({ kind: 'text', at: textAt, text });
    } else if (tokens.skipIf('variable_begin')) {
      parts.push(parseTuple(tokens));
      tokens.expect('variable_end');
    } else return { kind: 'output', at, parts };
  }
}
