import { checkChain } from './depth.ts';
import type { Arguments, Expression, FilterStep } from './nodes.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseCall, parsePostfix } from './parse-postfix.ts';
import { parsePrimary } from './parse-primary.ts';
import type { TokenStream } from './token-stream.ts';

const NO_ARGUMENTS: Arguments = { positional: [], named: [] };

/** Parses an operand with its signs, and the filters and tests that are applied to all of it: `-1 | abs` is 1. */
export function parseUnary(tokens: TokenStream): Expression {
  return parseFilters(tokens, parseSigned(tokens));
}

function parseSigned(tokens: TokenStream): Expression {
  const { type, at } = tokens.current;
  if (type !== '-' && type !== '+') return parsePostfix(tokens, parsePrimary(tokens));
  tokens.next();
  tokens.enter();
  const operand = parseSigned(tokens);
  tokens.leave();
  return { kind: 'unary', at, operator: type, operand };
}

function parseFilters(tokens: TokenStream, operand: Expression): Expression {
  let result = operand;
  for (let length = 0; ; length++) {
    checkChain(length, tokens.current.at);
    if (tokens.skipIf('|')) result = { kind: 'filter', ...parseFilterStep(tokens), operand: result };
    else if (tokens.isName('is')) result = parseTest(tokens, result);
    else if (tokens.is('(')) result = parseCall(tokens, result);
    else return result;
  }
}

/** Parses a filter after its `|`. */
export function parseFilterStep(tokens: TokenStream): FilterStep {
  const { at } = tokens.current;
  const name = parseDottedName(tokens);
  return { at, name, arguments: tokens.is('(') ? parseArguments(tokens) : NO_ARGUMENTS };
}

function parseTest(tokens: TokenStream, operand: Expression): Expression {
  const { at } = tokens.next();
  const isNegated = tokens.skipIfName('not');
  const { at: nameAt } = tokens.current;
  const name = parseDottedName(tokens);
  const test: Expression = { kind: 'test', at: nameAt, name, arguments: parseTestArguments(tokens), operand };
  return isNegated ? { kind: 'unary', at, operator: 'not', operand: test } : test;
}

/** The argument of a test may do without parentheses: `x is divisibleby 3`. */
function parseTestArguments(tokens: TokenStream): Arguments {
  if (tokens.is('(')) return parseArguments(tokens);
  if (!isTestArgument(tokens)) return NO_ARGUMENTS;
  if (tokens.isName('is')) throw tokens.failed('You cannot chain multiple tests with is');
  return { positional: [parsePostfix(tokens, parsePrimary(tokens))], named: [] };
}

const ARGUMENT_STARTS = new Set(['name', 'string', 'integer', 'float', '[', '{']);

function isTestArgument(tokens: TokenStream): boolean {
  return ARGUMENT_STARTS.has(tokens.current.type) && !tokens.isName('else', 'or', 'and');
}

function parseDottedName(tokens: TokenStream): string {
  let name = tokens.expect('name').text;
  while (tokens.skipIf('.')) name += `.${tokens.expect('name').text}`;
  return name;
}
