import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RenderError, render as renderTemplate } from '@nodeport-haproxy/renderer';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type Project, requireProject } from '../project.ts';
import { printProblems } from '../report/print.ts';
import type { RoleFile } from '../role-files.ts';
import { checkFiles } from '../variables/check.ts';
import { type Entries, entriesFor, unresolvedIn } from '../variables/layers.ts';
import { loadVariables, readText } from '../variables/load.ts';
import { isError, type Problem } from '../variables/problem.ts';
import { defaultsFile, projectFiles } from '../variables/project-files.ts';
import type { FileVariables } from '../variables/read-file.ts';
import { BALANCERS, type Entry, isRoleVariable } from '../variables/scope.ts';
import { isSecretPath } from '../variables/secret.ts';

export interface RenderOptions {
  readonly vars?: readonly string[];
  readonly file: RoleFile;
  readonly host?: string;
  readonly ipv6: boolean;
  readonly output?: string;
}

/** `nodeport render`: prints what a template of the role makes of the variables. */
export function render({ vars, file, host, ipv6, output }: RenderOptions): ExitCode {
  const project = requireProject(process.cwd());
  const files = vars ? namedFiles(project, vars) : loadVariables(projectFiles(project));
  const entries = entriesFor(files, host);
  const problems = [...checkFiles(files).problems, ...unresolvedProblems(entries)];
  printProblems(process.stderr, problems);
  if (problems.some(isError)) return EXIT.problem;
  const variables = {
    ...known(privateVariables(project)),
    ...known(entries),
    ansible_managed: 'Ansible managed',
    // The role asks the host for this when it deploys.
    __haproxy_host: { ipv6, forward_guard: [] },
  };
  requireUdp(file, variables);
  const text = renderFile(project, file, variables);
  if (output === undefined) process.stdout.write(text);
  else writeOutput(output, text);
  return EXIT.ok;
}

/** Files that the user named, the later over the earlier, all for the same host. */
function namedFiles(project: Project, names: readonly string[]): FileVariables[] {
  for (const name of names) readText(resolve(name), EXIT.usage);
  const target = { level: 'group', name: BALANCERS } as const;
  return loadVariables([
    defaultsFile(project),
    ...names.map((name) => ({ path: resolve(name), kind: 'vars' as const, target })),
  ]);
}

function unresolvedProblems(entries: Entries): Problem[] {
  return [...entries]
    .filter(([name]) => isRoleVariable(name))
    .flatMap(([name, entry]) =>
      unresolvedIn(name, entry).map((path) => unresolvedProblem(path.join('.'), path.slice(1), entry)),
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

/** A deployment without UDP services writes no file for them. */
function requireUdp(file: RoleFile, { haproxy_udp_backends: services }: Record<string, unknown>): void {
  if (file === 'haproxy.cfg' || (Array.isArray(services) && services.length > 0)) return;
  throw new CliError(
    `there is no ${file}: haproxy_udp_backends has no services, so a deployment writes none`,
    EXIT.problem,
  );
}

function renderFile(project: Project, file: RoleFile, variables: Record<string, unknown>): string {
  const template = `${file}.j2`;
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

function writeOutput(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${path} cannot be written: ${reason}`, EXIT.environment, { cause });
  }
}
