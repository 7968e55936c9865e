import { type CheckOptions, check, type Diagnostic, knownVariables } from '@nodeport-haproxy/schema';
import { type Entries, unresolvedIn, valuesOf } from './layers.ts';
import type { Problem } from './problem.ts';
import { type Entry, isRoleVariable, type Path } from './scope.ts';
import { isSecretLine, isSecretPath, withoutSecret } from './secret.ts';
import { hasTemplate } from './template.ts';
import type { World } from './world.ts';

/** Severities that a project gives to codes. */
export type Levels = NonNullable<CheckOptions['levels']>;

/** What a variable is with its templates rendered, as far as that can be known here. */
export interface Rendered {
  readonly value: unknown;
  /** The places that are not known, the variable's name first. */
  readonly unresolved: readonly Path[];
  readonly problems: readonly Problem[];
}

/** Where variables are used. */
export interface Around {
  readonly world: World;
  readonly host: string | undefined;
}

/** Renders templates in variables. */
export interface Templates {
  /** @param entries - All variables that a host has. */
  readonly of: (entries: Entries, around?: Around) => (name: string, entry: Entry) => Rendered;
  /** Whether a place, its variable's name first, is one that could not be rendered for everyone who has it. */
  readonly isLeft: (entry: Entry, path: Path) => boolean;
}

/** How variables are judged. */
export interface Judging {
  readonly levels: Levels;
  /** Without it nobody knows what templates give. */
  readonly templates?: Templates | undefined;
}

/** What is wrong with a variable in itself, whatever the others are and whoever gets it. */
export function judgeOne(name: string, entry: Entry, { levels }: Judging): Problem[] {
  const entries = new Map([[name, entry]]);
  const others = knownVariables.filter((other) => other !== name);
  // To the check the others are there, and nobody knows what they hold: not even the defaults count.
  const variables = { ...Object.fromEntries(others.map((other) => [other, null])), ...valuesOf(entries) };
  const unresolved = [...others.map((other) => [other]), ...unresolvedIn(name, entry)];
  return check(variables, { unresolved, levels, locate: locator(entries) }).map((one) => problemOf(one));
}

/** What is wrong with the role's variables together, as a host has them. */
export function judge(entries: Entries, { levels, templates }: Judging, around?: Around): Problem[] {
  const own: Entries = new Map([...entries].filter(([name]) => isRoleVariable(name)));
  const variables = valuesOf(own);
  const problems: Problem[] = [];
  const unresolved: Path[] = [];
  let render: ReturnType<Templates['of']> | undefined;
  for (const [name, entry] of own) {
    const places = unresolvedIn(name, entry);
    if (places.length === 0 || !templates) {
      unresolved.push(...places);
      continue;
    }
    render ??= templates.of(entries, around);
    const known = render(name, entry);
    variables[name] = known.value;
    unresolved.push(...known.unresolved);
    problems.push(...known.problems);
  }
  const found = check(variables, { unresolved, levels, locate: locator(own) });
  return [...problems, ...found.map((one) => problemOf(one, isMadeOfSecret(one.path, own)))];
}

/** Whether there is a template on the way to a place that asks for something with a secret's name. */
function isMadeOfSecret([name, ...rest]: readonly (string | number)[], entries: Entries): boolean {
  let value = entries.get(String(name))?.value;
  for (const step of rest) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return typeof value === 'string' && hasTemplate(value) && isSecretLine(value);
}

function problemOf(
  { severity, code, message, hint, path, file, range, related, replacement }: Diagnostic,
  isMade = false,
): Problem {
  return {
    severity,
    code,
    message: withoutSecret(message, path, isMade),
    hint,
    file,
    range,
    related: related && { message: related.message, file: related.file, range: related.range },
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
