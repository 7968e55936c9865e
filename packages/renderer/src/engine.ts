import type nunjucks from 'nunjucks';
import { marking } from './ansible/markers.ts';
import { compile } from './compile/compile.ts';
import { asPythonFunction } from './converted.ts';
import { failure } from './failure.ts';
import { createHost, type Host, type Registries } from './host.ts';
import { nameInCollection } from './library/ansible/collection.ts';
import * as ansible from './library/ansible/index.ts';
import * as jinja2 from './library/jinja2/index.ts';
import { once } from './once.ts';
import { append, captured, finished, nothing, textOf } from './runtime/buffer.ts';
import type { Profile } from './runtime/call.ts';
import type { CompiledTemplate } from './runtime/compiled-template.ts';
import { Context } from './runtime/context.ts';
import type { Environment } from './runtime/environment.ts';
import type { State } from './runtime/state.ts';
import type { Variables } from './runtime/variables.ts';
import { plainVariables } from './runtime/variables.ts';
import { JINJA2_SYNTAX, type SyntaxOptions } from './syntax/options.ts';
import { PythonError } from './values/errors.ts';
import type { PythonFunction } from './values/function.ts';
import { fromPlain } from './values/plain.ts';
import { str } from './values/print.ts';
import { type Strictness, Undefined } from './values/undefined.ts';
import type { Value } from './values/value.ts';

export interface EngineOptions {
  /** Jinja2 3.1 as it is, or as ansible-core 2.19 has it. */
  readonly profile: Profile;
  /** Returns the source of a template that is included, imported or inherited; undefined where there is none. */
  readonly load?: (name: string) => string | undefined;
  readonly syntax?: Partial<SyntaxOptions>;
  /** What a missing name may do in Jinja2's profile; Ansible's is strict. */
  readonly undefined?: 'default' | 'strict' | 'chainable';
  readonly autoescape?: boolean;
  /** Jinja2's `policies`. */
  readonly policies?: ReadonlyMap<string, Value>;
  /** Milliseconds since 1970, for `now()`. Without it, asking for the time is an error: a render can be repeated. */
  readonly now?: () => number;
  /** A number from 0 up to 1. Without it, asking for chance is an error. */
  readonly random?: () => number;
  /** More globals, over those of the profile. */
  readonly globals?: Readonly<Record<string, Value>>;
}

/** An environment of nunjucks whose templates are Jinja2. */
export interface Engine {
  /** Filters, tests and globals can be added to it, written for nunjucks. */
  readonly nunjucks: nunjucks.Environment;
  /**
   * @param firstLine - The line of the file that the source begins with.
   * @throws RenderError for a template that is no Jinja2.
   */
  compile(source: string, name: string, firstLine?: number): Compiled;
}

export interface Compiled {
  /**
   * Renders to a value: with Ansible, a template that is one expression gives what the expression is.
   *
   * @throws RenderError
   */
  evaluate(variables: Variables): Value;
  /**
   * Renders to what a variable is for the templates that use it: what is undefined within a list of it is an error only
   * once it is used, and tuples, ranges and safe texts stay what they are.
   *
   * @throws RenderError
   */
  evaluateLazily(variables: Variables): Value;
  /**
   * Renders to text.
   *
   * @throws RenderError
   */
  render(variables: Variables): string;
}

/** What an engine asks its host to render, and what became of it: nunjucks hands on text only. */
interface Request {
  readonly variables: Variables;
  readonly isLazy?: boolean;
  result?: Value;
}

/** nunjucks copies variables by their names; this one is the request. */
const REQUEST = ' request';

export function createEngine(options: EngineOptions): Engine {
  const host: Host = createHost({
    load: options.load ?? (() => undefined),
    compile: (source, name) => compiled(source, name),
    run: (template, given) => run(environment, template, given),
    registries: registriesOf(options),
  });
  const environment = environmentOf(options, host);
  const compiled = (source: string, name: string, firstLine = 1): CompiledTemplate => {
    try {
      return compile(
        source,
        name,
        environment,
        {
          hasFilter: (one) => registered(host, options.profile, 'filters', one) !== undefined,
          hasTest: (one) => registered(host, options.profile, 'tests', one) !== undefined,
          filters: () => namesIn(host.registries.filters),
          tests: () => namesIn(host.registries.tests),
        },
        firstLine,
      );
    } catch (error) {
      throw failure(error, { template: { name, source, firstLine }, at: 0, path: [] });
    }
  };
  return {
    nunjucks: host.environment,
    compile(source, name, firstLine) {
      const template = host.template(compiled(source, name, firstLine));
      const run = (request: Request): Value => {
        template.render({ [REQUEST]: request });
        return request.result ?? null;
      };
      const evaluate = (variables: Variables): Value => run({ variables });
      return {
        evaluate,
        evaluateLazily: (variables) => run({ variables, isLazy: true }),
        render: (variables) => textOf(evaluate(variables)),
      };
    },
  };
}

