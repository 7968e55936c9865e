import type { CallBlock, FilterBlock, Macro, Parameter } from './nodes.ts';
import { parseMoreFilters } from './parse-assignment.ts';
import { parseWholeBody } from './parse-body.ts';
import { parseExpression } from './parse-expression.ts';
import { parseTargetName } from './parse-target.ts';
import { parseFilterStep } from './parse-unary.ts';
import type { Parser } from './parser.ts';
import type { TokenStream } from './token-stream.ts';

/** `macro name(parameters)` … `endmacro` */
export function parseMacro(parser: Parser, at: number): Macro {
  const { name } = parseTargetName(parser.tokens);
  const parameters = parseParameters(parser.tokens);
  return { kind: 'macro', at, name, parameters, body: parseWholeBody(parser, 'endmacro') };
}

/** `call(parameters) callee(…)` … `endcall` */
export function parseCallBlock(parser: Parser, at: number): CallBlock {
  const { tokens } = parser;
  const parameters = tokens.is('(') ? parseParameters(tokens) : [];
  const call = parseExpression(tokens);
  if (call.kind !== 'call') throw tokens.failed('expected call', at);
  return { kind: 'call-block', at, parameters, call, body: parseWholeBody(parser, 'endcall') };
}

/** `filter upper | trim` … `endfilter` */
export function parseFilterBlock(parser: Parser, at: number): FilterBlock {
  const filters = [parseFilterStep(parser.tokens), ...parseMoreFilters(parser.tokens)];
  return { kind: 'filter-block', at, filters, body: parseWholeBody(parser, 'endfilter') };
}

function parseParameters(tokens: TokenStream): Parameter[] {
  const parameters: Parameter[] = [];
  tokens.expect('(');
  while (!tokens.is(')')) {
    if (parameters.length > 0) tokens.expect(',');
    const target = parseTargetName(tokens);
    if (tokens.skipIf('=')) parameters.push({ ...target, fallback: parseExpression(tokens) });
    else if (parameters.at(-1)?.fallback)
      throw tokens.failed('non-default argument follows default argument');
    else parameters.push(target);
  }
  tokens.next();
  return parameters;
}
