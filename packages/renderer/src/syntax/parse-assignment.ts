import type { FilterStep, SetBlock, Set as SetStatement, With } from './nodes.ts';
import { parseWholeBody } from './parse-body.ts';
import { parseExpression, parseTuple } from './parse-expression.ts';
import { parseTarget, parseTargetOfSet } from './parse-target.ts';
import { parseFilterStep } from './parse-unary.ts';
import type { Parser } from './parser.ts';
import type { TokenStream } from './token-stream.ts';

/** `set target = value`, or `set target | filter` … `endset` */
export function parseSet(parser: Parser, at: number): SetStatement | SetBlock {
  const { tokens } = parser;
  const target = parseTargetOfSet(tokens);
  if (tokens.skipIf('=')) return { kind: 'set', at, target, value: parseTuple(tokens) };
  const filters = parseMoreFilters(tokens);
  return { kind: 'set-block', at, target, filters, body: parseWholeBody(parser, 'endset') };
}

/** Parses each filter that comes after a `|`. */
export function parseMoreFilters(tokens: TokenStream): FilterStep[] {
  const filters: FilterStep[] = [];
  while (tokens.skipIf('|')) filters.push(parseFilterStep(tokens));
  return filters;
}

/** `with target = value, …` … `endwith` */
export function parseWith(parser: Parser, at: number): With {
  const { tokens } = parser;
  const assignments: With['assignments'][number][] = [];
  while (!tokens.is('block_end')) {
    if (assignments.length > 0) tokens.expect(',');
    const target = parseTarget(tokens);
    tokens.expect('=');
    assignments.push({ target, value: parseExpression(tokens) });
  }
  return { kind: 'with', at, assignments, body: parseWholeBody(parser, 'endwith') };
}
