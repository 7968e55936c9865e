import { run } from '../scripts/setup/process.mjs';

/**
 * Makes a worker's port silent, as a dead node is: packets get lost and nobody says so. The rule is the guide's.
 *
 * @param {string} container
 * @param {number} port
 */
export async function silence(container, port) {
  await iptables(container, ['-A', ...ofPort(port)]);
}

/** Takes the rule back, as often as it is there; does nothing where it is not. */
export async function restore(container, port) {
  await takeBack(container, ofPort(port));
}

/** How many packets were lost so far. */
export async function lostPackets(container, port) {
  const { stdout } = await iptables(container, ['-nvxL', 'INPUT']);
  const rule = stdout.split('\n').find((line) => line.includes('DROP') && line.endsWith(`dpt:${port}`));
  return Number(rule?.trim().split(/\s+/)[0] ?? 0);
}

/**
 * Makes a whole worker silent: whatever is sent to it or by it is lost, its answers to health checks as well. Its network
 * stays up, so nobody learns of it from an error; and commands still run in the container.
 *
 * @param {string} container
 */
export async function silenceWorker(container) {
  for (const rule of WHOLE_WORKER) await iptables(container, ['-I', ...rule]);
}

/** Brings a worker back, however often it was silenced; does nothing to one that speaks. */
export async function restoreWorker(container) {
  for (const rule of WHOLE_WORKER) await takeBack(container, rule);
}

const WHOLE_WORKER = [
  ['INPUT', '-i', 'eth0', '-j', 'DROP'],
  ['OUTPUT', '-o', 'eth0', '-j', 'DROP'],
];

function ofPort(port) {
  return ['INPUT', '-p', 'tcp', '--dport', String(port), '-j', 'DROP'];
}

async function takeBack(container, rule) {
  const accept = (code) => code === 0 || code === 1;
  while ((await iptables(container, ['-D', ...rule], { accept })).code === 0);
}

function iptables(container, args, options) {
  return run('docker', ['exec', container, 'iptables', ...args], options);
}
