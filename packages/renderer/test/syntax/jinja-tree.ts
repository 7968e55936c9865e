import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lineFinder } from '../../src/lines.ts';
import { JINJA2_SYNTAX, type SyntaxOptions } from '../../src/syntax/options.ts';
import { parse } from '../../src/syntax/parse.ts';
import { TemplateSyntaxError } from '../../src/syntax/syntax-error.ts';

export { hasOracle } from '../oracle/oracle.ts';

export interface SyntaxCase {
  readonly source: string;
  readonly options: Partial<SyntaxOptions>;
}

/** A tree without places, or what is wrong, and in which line. */
export type Parsed = { readonly tree: unknown } | { readonly error: string; readonly line: number };

const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
const script = fileURLToPath(new URL('jinja-tree.py', import.meta.url));

const NAMES: Readonly<Record<keyof SyntaxOptions, string>> = {
  blockStart: 'block_start_string',
  blockEnd: 'block_end_string',
  variableStart: 'variable_start_string',
  variableEnd: 'variable_end_string',
  commentStart: 'comment_start_string',
  commentEnd: 'comment_end_string',
  lineStatementPrefix: 'line_statement_prefix',
  lineCommentPrefix: 'line_comment_prefix',
  trimBlocks: 'trim_blocks',
  lstripBlocks: 'lstrip_blocks',
  newlineSequence: 'newline_sequence',
  keepTrailingNewline: 'keep_trailing_newline',
  extensions: 'extensions',
};

/** What the real Jinja2 makes of each case. One process for all of them. */
export function parsedByJinja(cases: readonly SyntaxCase[]): Parsed[] {
  const lines = cases.map(({ source, options }) => {
    const named = Object.entries(options).map(([key, value]) => [NAMES[key as keyof SyntaxOptions], value]);
    return JSON.stringify({ source, options: Object.fromEntries(named) });
  });
  const output = execFileSync(python, [script], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): Parsed => JSON.parse(line, sorted));
}

/** What the renderer makes of a case. */
export function parsed({ source, options }: SyntaxCase): Parsed {
  try {
    const tree = parse(source, { ...JINJA2_SYNTAX, ...options });
    return { tree: JSON.parse(JSON.stringify(tree, asJinja), sorted) };
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return { error: error.message, line: lineFinder(source)(error.at) };
  }
}

/** Without places, and with numbers as Python writes them to JSON. */
function asJinja(key: string, value: unknown): unknown {
  if (key === 'at') return undefined;
  if (isNumber(value)) return { type: value.type, value: String(value.value) };
  return value;
}

function isNumber(value: unknown): value is { type: string; value: number | bigint } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    /^integer$|^float$/.test(String(value.type))
  );
}

/** The fields of objects in one order; floats as JavaScript writes them. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = Object.fromEntries(entries);
  if (fields.type !== 'float') return fields;
  return {
    ...fields,
    value: String(Number(fields.value === 'inf' ? Number.POSITIVE_INFINITY : fields.value)),
  };
}
