import type { SyntaxOptions } from '../syntax/options.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';

const PREFIX = '#jinja2:';

type Kind = 'text' | 'text or None' | 'boolean';

/** What a template's `#jinja2:` line may set, and what it takes. */
const KEYS: ReadonlyMap<string, readonly [keyof SyntaxOptions, Kind]> = new Map([
  ['block_start_string', ['blockStart', 'text']],
  ['block_end_string', ['blockEnd', 'text']],
  ['variable_start_string', ['variableStart', 'text']],
  ['variable_end_string', ['variableEnd', 'text']],
  ['comment_start_string', ['commentStart', 'text']],
  ['comment_end_string', ['commentEnd', 'text']],
  ['line_statement_prefix', ['lineStatementPrefix', 'text or None']],
  ['line_comment_prefix', ['lineCommentPrefix', 'text or None']],
  ['trim_blocks', ['trimBlocks', 'boolean']],
  ['lstrip_blocks', ['lstripBlocks', 'boolean']],
  ['newline_sequence', ['newlineSequence', 'text']],
  ['keep_trailing_newline', ['keepTrailingNewline', 'boolean']],
]);

export interface Header {
  /** What the line sets. */
  readonly syntax: Partial<SyntaxOptions>;
  /** The template without the line. */
  readonly body: string;
}

/**
 * Splits a template into its `#jinja2:` options and its body, as ansible-core does before Jinja2 sees it.
 *
 * @throws TemplateSyntaxError for an option or a value that ansible-core refuses.
 */
export function splitHeader(source: string): Header | undefined {
  if (!source.startsWith(PREFIX)) return undefined;
  const end = source.indexOf('\n');
  if (end === -1) throw new TemplateSyntaxError("Missing newline after '#jinja2:' override.", 0);
  const pairs = source.slice(PREFIX.length, end).replace(/\r$/, '').split(',');
  return { syntax: Object.fromEntries(pairs.map(option)), body: source.slice(end + 1) };
}

function option(pair: string): [keyof SyntaxOptions, string | boolean | null] {
  if (pair.trim() === '') throw wrong("Empty '#jinja2:' override pair not allowed.");
  const [, name, text] = /^([^:]*):(.*)$/s.exec(pair)?.map((part) => part.trim()) ?? [];
  if (name === undefined || text === undefined) {
    throw wrong(`Missing key-value separator \`:\` in '#jinja2:' override pair '${pair.trim()}'.`);
  }
  const known = KEYS.get(name);
  if (!known)
    throw wrong(`Invalid '#jinja2:' override key '${name}'; it may set ${[...KEYS.keys()].join(', ')}`);
  const [key, kind] = known;
  return [key, value(name, text, kind)];
}

function value(name: string, text: string, kind: Kind): string | boolean | null {
  if (kind === 'boolean' && (text === 'True' || text === 'False')) return text === 'True';
  if (kind === 'boolean') throw wrong(`${name} must be True or False instead of ${text}`);
  if (kind === 'text or None' && text === 'None') return null;
  const quoted = /^(['"])((?:(?!\1)[^\\]|\\.)*)\1$/s.exec(text);
  if (!quoted) throw wrong(`${name} must be a quoted text instead of ${text}`);
  return (quoted[2] ?? '').replace(/\\(.)/gs, (_, letter: string) => ESCAPES.get(letter) ?? letter);
}

const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const wrong = (message: string): TemplateSyntaxError => new TemplateSyntaxError(message, 0);
