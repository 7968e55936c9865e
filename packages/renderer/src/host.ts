// The side of the engine that nunjucks sees: templates that are code already (`{type: 'code'}`, as its precompiled
// ones), and its registries of filters, tests and globals. Nothing of nunjucks itself is changed.

import nunjucks from 'nunjucks';
import type { CompiledTemplate } from './runtime/compiled-template.ts';

/** What nunjucks calls to render a template. */
type Root = (
  environment: nunjucks.Environment,
  context: { getVariables(): Record<string, unknown> },
  frame: unknown,
  runtime: unknown,
  done: (error: Error | null, text: string) => void,
) => void;

/** Renders a template with the variables that nunjucks has for it. */
export type Run = (template: CompiledTemplate, variables: Record<string, unknown>) => string;

/** nunjucks' registries; its types leave them out. */
export interface Registries {
  filters: Record<string, unknown>;
  tests: Record<string, unknown>;
  globals: Record<string, unknown>;
}

interface Options {
  readonly load: (name: string) => string | undefined;
  readonly compile: (source: string, name: string) => CompiledTemplate;
  readonly run: Run;
  readonly registries: Registries;
}

export interface Host {
  readonly environment: nunjucks.Environment;
  readonly registries: Registries;
  /** A template of nunjucks for one that is compiled. */
  template(compiled: CompiledTemplate): nunjucks.Template;
  /** A template that the loader has. */
  find(name: string): CompiledTemplate | undefined;
}

/** Templates that were compiled by nunjucks' asking, by the function that it was given. */
const compiledOf = new WeakMap<Root, CompiledTemplate>();

export function createHost(options: Options): Host {
  const loader = new Loader(options);
  const environment = new nunjucks.Environment(loader, { autoescape: false });
  // A template may be called `constructor`.
  loader.cache = Object.create(null);
  const registries = Object.assign(environment as unknown as Registries, options.registries);
  return {
    environment,
    registries,
    template: (compiled) => asTemplate(code(compiled, options.run), environment, compiled.name),
    find: (name) => {
      const root = rootOf(getTemplate(environment, name));
      return root && compiledOf.get(root);
    },
  };
}

class Loader {
  cache: Record<string, unknown> = Object.create(null);
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  getSource(name: string): nunjucks.LoaderSource {
    const source = this.#options.load(name);
    // nunjucks takes null for "there is none"; its types do not say so.
    if (source === undefined) return null as unknown as nunjucks.LoaderSource;
    const src = code(this.#options.compile(source, name), this.#options.run);
    return { src: src as unknown as string, path: name, noCache: false };
  }
}

function code(
  compiled: CompiledTemplate,
  run: Run,
): { readonly type: 'code'; readonly obj: { readonly root: Root } } {
  const root: Root = (_environment, context, _frame, _runtime, done) => {
    done(null, run(compiled, context.getVariables()));
  };
  compiledOf.set(root, compiled);
  return { type: 'code', obj: { root } };
}

/** nunjucks' types know templates of text only. */
function asTemplate(
  source: ReturnType<typeof code>,
  environment: nunjucks.Environment,
  name: string,
): nunjucks.Template {
  return new nunjucks.Template(source as unknown as string, environment, name, true);
}

/** The fourth argument, which the types leave out, makes nunjucks give an empty template for one that there is not. */
function getTemplate(environment: nunjucks.Environment, name: string): nunjucks.Template {
  const get = environment.getTemplate.bind(environment) as (...args: unknown[]) => nunjucks.Template;
  return get(name, true, null, true);
}

const rootOf = (template: nunjucks.Template): Root | undefined =>
  (template as unknown as { rootRenderFunc?: Root }).rootRenderFunc;
