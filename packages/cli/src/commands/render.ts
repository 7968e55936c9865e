import { resolve } from 'node:path';
import { CliError } from '../cli-error.ts';
import { withDynamicInventories } from '../dynamic-inventories.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type Project, requireProject } from '../project.ts';
import { printProblems } from '../report/print.ts';
import type { RoleFile } from '../role-files.ts';
import { renderRoleTemplate, templateVariables, unresolvedProblems } from '../role-templates.ts';
import { checkFiles } from '../variables/check.ts';
import { judgingOf } from '../variables/judging.ts';
import { loadVariables, readText } from '../variables/load.ts';
import { isError } from '../variables/problem.ts';
import { defaultsFile, projectFiles } from '../variables/project-files.ts';
import type { FileVariables } from '../variables/read-file.ts';
import { BALANCERS } from '../variables/scope.ts';
import { renderedFor } from '../variables/templates.ts';
import { write } from './write-output.ts';

export interface RenderOptions {
  readonly vars?: readonly string[];
  readonly file: RoleFile;
  readonly host?: string;
  readonly ipv6: boolean;
  readonly output?: string;
}

/** `nodeport render`: prints what a template of the role makes of the variables. */
export async function render({ vars, file, host, ipv6, output }: RenderOptions): Promise<ExitCode> {
  const project = requireProject(process.cwd());
  const files = vars
    ? namedFiles(project, vars)
    : await withDynamicInventories(loadVariables(projectFiles(project)), project);
  const entries = renderedFor(files, host);
  const problems = [
    ...checkFiles(files, undefined, await judgingOf(files)).problems,
    ...unresolvedProblems(entries),
  ].filter(isError);
  if (problems.length > 0) {
    printProblems('stderr', problems);
    return EXIT.problem;
  }
  const variables = templateVariables(project, entries, {
    ipv6,
    forward_guard: [],
    bool_sample_conversion: false,
  });
  requireUdp(file, variables);
  const text = renderRoleTemplate(project, `${file}.j2`, variables);
  write(output, text);
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

/** A deployment without UDP services writes no file for them. */
function requireUdp(file: RoleFile, { haproxy_udp_backends: services }: Record<string, unknown>): void {
  if (file === 'haproxy.cfg' || (Array.isArray(services) && services.length > 0)) return;
  throw new CliError(
    `there is no ${file}: haproxy_udp_backends has no services, so a deployment writes none`,
    EXIT.problem,
  );
}
