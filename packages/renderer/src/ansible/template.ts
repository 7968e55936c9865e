import { type Compiled, createEngine, type EngineOptions } from '../engine.ts';
import { failure } from '../failure.ts';
import { textOf } from '../runtime/buffer.ts';
import { JINJA2_SYNTAX, type SyntaxOptions } from '../syntax/options.ts';
import { Markup } from '../values/markup.ts';
import { omit } from '../values/omit.ts';
import type { Value } from '../values/value.ts';
import { type Header, splitHeader } from './header.ts';
import { type Lookups, lookupGlobals } from './lookups.ts';

/** What ansible-core's `template` module sets where neither the task nor the template says otherwise. */
const TEMPLATE_MODULE: Partial<SyntaxOptions> = { trimBlocks: true };

export interface AnsibleOptions
  extends Omit<EngineOptions, 'profile' | 'undefined' | 'autoescape' | 'globals'> {
  /** What `lookup` may ask for; nothing where it is not given. */
  readonly lookups?: Lookups;
}

/**
 * Prepares a template for what ansible-core's `template` module makes of it: the `#jinja2:` line, native values, and
 * the newlines at the end.
 *
 * @param name - Of the template, for messages.
 * @throws RenderError for a template that is no Jinja2.
 */
export function compileForAnsible(source: string, name: string, options: AnsibleOptions): Compiled {
  const header = headerOf(source, name);
  const syntax = { ...TEMPLATE_MODULE, ...options.syntax, ...header?.syntax };
  const body = header?.body ?? source;
  if (!header && !isTemplate(source, syntax)) return asItIs(source);
  const globals = { omit, ...lookupGlobals(options.lookups ?? {}) };
  const engine = createEngine({ ...options, profile: 'ansible', syntax, globals });
  const compiled = engine.compile(body, name, header ? 2 : 1);
  const ended = (value: Value): Value => withLineEnds(value, body, syntax.newlineSequence ?? '\n');
  return {
    evaluate: (variables) => ended(compiled.evaluate(variables)),
    evaluateLazily: (variables) => ended(compiled.evaluateLazily(variables)),
    render: (variables) => textOf(ended(compiled.evaluate(variables))),
  };
}

function asItIs(source: string): Compiled {
  const text = (): string => source;
  return { evaluate: text, evaluateLazily: text, render: text };
}

function headerOf(source: string, name: string): Header | undefined {
  try {
    return splitHeader(source);
  } catch (error) {
    throw failure(error, { template: { name, source, firstLine: 1 }, at: 0, path: [] });
  }
}

/** ansible-core leaves a text as it is in which nothing begins that Jinja2 knows. */
function isTemplate(source: string, syntax: Partial<SyntaxOptions>): boolean {
  const { blockStart, variableStart, commentStart } = { ...JINJA2_SYNTAX, ...syntax };
  return [blockStart, variableStart, commentStart].some((start) => source.includes(start));
}

/** A text ends with as many newlines as its template, also where Jinja2 dropped one. */
function withLineEnds(value: Value, template: string, newline: string): Value {
  const text = value instanceof Markup ? value.text : value;
  if (typeof text !== 'string') return value;
  const ended = text + newline.repeat(Math.max(0, lineEnds(template) - lineEnds(text)));
  return value instanceof Markup ? new Markup(ended) : ended;
}

function lineEnds(text: string): number {
  let count = 0;
  while (text[text.length - 1 - count] === '\n') count++;
  return count;
}
