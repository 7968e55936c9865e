import { run } from '../scripts/setup/process.mjs';

/**
 * Makes a worker's port silent, as a dead node is: packets get lost and nobody says so. The rule is the guide's.
 *
 * @param {string} container
 * @param {number} port
 */
export async function silence(container, port) {
  await iptables(container, '-A', port);
}

/** Takes the rule back, as often as it is there; does nothing where it is not. */
export async function restore(container, port) {
  while ((await iptables(container, '-D', port, { accept: (code) => code === 0 || code === 1 })).code === 0);
}

/** How many packets were lost so far. */
export async function lostPackets(container, port) {
  const { stdout } = await run('docker', ['exec', container, 'iptables', '-nvxL', 'INPUT']);
  const rule = stdout.split('\n').find((line) => line.includes('DROP') && line.endsWith(`dpt:${port}`));
  return Number(rule?.trim().split(/\s+/)[0] ?? 0);
}

function iptables(container, action, port, options) {
  const rule = ['-p', 'tcp', '--dport', String(port), '-j', 'DROP'];
  return run('docker', ['exec', container, 'iptables', action, 'INPUT', ...rule], options);
}
