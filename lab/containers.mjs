import { parseArgs } from 'node:util';
import { LABEL } from '../scripts/setup/docker.mjs';
import { exitWith } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';
import { startDatabases } from './databases.mjs';
import { ensureNetwork, subnetOf } from './docker-network.mjs';
import { joinNetwork } from './guide-addresses.mjs';
import { ensureImages } from './images.mjs';
import { networkName, planMachines } from './plan.mjs';
import { passwordOf, removeState, tunnelKeysOf, writeState } from './state.mjs';
import { ensureContainer, waitForBoot } from './systemd-container.mjs';
import { startUdpServices } from './udp-services.mjs';
import { startWireguard } from './wireguard.mjs';

/**
 * Brings up a project's containers, mends what is half made, and leaves what already runs alone.
 *
 * @param {import('./plan.mjs').Project} project
 * @returns {Promise<{project: string, subnet: string, password: string,
 *   tunnelKeys: ReturnType<typeof import('./wireguard.mjs').makeTunnelKeys>,
 *   machines: Array<import('./plan.mjs').Machine & {address: string}>}>} `password` is the one of the databases' user `lab`
 */
export async function up(project) {
  const plan = planMachines(project);
  await ensureImages(plan);
  const prefix = await ensureNetwork(project.project);
  const machines = plan.map((machine) => ({ ...machine, address: `${prefix}.${machine.last}` }));
  const workers = machines.filter(({ role }) => role === 'worker');
  const secrets = { password: passwordOf(project.project), tunnelKeys: tunnelKeysOf(project.project) };
  await Promise.all(
    machines.map((machine) => start(machine, { project: project.project, prefix, workers, ...secrets })),
  );
  const set = { project: project.project, subnet: `${prefix}.0/24`, ...secrets, machines };
  writeState(set);
  return set;
}

/**
 * Removes a project's containers and network, whatever state they are in.
 *
 * @param {string} project
 */
export async function down(project) {
  const label = ['--filter', `label=${LABEL}=${project}`];
  const { stdout } = await run('docker', ['ps', '--all', '--quiet', ...label]);
  const containers = stdout.split('\n').filter(Boolean);
  if (containers.length > 0) await run('docker', ['rm', '--force', '--volumes', ...containers]);
  if (await subnetOf(project)) await run('docker', ['network', 'rm', networkName(project)]);
  removeState(project);
}

async function start(machine, { project, prefix, workers, password, tunnelKeys }) {
  const image = `nodeport-haproxy-lab/${machine.target}:${machine.suite}`;
  await ensureContainer(machine, { project, prefix, image });
  await waitForBoot(machine.name);
  await joinNetwork(machine, workers);
  if (machine.role !== 'worker') return;
  await Promise.all([
    startDatabases(machine.name, password),
    startUdpServices(machine.name),
    startWireguard(machine.name, tunnelKeys),
  ]);
}

const USAGE = `usage: node lab/containers.mjs up --project NAME [--balancer SUITE]... [--workers 3] [--client yes|no]
       node lab/containers.mjs down --project NAME`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      balancer: { type: 'string', multiple: true },
      workers: { type: 'string', default: '3' },
      client: { type: 'string', default: 'yes' },
    },
  });
  const [command] = positionals;
  if (!values.project || !['up', 'down'].includes(command)) {
    console.error(USAGE);
    process.exit(2);
  }
  if (command === 'down') return down(values.project);
  const { project, balancer: balancers, workers, client } = values;
  const set = await up({ project, balancers, workers: Number(workers), client: client === 'yes' });
  // The secrets stay in the state file: output ends up in logs.
  console.log(JSON.stringify({ ...set, password: undefined, tunnelKeys: undefined }, undefined, 2));
}

if (process.argv[1] === import.meta.filename) await main().catch(exitWith);
