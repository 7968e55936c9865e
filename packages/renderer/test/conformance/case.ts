import { compileForAnsible } from '../../src/ansible/template.ts';
import { createEngine } from '../../src/engine.ts';
import { type Variables, variablesOf } from '../../src/runtime/variables.ts';
import type { SyntaxOptions } from '../../src/syntax/options.ts';
import { Dict } from '../../src/values/dict.ts';
import { parseJson } from '../../src/values/json.ts';
import { str } from '../../src/values/print.ts';
import type { Value } from '../../src/values/value.ts';

/** A recorded case: a template, how it is read, and what it is given. */
export interface Case {
  readonly ansible?: boolean;
  readonly env: Readonly<Record<string, unknown>>;
  readonly templates: Readonly<Record<string, string>> | null;
  /** The template of `templates` that is rendered; null: `template` is. */
  readonly name: string | null;
  readonly template: string | null;
  /** The variables as JSON. */
  readonly contextJson: string;
}

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

/** Renders a case by this renderer. */
export function conformanceRender(given: Case): string {
  const { env, templates } = given;
  const load = (name: string): string | undefined =>
    templates && Object.hasOwn(templates, name) ? templates[name] : undefined;
  const source = (given.name === null ? given.template : load(given.name)) ?? '';
  const variables = asVariables(parseJson(given.contextJson));
  const name = given.name ?? 'template';
  if (given.ansible)
    return compileForAnsible(source, name, { load, random: () => 0.5, now: () => 0 }).render(variables);
  const syntax = syntaxOf(env);
  const engine = createEngine({
    profile: 'jinja2',
    load,
    syntax,
    undefined: env.undefined as 'default',
    autoescape: env.autoescape === true,
    policies: asMap(env.policies),
    random: () => 0.5,
  });
  for (const [key, value] of asMap(env.globals)) engine.nunjucks.addGlobal(key, value);
  return str(engine.compile(source, name).evaluate(variables));
}

/** Options as Jinja2 names them, in the renderer's names. */
export function syntaxOf(env: Readonly<Record<string, unknown>>): Partial<SyntaxOptions> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (SYNTAX[key] ? [[SYNTAX[key], value]] : [])),
  );
}

export function asVariables(value: Value): Variables {
  return variablesOf(new Map(value instanceof Dict ? (value.entries() as Iterable<[string, Value]>) : []));
}

function asMap(given: unknown): Map<string, Value> {
  const value = parseJson(JSON.stringify(given ?? {}));
  return new Map(value instanceof Dict ? (value.entries() as Iterable<[string, Value]>) : []);
}
