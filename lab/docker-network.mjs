import { LABEL } from '../scripts/setup/docker.mjs';
import { run } from '../scripts/setup/process.mjs';
import { networkName } from './plan.mjs';
import { freeSubnet } from './subnet.mjs';

/**
 * Makes sure of a project's network.
 *
 * @param {string} project
 * @returns {Promise<string>} the first three numbers of its /24
 */
export async function ensureNetwork(project) {
  const there = await subnetOf(project);
  if (there) return there;
  const prefix = freeSubnet();
  const label = `${LABEL}=${project}`;
  await run('docker', [
    'network',
    'create',
    '--label',
    label,
    '--subnet',
    `${prefix}.0/24`,
    networkName(project),
  ]);
  return prefix;
}

/** @param {string} project @returns {Promise<string | undefined>} the first three numbers of its /24, if it has one */
export async function subnetOf(project) {
  const ask = ['network', 'inspect', '--format', '{{(index .IPAM.Config 0).Subnet}}', networkName(project)];
  const { stdout } = await run('docker', ask, { accept: () => true });
  return stdout.match(/^(\d+\.\d+\.\d+)\.0\/24/)?.[1];
}
