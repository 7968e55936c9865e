import type { Statement } from './nodes.ts';
import { parseSet, parseWith } from './parse-assignment.ts';
import { parseWholeBody } from './parse-body.ts';
import { parseFor, parseIf } from './parse-control.ts';
import { parseExpression, parseTuple } from './parse-expression.ts';
import { parseFromImport, parseImport, parseInclude } from './parse-import.ts';
import { parseBlock, parseExtends } from './parse-inheritance.ts';
import { parseCallBlock, parseFilterBlock, parseMacro } from './parse-macro.ts';
import type { Parser } from './parser.ts';
import { unknownTag } from './tag-error.ts';

/** Parses a tag from its name on; the name was taken, and is at an offset. */
type ParseTag = (parser: Parser, at: number) => Statement;

const TAGS: ReadonlyMap<string, ParseTag> = new Map([
  ['for', parseFor],
  ['if', parseIf],
  ['block', parseBlock],
  ['extends', parseExtends],
  ['print', parsePrint],
  ['macro', parseMacro],
  ['include', parseInclude],
  ['from', parseFromImport],
  ['import', parseImport],
  ['set', parseSet],
  ['with', parseWith],
  ['autoescape', parseAutoescape],
  ['call', parseCallBlock],
  ['filter', parseFilterBlock],
]);

const EXTENSION_TAGS: ReadonlyMap<string, readonly [extension: string, parse: ParseTag]> = new Map([
  ['do', ['do', parseDo]],
  ['break', ['loopcontrols', (_parser, at) => ({ kind: 'break', at })]],
  ['continue', ['loopcontrols', (_parser, at) => ({ kind: 'continue', at })]],
]);

/** Parses a tag up to its end, and what it is the beginning of. */
export function parseTag(parser: Parser): Statement {
  const { tokens, openTags } = parser;
  const { type, text, at } = tokens.current;
  if (type !== 'name') throw tokens.failed('tag name expected');
  const parse = TAGS.get(text) ?? extensionTag(parser, text);
  if (!parse) throw unknownTag(parser, text, at);
  openTags.push(text);
  tokens.next();
  const statement = parse(parser, at);
  openTags.pop();
  return statement;
}

function extensionTag({ extensions }: Parser, name: string): ParseTag | undefined {
  const [extension, parse] = EXTENSION_TAGS.get(name) ?? [];
  return extension !== undefined && extensions.has(extension) ? parse : undefined;
}

/** `print a, b` */
function parsePrint({ tokens }: Parser, at: number): Statement {
  const parts = [];
  while (!tokens.is('block_end')) {
    if (parts.length > 0) tokens.expect(',');
    parts.push(parseExpression(tokens));
  }
  return { kind: 'output', at, parts };
}

function parseAutoescape(parser: Parser, at: number): Statement {
  const value = parseExpression(parser.tokens);
  return { kind: 'autoescape', at, value, body: parseWholeBody(parser, 'endautoescape') };
}

function parseDo({ tokens }: Parser, at: number): Statement {
  return { kind: 'do', at, value: parseTuple(tokens) };
}
