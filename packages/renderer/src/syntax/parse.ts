import { checkDepth } from './depth.ts';
import type { Template } from './nodes.ts';
import type { SyntaxOptions } from './options.ts';
import { parseStatements } from './parse-body.ts';
import { TokenStream } from './token-stream.ts';

/**
 * Parses a template of Jinja2 3.1.
 *
 * @throws TemplateSyntaxError with Jinja2's words.
 * @example
 * parse('{{ a }}', JINJA2_SYNTAX).body; // one output, of one name
 */
export function parse(template: string, options: SyntaxOptions): Template {
  const tokens = new TokenStream(template, options);
  const parser = { tokens, extensions: new Set(options.extensions), openTags: [], awaited: [] };
  const tree: Template = { kind: 'template', at: 0, body: parseStatements(parser, []) };
  checkDepth(tree);
  return tree;
}
