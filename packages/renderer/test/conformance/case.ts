import { type Variables, variablesOf } from '../../src/runtime/variables.ts';
import type { SyntaxOptions } from '../../src/syntax/options.ts';
import { Dict } from '../../src/values/dict.ts';
import type { Value } from '../../src/values/value.ts';

const SYNTAX: Readonly<Record<string, keyof SyntaxOptions>> = {
  trim_blocks: 'trimBlocks',
  lstrip_blocks: 'lstripBlocks',
  keep_trailing_newline: 'keepTrailingNewline',
  newline_sequence: 'newlineSequence',
  block_start_string: 'blockStart',
  block_end_string: 'blockEnd',
  variable_start_string: 'variableStart',
  variable_end_string: 'variableEnd',
  comment_start_string: 'commentStart',
  comment_end_string: 'commentEnd',
  line_statement_prefix: 'lineStatementPrefix',
  line_comment_prefix: 'lineCommentPrefix',
  extensions: 'extensions',
};

/** Options as Jinja2 names them, in the renderer's names. */
export function syntaxOf(env: Readonly<Record<string, unknown>>): Partial<SyntaxOptions> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (SYNTAX[key] ? [[SYNTAX[key], value]] : [])),
  );
}

export function asVariables(value: Value): Variables {
  return variablesOf(new Map(value instanceof Dict ? (value.entries() as Iterable<[string, Value]>) : []));
}
