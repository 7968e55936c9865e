import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

/** Where things lie. All paths are absolute. */
export interface Project {
  readonly root: string;
  readonly ansible: string;
  readonly config: string;
  readonly role: string;
  readonly playbook: string;
}

/** Looks for `ansible/ansible.cfg` in `directory` and above it. */
export function findProject(directory: string): Project | undefined {
  const ansible = join(directory, 'ansible');
  const config = join(ansible, 'ansible.cfg');
  if (existsSync(config)) {
    const role = join(ansible, 'roles', 'haproxy');
    return {
      root: directory,
      ansible,
      config,
      role,
      playbook: join(ansible, 'playbooks', 'deploy-haproxy.yaml'),
    };
  }
  const parent = dirname(directory);
  return parent === directory ? undefined : findProject(parent);
}

/** The same for commands that cannot do without a project. */
export function requireProject(directory: string): Project {
  const project = findProject(directory);
  if (project) return project;
  throw new CliError(
    `no project here: neither ${directory} nor a folder above it has ansible/ansible.cfg; change into a clone of nodeport-haproxy`,
    EXIT.environment,
  );
}

/** The path of a playbook of the project. */
export function requirePlaybook(project: Project, name: string): string {
  const path = join(dirname(project.playbook), name);
  if (existsSync(path)) return path;
  throw new CliError(
    `the project has no playbook ${name}; update your clone of nodeport-haproxy`,
    EXIT.environment,
  );
}
