import type { OracleCase } from '../oracle/oracle.ts';
import { type Piece, rulesOf } from './piece.ts';

export type Profile = 'jinja2' | 'ansible';

/** A generated template, the templates that it may bring in, and how it is rendered. */
export interface FuzzCase {
  readonly profile: Profile;
  readonly main: Piece;
  readonly templates: Readonly<Record<string, Piece>>;
  readonly variablesJson: string;
  /** As Jinja2 names them; `undefined` is its kind. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What stands in the text for each delimiter. */
const DELIMITERS: readonly (readonly [string, string])[] = [
  ['{%', 'block_start_string'],
  ['%}', 'block_end_string'],
  ['{{', 'variable_start_string'],
  ['}}', 'variable_end_string'],
  ['{#', 'comment_start_string'],
  ['#}', 'comment_end_string'],
];

/** The case as texts: Python's, and ours. */
export function oracleCaseOf({
  main,
  templates,
  variablesJson,
  options,
}: FuzzCase): OracleCase & { template: string } {
  const others = Object.entries(templates).map(([name, piece]) => [name, written(piece, options)]);
  return { template: written(main, options), templates: Object.fromEntries(others), variablesJson, options };
}

const TAGGED = new Set(['template', 'body', 'statement', 'child', 'library', 'base']);

/** The text with the delimiters of the options; in an expression `}}` may be the end of two dictionaries. */
function written({ type, parts }: Piece, options: FuzzCase['options']): string {
  const own = (text: string): string => (TAGGED.has(type) ? withDelimiters(text, options) : text);
  return parts.map((part) => (typeof part === 'string' ? own(part) : written(part, options))).join('');
}

const withDelimiters = (text: string, options: FuzzCase['options']): string =>
  DELIMITERS.reduce((all, [usual, option]) => {
    const other = options[option];
    return typeof other === 'string' ? all.replaceAll(usual, other) : all;
  }, text);

/** The rules of all templates of a case, and its options. */
export function rulesOfCase({ main, templates, options }: FuzzCase): Set<string> {
  const rules = new Set<string>();
  for (const piece of [main, ...Object.values(templates)]) rulesOf(piece, rules);
  for (const [name, value] of Object.entries(options)) {
    if (value !== false && value !== null && value !== 'default') rules.add(`option ${name}`);
  }
  return rules;
}
