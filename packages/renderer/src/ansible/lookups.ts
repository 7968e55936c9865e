import type { Call } from '../runtime/call.ts';
import { Dict } from '../values/dict.ts';
import { PythonError } from '../values/errors.ts';
import { fn, type PythonFunction } from '../values/function.ts';
import { truth } from '../values/truth.ts';
import { Tuple } from '../values/tuple.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';

/** What lookups may ask for. What is not given is not allowed: a template then gets an error. */
export interface Lookups {
  /** `lookup('vars', …)` */
  readonly vars?: true;
  /** `lookup('env', …)`: a variable of the environment. */
  readonly env?: (name: string) => string | undefined;
  /** `lookup('file', …)`: the text of a file. */
  readonly file?: (path: string) => string | undefined;
  /** `lookup('template', …)`: the text of a template, rendered; the variables are those of the template that asks. */
  readonly template?: (path: string, call: Call) => string | undefined;
  /** `lookup('first_found', …)`: whether there is a file. */
  readonly firstFound?: (path: string) => boolean;
}

type Lookup = (call: Call, terms: readonly Value[], named: Named) => Value[];

/** `lookup`, `query` and `q`. */
export function lookupGlobals(allowed: Lookups): Record<string, PythonFunction> {
  const lookups = lookupsOf(allowed);
  const run = (call: Call, name: Value, terms: readonly Value[], named: Map<string, Value>): Value[] => {
    const errors = named.get('errors') ?? 'strict';
    named.delete('errors');
    try {
      return find(lookups, name)(call, terms, named);
    } catch (error) {
      const isTheirs = error instanceof PythonError && error.type === 'AnsibleFilterError';
      if (isTheirs && errors !== 'strict') return [];
      throw error;
    }
  };
  const query = fn(
    'query(name, *terms, **kwargs)',
    (call, name: Value, terms: Value[], named: Map<string, Value>) => {
      named.delete('wantlist');
      return run(call, name, terms, named);
    },
  );
  const lookup = fn(
    'lookup(name, *terms, **kwargs)',
    (call, name: Value, terms: Value[], named: Map<string, Value>) => {
      const wantsList = truth(named.get('wantlist') ?? false);
      named.delete('wantlist');
      const found = run(call, name, terms, named);
      return wantsList ? found : single(found);
    },
  );
  return { lookup, query, q: query };
}

/** One result is itself, several texts are one with commas. */
function single(found: Value[]): Value {
  if (found.length === 1) return found[0] ?? null;
  return found.every((value) => typeof value === 'string') ? found.join(',') : found;
}

function find(lookups: ReadonlyMap<string, Lookup>, name: Value): Lookup {
  const short = String(name).replace(/^ansible\.(builtin|legacy)\./, '');
  const lookup = lookups.get(short);
  if (lookup) return lookup;
  throw new PythonError(
    'NotSupported',
    `lookup('${short}') asks for something outside of the variables, which is not allowed here`,
  );
}

function lookupsOf({ vars, env, file, template, firstFound }: Lookups): Map<string, Lookup> {
  const lookups = new Map<string, Lookup>();
  if (vars) lookups.set('vars', lookupVariables);
  if (env)
    lookups.set('env', (_call, terms, named) =>
      terms.map((name) => env(text(name)) ?? named.get('default') ?? ''),
    );
  if (file) {
    lookups.set('file', (_call, terms, named) =>
      terms.map((path) => stripped(file(text(path)) ?? missing('file', path), named)),
    );
  }
  if (template) {
    lookups.set('template', (call, terms) =>
      terms.map((path) => template(text(path), call) ?? missing('template', path)),
    );
  }
  if (firstFound) lookups.set('first_found', (_call, terms, named) => lookupFirst(firstFound, terms, named));
  return lookups;
}

function lookupVariables(call: Call, terms: readonly Value[], named: Named): Value[] {
  return terms.map((name) => {
    const value = call.given(text(name)) ?? named.get('default');
    return value === undefined
      ? new Undefined('strict-chainable', `No variable named '${text(name)}' was found.`)
      : value;
  });
}

function stripped(found: string, named: Named): string {
  const right = truth(named.get('rstrip') ?? true) ? found.trimEnd() : found;
  return truth(named.get('lstrip') ?? false) ? right.trimStart() : right;
}

function lookupFirst(exists: (path: string) => boolean, terms: readonly Value[], named: Named): Value[] {
  const found = terms.flatMap((term) => candidates(term, named)).find(exists);
  if (found !== undefined) return [found];
  if (truth(named.get('skip') ?? false)) return [];
  throw new PythonError('AnsibleFilterError', 'No file was found when using first_found.');
}

/** The paths that a term of `first_found` stands for. */
function candidates(term: Value, named: Named): string[] {
  if (Array.isArray(term) || term instanceof Tuple) {
    const items = Array.isArray(term) ? term : term.items;
    return items.flatMap((item) => candidates(item, named));
  }
  const files = term instanceof Dict ? term.get('files') : term;
  const paths = (term instanceof Dict ? term.get('paths') : named.get('paths')) ?? [];
  const names = list(files ?? []);
  const folders = list(paths);
  return folders.length === 0 ? names : folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));
}

const list = (value: Value): string[] =>
  Array.isArray(value) ? value.map(text) : text(value).split(/[,;]\s*/);

function text(value: Value): string {
  if (value instanceof Undefined) throw value.error();
  if (typeof value !== 'string') throw new PythonError('AnsibleFilterError', 'a lookup takes texts');
  return value;
}

function missing(name: string, path: Value): never {
  throw new PythonError(
    'AnsibleFilterError',
    `The lookup plugin '${name}' failed: there is no file '${text(path)}'`,
  );
}
