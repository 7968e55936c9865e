import { compileForAnsible } from '../../src/ansible/template.ts';
import { templatedVariables } from '../../src/ansible/templated-variables.ts';
import { createEngine, type Engine } from '../../src/engine.ts';
import { RenderError } from '../../src/render-error.ts';
import { TemplateSyntaxError } from '../../src/syntax/syntax-error.ts';
import { PythonError } from '../../src/values/errors.ts';
import { parseJson } from '../../src/values/json.ts';
import { str } from '../../src/values/print.ts';
import { asVariables, syntaxOf } from '../conformance/case.ts';
import type { OracleCase } from '../oracle/oracle.ts';
import { bounded } from './bounded.ts';
import type { Profile } from './fuzz-case.ts';
import type { Outcome } from './outcome.ts';

/** What the renderer makes of a case. */
export function ourOutcome(profile: Profile, given: OracleCase): Outcome {
  try {
    return { text: bounded(5000, () => rendered(profile, given)) };
  } catch (error) {
    return outcomeOf(error);
  }
}

function rendered(
  profile: Profile,
  { template, templates = {}, variablesJson = '{}', options = {}, recursive = false }: OracleCase,
): string {
  const variables = asVariables(parseJson(variablesJson));
  const load = (name: string): string | undefined =>
    Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (profile === 'jinja2')
    return str(engineFor(options, load).compile(template, 'main').evaluate(variables));
  const given = { load, syntax: syntaxOf(options), lookups: { vars: true } } as const;
  return compileForAnsible(template, 'main', given).render(
    recursive ? templatedVariables(variables, { load, lookups: { vars: true } }) : variables,
  );
}

function engineFor(
  options: Readonly<Record<string, unknown>>,
  load: (name: string) => string | undefined,
): Engine {
  return createEngine({
    profile: 'jinja2',
    load,
    syntax: syntaxOf(options),
    undefined: (options.undefined ?? 'default') as 'default' | 'strict' | 'chainable',
    autoescape: options.autoescape === true,
  });
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof RenderError))
    return { error: 'crash', message: String((error as Error)?.stack ?? error) };
  const { cause, reason: message } = error;
  if (cause instanceof TemplateSyntaxError) return { error: 'syntax', message };
  if (!(cause instanceof PythonError)) return { error: 'runtime', message };
  if (cause.type === 'NotSupported') return { error: 'unsupported', message };
  return { error: cause.type === 'UndefinedError' ? 'undefined' : 'runtime', message };
}
