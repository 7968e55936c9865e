import {
  type CheckOptions,
  check,
  type Diagnostic,
  formatPath,
  knownVariables,
} from '@nodeport-haproxy/schema';
import { type Entries, unresolvedIn, valuesOf } from './layers.ts';
import type { Problem } from './problem.ts';
import type { Entry, Path } from './scope.ts';
import { isSecretPath, withoutSecret } from './secret.ts';

/** Severities that a project gives to codes. */
export type Levels = NonNullable<CheckOptions['levels']>;

/** What is wrong with a variable in itself, whatever the others are and whoever gets it. */
export function judgeOne(name: string, entry: Entry, levels: Levels): Problem[] {
  const entries = new Map([[name, entry]]);
  const others = knownVariables.filter((other) => other !== name);
  // To the check the others are there, and nobody knows what they hold: not even the defaults count.
  const variables = { ...Object.fromEntries(others.map((other) => [other, null])), ...valuesOf(entries) };
  const unresolved = [...others.map((other) => [other]), ...unresolvedIn(name, entry)];
  return check(variables, { unresolved, levels, locate: locator(entries) }).map((found) =>
    problemOf(found, entries),
  );
}

/** What is wrong with variables together, as a host has them. */
export function judge(entries: Entries, levels: Levels): Problem[] {
  const unresolved = [...entries].flatMap(([name, entry]) => unresolvedIn(name, entry));
  const variables = valuesOf(entries);
  const found = check(variables, { unresolved, levels, locate: locator(entries) });
  // Where variables come from several files, a line's number alone would point into the wrong one.
  const severalFiles = new Set([...entries.values()].map(({ source }) => source.file)).size > 1;
  const unplaced = severalFiles && found.length > 0 ? check(variables, { unresolved, levels }) : found;
  return found.map((diagnostic) => {
    const same = unplaced.find((other) => isSame(other, diagnostic));
    return problemOf({ ...diagnostic, message: same?.message ?? diagnostic.message }, entries);
  });
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && formatPath(one.path) === formatPath(other.path);
}

function problemOf(
  { severity, code, message, hint, path, range, replacement }: Diagnostic,
  entries: Entries,
): Problem {
  const { file } = placeOf(entries, path);
  return {
    severity,
    code,
    message: withoutSecret(message, path),
    hint,
    file,
    range,
    replacement,
    isSecret: isSecretPath(path),
  };
}

function locator(entries: Entries): NonNullable<CheckOptions['locate']> {
  return (path, part) => placeOf(entries, path, part).range;
}

function placeOf(entries: Entries, [name, ...rest]: Path, part: 'key' | 'value' = 'value') {
  const entry = entries.get(String(name));
  const start = { line: 1, column: 1 };
  if (!entry) return { file: undefined, range: { start, end: start } };
  return { file: entry.source.file, range: entry.source.locate([...entry.path, ...rest], part) };
}
