/**
 * What the commands' exit codes mean; the README and `--help` show this table. `change` is 10: Ansible ends with 1 to 5,
 * 99 and 250, shells with 126 and more, and sysexits.h takes 64 to 78.
 */
export const EXIT = { ok: 0, problem: 1, usage: 2, environment: 3, change: 10, stopped: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `
Exit codes:
  0  done, nothing to complain about
  1  a problem in the variables, or a host or task that failed
  2  wrong usage: an unknown command or option, a file that does not exist
  3  the environment: no project, no ansible-playbook, a file that cannot be read
  10  plan: a deployment would change something
  130  stopped by Ctrl-C`;
