import { spawnSync } from 'node:child_process';

/**
 * The CPU time of a process and its children, in milliseconds: unlike the time on a clock, other work on the machine hardly
 * changes it.
 *
 * @param {string[]} command
 * @param {{cwd?: string, status?: number}} [options] `status`: the exit code that is right
 */
export function cpuTime(command, { cwd, status = 0 } = {}) {
  // An extra certificate file triples the start of Node itself, and the site's hooks lengthen Python's.
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, PYTHONPATH: ___, ...env } = process.env;
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null 2>&4; exit $?';
  const stdio = ['ignore', 'ignore', 'pipe', 'ignore', 'pipe'];
  const result = spawnSync('bash', ['-c', script, 'bash', ...command], { cwd, env, stdio, encoding: 'utf8' });
  if (result.status !== status)
    throw new Error(`${command.join(' ')} ended with ${result.status}: ${result.output[4]}`);
  const [user = Number.NaN, system = Number.NaN] = result.stderr.trim().split(' ').map(Number);
  return (user + system) * 1000;
}