const merged = (...parts: readonly object[]): Record<string, unknown> =>
  Object.assign(Object.create(null), ...parts);

const BASES = {
  jinja2: once(() => ({
    filters: merged(jinja2.filters),
    tests: merged(jinja2.tests),
    globals: merged(jinja2.globals),
  })),
  ansible: once(() => ({
    filters: merged(jinja2.filters, ansible.filters),
    tests: merged(jinja2.tests, ansible.tests),
    globals: merged(jinja2.globals, ansible.globals),
  })),
};

/** Of an engine's own, so that what is added to one is not in the others. */
function registriesOf({ profile, globals }: EngineOptions): Registries {
  const base = BASES[profile]();
  return {
    filters: Object.create(base.filters),
    tests: Object.create(base.tests),
    globals: Object.assign(Object.create(null), base.globals, globals),
  };
}

/** Renders for {@link Compiled}, or for somebody who calls nunjucks. */
function run(environment: Environment, template: CompiledTemplate, given: Record<string, unknown>): string {
  const asked = given[REQUEST] as Request | undefined;
  const request: Request = asked ?? { variables: plainVariables(given) };
  const variables = request.variables.afresh?.() ?? request.variables;
  const state: State = { at: 0, template, capturing: 0, path: [], given: variables };
  try {
    const printed = template.root(new Context(environment, state, variables, template));
    if (environment.profile === 'jinja2') request.result = captured(printed);
    else request.result = request.isLazy ? defined(captured(printed)) : finished(printed);
    return asked ? '' : str(request.result);
  } catch (error) {
    throw failure(error, state);
  }
}

/** @throws PythonError for what is undefined as a whole. */
function defined(value: Value): Value {
  if (value instanceof Undefined && value.isStrict) throw value.error();
  return value;
}

/** ansible-core's plugins are found by their full names as well. */
function registered(
  { registries }: Host,
  profile: Profile,
  kind: 'filters' | 'tests',
  name: string,
): unknown {
  const found = registries[kind][name];
  if (found !== undefined || profile !== 'ansible') return found;
  const short = nameInCollection(kind, name);
  return short === undefined ? undefined : registries[kind][short];
}

/** Those of the profile, too, which an engine's own lie upon. */
function* namesIn(registry: object): Iterable<string> {
  for (const name in registry) yield name;
}

/** A filter or a test as it is registered, and as templates call it. */
interface Adapted {
  readonly given: unknown;
  readonly plugin: PythonFunction;
}

const STRICTNESS = { default: 'lenient', strict: 'strict', chainable: 'chainable' } as const;

function environmentOf(options: EngineOptions, host: Host): Environment {
  const isAnsible = options.profile === 'ansible';
  const strictness: Strictness = isAnsible ? 'strict-chainable' : STRICTNESS[options.undefined ?? 'default'];
  const found = { filters: new Map<string, Adapted>(), tests: new Map<string, Adapted>() };
  const adapted = (kind: 'filters' | 'tests', name: string, given: unknown): PythonFunction => {
    const plugin = asPythonFunction(name, given);
    return isAnsible ? marking(kind, name, plugin) : plugin;
  };
  const lookup = (kind: 'filters' | 'tests', name: string): PythonFunction => {
    const given = registered(host, options.profile, kind, name);
    if (given === undefined)
      throw new PythonError('TemplateRuntimeError', `No ${kind.slice(0, -1)} named '${name}' found.`);
    // What is registered under a name may be replaced.
    const known = found[kind].get(name);
    if (known?.given === given) return known.plugin;
    const plugin = adapted(kind, name, given);
    found[kind].set(name, { given, plugin });
    return plugin;
  };
  return {
    profile: options.profile,
    syntax: { ...JINJA2_SYNTAX, ...options.syntax },
    strictness,
    autoescape: options.autoescape ?? false,
    policies: options.policies ?? new Map(),
    filter: (name) => lookup('filters', name),
    test: (name) => lookup('tests', name),
    global: (name) => {
      const value = host.registries.globals[name];
      return value === undefined ? undefined : fromPlain(value);
    },
    globalNames: () => Object.keys(host.registries.globals),
    template: (name) => host.find(name),
    now: options.now ?? (() => unavailable('the time', 'now')),
    random: options.random ?? (() => unavailable('chance', 'random')),
    empty: isAnsible ? nothing : '',
    join: (before, after) => (isAnsible ? append(before, after) : String(before) + String(after)),
    captured: (buffer, context) => (isAnsible ? captured(buffer) : context.safe(String(buffer))),
  };
}

function unavailable(what: string, option: string): never {
  throw new PythonError(
    'NotSupported',
    `this template asks for ${what}, and the renderer was given none (option ${option})`,
  );
}
