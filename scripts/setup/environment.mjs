import { delimiter, join } from 'node:path';

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '..', '..');

/**
 * The environment in which Ansible's tools run: those of .venv before any other, with the repository's configuration.
 *
 * @param {NodeJS.ProcessEnv} [base]
 * @returns {NodeJS.ProcessEnv}
 */
export function ansibleEnvironment(base = process.env) {
  return {
    ...base,
    PATH: [join(ROOT, '.venv', 'bin'), base.PATH].join(delimiter),
    ANSIBLE_CONFIG: join(ROOT, 'ansible', 'ansible.cfg'),
  };
}
