import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RenderError, render as renderTemplate } from '@nodeport-haproxy/renderer';
import { formatPath } from '@nodeport-haproxy/schema';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';
import type { Project } from './project.ts';
import { type Entries, unresolvedIn } from './variables/layers.ts';
import { loadVariables, readText } from './variables/load.ts';
import type { Problem } from './variables/problem.ts';
import { type Entry, isRoleVariable } from './variables/scope.ts';
import { isSecretPath } from './variables/secret.ts';

/** The variables of the role that only Ansible can read, as problems: without them nothing can be rendered. */
export function unresolvedProblems(entries: Entries): Problem[] {
  return [...entries]
    .filter(([name]) => isRoleVariable(name))
    .flatMap(([name, entry]) =>
      unresolvedIn(name, entry).map((path) => unresolvedProblem(formatPath(path), path.slice(1), entry)),
    );
}

function unresolvedProblem(
  name: string,
  rest: readonly (string | number)[],
  { source, path }: Entry,
): Problem {
  return {
    code: 'unresolved-value',
    message: `${name} holds Jinja or a vaulted value, which only Ansible can read`,
    file: source.file,
    range: source.locate([...path, ...rest], 'value'),
    hint: 'give a file with plain values: nodeport render --vars FILE',
    isSecret: isSecretPath([name]),
  };
}

/**
 * What the role's templates are rendered with.
 *
 * @param host - What the role asks a host for when it deploys: `__haproxy_host`.
 */
export function templateVariables(
  project: Project,
  entries: Entries,
  host: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    ...known(privateVariables(project)),
    ...known(entries),
    ansible_managed: 'Ansible managed',
    __haproxy_host: host,
  };
}

/** What vars/main.yaml of the role sets: nobody overrides it. */
function privateVariables(project: Project): Entries {
  const path = join(project.role, 'vars', 'main.yaml');
  const files = existsSync(path) ? loadVariables([{ path, kind: 'vars' }]) : [];
  return new Map(files.flatMap(({ scopes }) => scopes.flatMap((scope) => [...scope.entries])));
}

/** Values by name. What only Ansible can read is left out, so that a template that needs it says so. */
function known(entries: Entries): Record<string, unknown> {
  return Object.fromEntries(
    [...entries]
      .filter(([name, entry]) => unresolvedIn(name, entry).length === 0)
      .map(([name, { value }]) => [name, value]),
  );
}

/** Renders the role's template of a name, such as `haproxy.cfg.j2`. */
export function renderRoleTemplate(
  project: Project,
  template: string,
  variables: Readonly<Record<string, unknown>>,
): string {
  const load = (name: string) => {
    const path = join(project.role, 'templates', name);
    return existsSync(path) ? readText(path) : undefined;
  };
  try {
    return renderTemplate(readText(join(project.role, 'templates', template)), variables, {
      name: template,
      load,
    });
  } catch (cause) {
    if (!(cause instanceof RenderError)) throw cause;
    throw new CliError(`the template cannot be rendered: ${cause.message}`, EXIT.problem, { cause });
  }
}
