import type { Block, Extends, Statement } from './nodes.ts';
import { parseWholeBody } from './parse-body.ts';
import { parseExpression } from './parse-expression.ts';
import type { Parser } from './parser.ts';
import { afterWhitespace } from './whitespace.ts';

/** `block name scoped required` … `endblock name` */
export function parseBlock(parser: Parser, at: number): Block {
  const { tokens } = parser;
  const name = tokens.expect('name').text;
  const scoped = tokens.skipIfName('scoped');
  const required = tokens.skipIfName('required');
  if (tokens.is('-')) {
    throw tokens.failed(
      'Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.',
    );
  }
  const body = parseWholeBody(parser, 'endblock');
  if (required && !body.every(isBlank)) {
    throw tokens.failed('Required blocks can only contain comments or whitespace');
  }
  tokens.skipIfName(name);
  return { kind: 'block', at, name, scoped, required, body };
}

function isBlank(statement: Statement): boolean {
  return (
    statement.kind === 'output' &&
    statement.parts.every(
      (part) => part.kind === 'text' && afterWhitespace(part.text, 0) === part.text.length,
    )
  );
}

export function parseExtends({ tokens }: Parser, at: number): Extends {
  return { kind: 'extends', at, template: parseExpression(tokens) };
}
