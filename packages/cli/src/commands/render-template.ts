import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import {
  readTrees,
  readYaml,
  UnsafeString,
  VaultString,
  type YamlTree,
} from '@nodeport-haproxy/ansible-yaml';
import {
  compileForAnsible,
  type Lookups,
  plainVariables,
  RenderError,
  templatedVariables,
  undefinedValue,
  Verbatim,
} from '@nodeport-haproxy/renderer';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { print, printProblems } from '../report/print.ts';
import { readText, shown } from '../variables/load.ts';
import type { Problem } from '../variables/problem.ts';
import { write } from './write-output.ts';

/** What `--allow-lookup` takes; the option lists them again, so that it need not load this. */
const LOOKUPS = ['vars', 'env', 'file', 'first_found'] as const;

export interface RenderTemplateOptions {
  readonly template: string;
  readonly vars?: readonly string[];
  readonly allowLookup?: readonly (typeof LOOKUPS)[number][];
  readonly output?: string;
}

/** `nodeport render --template`: prints what Ansible's template module makes of any template. */
export function renderTemplate({
  template,
  vars = [],
  allowLookup,
  output,
}: RenderTemplateOptions): ExitCode {
  const source = readText(template, EXIT.usage);
  const read = vars.map(readVariables);
  const problems = read.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return refuse(problems);
  const values = new Map<string, unknown>([
    ['ansible_managed', 'Ansible managed'],
    ...read.flatMap((one) => [...one.values]),
  ]);
  const options = {
    load: (name: string) => included(dirname(template), name),
    lookups: lookups(allowLookup ?? []),
    now: Date.now,
  };
  try {
    const variables = templatedVariables(plainVariables(values), options);
    write(output, compileForAnsible(source, shown(template), options).render(variables));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return refuse([problemOf(error, template)], error.includedFrom);
  }
}

interface Read {
  readonly values: ReadonlyMap<string, unknown>;
  readonly problem?: Problem;
}

function readVariables(path: string): Read {
  const file = shown(path);
  const text = readText(path, EXIT.usage);
  const checked = readYaml(text, { file });
  const problem = checked.ok ? checked.document.duplicates[0] : checked.problem;
  if (problem) return { values: new Map(), problem };
  // Once more with what an object of JavaScript would lose: the order of keys, and which of them are no texts.
  const read = readTrees(text, { tags: 'ansible' });
  if (!read.ok) return { values: new Map(), problem: { ...read.problem, file } };
  const [tree = null] = read.documents;
  if (tree === null) return { values: new Map() };
  if (!(tree instanceof Map))
    throw new CliError(`${file}: this sets no variables; write them as NAME: VALUE`, EXIT.problem);
  return { values: new Map([...tree].map(([name, value]) => [String(name), marked(value, [name])])) };
}

/** Texts under `!unsafe` are no templates, and what is vaulted has no value that could be shown. */
function marked(value: YamlTree, path: readonly YamlTree[]): unknown {
  if (value instanceof UnsafeString) return new Verbatim(value.text);
  if (value instanceof VaultString)
    return undefinedValue(`'${path.join('.')}' is vaulted: only Ansible can read it`);
  if (Array.isArray(value)) return value.map((item, index) => marked(item, [...path, index]));
  if (!(value instanceof Map)) return value;
  return new Map([...value].map(([key, item]) => [key, marked(item, [...path, key])]));
}

function included(folder: string, name: string): string | undefined {
  const path = includedPath(folder, name);
  return path === undefined ? undefined : readText(path);
}

/** A template beside the one that asks, or in `templates` there; nothing outside of these folders. */
function includedPath(folder: string, name: string): string | undefined {
  if (isAbsolute(name) || name.split(/[\\/]/).includes('..')) return undefined;
  return [join(folder, 'templates', name), join(folder, name)].find(isFile);
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function lookups(allowed: readonly (typeof LOOKUPS)[number][]): Lookups {
  return {
    ...(allowed.includes('vars') && { vars: true }),
    ...(allowed.includes('env') && { env: (name) => process.env[name] }),
    ...(allowed.includes('file') && { file: (path) => (isFile(path) ? readText(path) : undefined) }),
    ...(allowed.includes('first_found') && { firstFound: existsSync }),
  };
}

function problemOf(error: RenderError, template: string): Problem {
  const start = { line: error.line, column: error.column };
  const path =
    error.template === shown(template) ? template : includedPath(dirname(template), error.template);
  return {
    code: 'failed-template',
    message: path === undefined ? error.message : error.reason,
    file: path && shown(path),
    range: path === undefined ? undefined : { start, end: start },
    hint: error.hint,
    isSecret: false,
  };
}

function refuse(problems: readonly Problem[], includedFrom: RenderError['includedFrom'] = []): ExitCode {
  printProblems('stderr', problems);
  print(
    'stderr',
    includedFrom.map(({ template, line }) => `  included from ${template}:${line}`),
  );
  return EXIT.problem;
}
