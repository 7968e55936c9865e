import { isDeepStrictEqual } from 'node:util';
import { type CheckOptions, check, defaults, formatPath } from '@nodeport-haproxy/schema';
import { type Layered, layer, unresolvedIn, valuesOf } from './layers.ts';
import type { Problem } from './problem.ts';
import type { FileVariables } from './read-file.ts';
import { isRoleVariable, type Path, type Scope } from './scope.ts';

/** What a check of files found. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** Files that set variables of the role, or that cannot be read as what they are. */
  readonly files: readonly string[];
  readonly services: number;
  /** Values with Jinja, and vaulted ones: nobody but Ansible can check them. */
  readonly unresolved: number;
  /** Files that are vaulted as a whole. */
  readonly vaulted: readonly string[];
}

/**
 * Checks what files set, each target over what lies below it. A problem is reported once, where it stands.
 *
 * @param ground - Files that lie below and are not checked themselves.
 */
export function checkFiles(files: readonly FileVariables[], ground: readonly FileVariables[] = []): Checked {
  const known = new Set(problemsOf(ground).map(identity));
  const entries = files
    .flatMap(({ scopes }) => scopes)
    .flatMap(({ entries }) => [...entries])
    .filter(([name]) => isRoleVariable(name));
  const setting = new Set(entries.map(([, { source }]) => source.file));
  return {
    problems: problemsOf([...ground, ...files]).filter((problem) => !known.has(identity(problem))),
    files: files
      .filter(({ file, problems }) => setting.has(file) || problems.length > 0)
      .map(({ file }) => file),
    services: entries
      .filter(([name]) => /^haproxy_(tcp|udp)_backends$/.test(name))
      .reduce((sum, [, { value }]) => sum + (Array.isArray(value) ? value.length : 0), 0),
    unresolved: entries.flatMap(([name, entry]) => unresolvedIn(name, entry)).length,
    vaulted: files.filter(({ vaulted }) => vaulted).map(({ file }) => file),
  };
}

function problemsOf(files: readonly FileVariables[]): Problem[] {
  const targets = layer(files.flatMap(({ scopes }) => scopes.map(withoutUntouched)));
  const found = [...files.flatMap(({ problems }) => problems), ...targets.flatMap(checkTarget)];
  return sorted([...new Map(found.map((problem) => [identity(problem), problem])).values()]);
}

/** What the role's defaults still are is not the operator's, so that no message points there. */
function withoutUntouched(scope: Scope): Scope {
  if (scope.level !== 'defaults') return scope;
  const usual: Readonly<Record<string, unknown>> = defaults;
  const touched = [...scope.entries].filter(([name, { value }]) => !isDeepStrictEqual(value, usual[name]));
  return { ...scope, entries: new Map(touched) };
}

function identity({ code, message, file, range }: Problem): string {
  return JSON.stringify([code, message, file, range?.start]);
}

function checkTarget({ entries }: Layered): Problem[] {
  const unresolved = [...entries].flatMap(([name, entry]) => unresolvedIn(name, entry));
  const variables = valuesOf(entries);
  const locate: CheckOptions['locate'] = (path, part) => placeOf(entries, path, part).range;
  const found = check(variables, { unresolved, locate });
  // Where variables come from several files, a line's number alone would point into the wrong one.
  const severalFiles = new Set([...entries.values()].map(({ source }) => source.file)).size > 1;
  const unplaced = severalFiles && found.length > 0 ? check(variables, { unresolved }) : found;
  return found.map(({ code, message, hint, path, range }) => {
    const same = unplaced.find((other) => other.code === code && formatPath(other.path) === formatPath(path));
    return { code, message: same?.message ?? message, hint, file: placeOf(entries, path).file, range };
  });
}

function placeOf(entries: Layered['entries'], [name, ...rest]: Path, part: 'key' | 'value' = 'value') {
  const entry = entries.get(String(name));
  const start = { line: 1, column: 1 };
  if (!entry) return { file: undefined, range: { start, end: start } };
  return { file: entry.source.file, range: entry.source.locate([...entry.path, ...rest], part) };
}

function sorted(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const place = ({ file, range }: Problem) =>
    [files.indexOf(file), range?.start.line ?? 0, range?.start.column ?? 0] as const;
  return problems.toSorted((a, b) => {
    const [fileA, lineA, columnA] = place(a);
    const [fileB, lineB, columnB] = place(b);
    return fileA - fileB || lineA - lineB || columnA - columnB;
  });
}
