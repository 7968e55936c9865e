import { lineFinder } from '../lines.ts';
import type { CompiledTemplate } from '../runtime/compiled-template.ts';
import type { Environment } from '../runtime/environment.ts';
import { runtimeOf } from '../runtime/runtime.ts';
import { parse } from '../syntax/parse.ts';
import { generate } from './generate.ts';
import type { Registry } from './registry.ts';

/**
 * Makes functions of a template.
 *
 * @throws TemplateSyntaxError
 */
export function compile(
  source: string,
  name: string,
  environment: Environment,
  registry: Registry,
  firstLine = 1,
): CompiledTemplate {
  const code = generate(parse(source, environment.syntax), {
    profile: environment.profile,
    autoescape: environment.autoescape,
    lineOf: lineFinder(source),
    ...registry,
  });
  // The code is the generator's own: of the template it holds constants, as JSON writes them.
  const make = new Function('rt', `'use strict';\n${code}`);
  return { name, source, firstLine, ...make(runtimeOf(environment)) };
}
