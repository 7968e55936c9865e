import { type CheckOptions, check, type Diagnostic, knownVariables } from '@nodeport-haproxy/schema';
import { type Entries, unresolvedIn, valuesOf } from './layers.ts';
import type { Problem } from './problem.ts';
import type { Entry } from './scope.ts';
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
  return check(variables, { unresolved, levels, locate: locator(entries) }).map(problemOf);
}

/** What is wrong with variables together, as a host has them. */
export function judge(entries: Entries, levels: Levels): Problem[] {
  const unresolved = [...entries].flatMap(([name, entry]) => unresolvedIn(name, entry));
  const variables = valuesOf(entries);
  return check(variables, { unresolved, levels, locate: locator(entries) }).map(problemOf);
}

function problemOf({ severity, code, message, hint, path, file, range, replacement }: Diagnostic): Problem {
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
  return ([name, ...rest], part = 'value') => {
    const entry = entries.get(String(name));
    const start = { line: 1, column: 1 };
    if (!entry) return { start, end: start };
    const { source, path } = entry;
    return { ...source.locate([...path, ...rest], part), file: source.file };
  };
}
