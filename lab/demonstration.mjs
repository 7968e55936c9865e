import { join } from 'node:path';
import { ansibleEnvironment, ROOT } from '../scripts/setup/environment.mjs';
import { CheckFailure } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';
import { step } from '../scripts/setup/steps.mjs';
import { askWorkers, DATABASES } from './clients.mjs';
import { up } from './containers.mjs';
import { judgeFailover, measureFailover } from './failover.mjs';
import { INVENTORY, writeInventory } from './inventory.mjs';
import { openSsh } from './ssh.mjs';
import { judgeTunnel, measureTunnel } from './tunnel-ping.mjs';

export const PROJECT = 'lab';

/**
 * Brings the lab up, deploys to it as a user would, and shows that it balances and fails over.
 *
 * @param {AbortSignal} signal ends it early; what was silenced is restored
 */
export async function demonstrate(signal) {
  const lab = await step('containers', () => up({ project: PROJECT }));
  const balancer = lab.machines.find(({ role }) => role === 'balancer');
  await step('SSH and inventory', async () => {
    await openSsh([balancer]);
    writeInventory([balancer]);
    return INVENTORY;
  });
  signal.throwIfAborted();
  await step('deploy', () => deploy(signal));
  for (const service of DATABASES) await step(`${service} client`, () => showWorkers(service, lab, balancer));
  await step('failover', () => showFailover(lab, balancer, signal));
  await step('WireGuard', () => showTunnel(lab, balancer, signal));
  await step('stats and metrics', () => checkPages(balancer));
}

/** The pages of a balancer that people and Prometheus look at. */
export function pagesOf({ address }) {
  const metrics = `http://${address}:9101/metrics`;
  return { stats: `http://${address}:8404/stats`, metrics, udpMetrics: `${metrics}/udp` };
}

async function deploy(signal) {
  const command = ['nodeport', 'deploy', '--', '-i', INVENTORY];
  console.log(`  $ npx ${command.join(' ')}`);
  // The command itself, not npx: a Ctrl-C reaches it without a shell in between.
  const [name, ...args] = command;
  const file = join(ROOT, 'node_modules', '.bin', name);
  await run(file, args, { cwd: ROOT, env: ansibleEnvironment(), inherit: true, signal });
}

async function showWorkers(service, { machines, password }, { address: host }) {
  const client = machines.find(({ role }) => role === 'client').name;
  const answers = await askWorkers(service, { client, host, password, times: 6 });
  const workers = [...new Set(answers)].sort();
  if (workers.length < 2)
    throw new CheckFailure(`${service}: 6 connections in a row went to ${workers}; nothing was balanced`);
  return `6 connections were answered by ${answers.map((name) => name.replace('k8s-worker-', '')).join(', ')} (k8s-worker-…)`;
}

async function showFailover({ machines }, balancer, signal) {
  const worker = machines.find(({ host }) => host === 'k8s-worker-1');
  console.log(
    `  $ iptables -A INPUT -p tcp --dport 30306 -j DROP        # on ${worker.host}, under 20 new connections a second`,
  );
  const result = await measureFailover({
    host: balancer.address,
    port: 3306,
    statsUrl: `${pagesOf(balancer).stats};csv`,
    service: 'mysql',
    server: worker.host,
    container: worker.name,
    nodePort: 30306,
    signal,
  });
  console.log(describeFailover(result));
  const problems = judgeFailover(result);
  if (problems.length > 0) {
    throw new CheckFailure(
      `The failover was worse than it may be:\n- ${problems.join('\n- ')}\nLook at ${pagesOf(balancer).stats}; a busy machine makes it slower.`,
    );
  }
}

function describeFailover({ markDown, lostPackets, connections, failed, slowest, cut, backUp }) {
  return [
    `  marked down after       ${markDown} s (${lostPackets} packets lost)`,
    `  new connections         ${connections}, failed ${failed}, slowest ${slowest} s`,
    `  sessions on the worker  ended after ${cut.join(', ')} s`,
    `  back UP                 ${backUp} s after the rule was taken back`,
  ].join('\n');
}

async function showTunnel({ machines, tunnelKeys }, balancer, signal) {
  const client = machines.find(({ role }) => role === 'client').name;
  console.log('  $ ping -i 0.2 10.99.0.1        # through the tunnel, while its worker loses its network');
  const result = await measureTunnel({
    client,
    tunnelKeys,
    host: balancer.address,
    port: 51820,
    service: 'wireguard',
    statsUrl: `${pagesOf(balancer).stats};csv`,
    workers: machines.filter(({ role }) => role === 'worker'),
    signal,
  });
  console.log(describeTunnel(result));
  const problems = judgeTunnel(result);
  if (problems.length > 0)
    throw new CheckFailure(`The tunnel was worse off than it may be:\n- ${problems.join('\n- ')}`);
}

function describeTunnel({ from, to, outage, second, pings }) {
  return [
    `  moved                   from ${from} to ${to}, by itself`,
    `  ping was out for        ${outage} s, of which 15 are WireGuard's own timer`,
    `  when ${from} came back  the longest time between two answers was ${second} s (${pings} pings)`,
  ].join('\n');
}

async function checkPages(balancer) {
  for (const url of Object.values(pagesOf(balancer))) {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (status !== 200) throw new CheckFailure(`${url} answered ${status} instead of 200`);
  }
  return Object.values(pagesOf(balancer)).join('  ');
}
