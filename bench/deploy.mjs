// How long deploys of 20 services with 10 servers each take, over SSH, beside an empty play in the same run:
//
//   node bench/deploy.mjs [--rounds 5]
//
// It uses a balancer of its own (project `bench`) and removes it afterwards. Times are in seconds.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { down, up } from '../lab/containers.mjs';
import { inventoryOf } from '../lab/inventory.mjs';
import { openSsh } from '../lab/ssh.mjs';
import { ansibleEnvironment, ROOT } from '../scripts/setup/environment.mjs';
import { exitWith } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';
import { setUp } from '../scripts/setup.mjs';

const PROJECT = 'bench';
const PLAYBOOK = join(ROOT, 'ansible/playbooks/deploy-haproxy.yaml');
const EMPTY_PLAY = [{ name: 'Do nothing', hosts: 'haproxy_servers', gather_facts: false, tasks: [] }];

function services() {
  const servers = Array.from({ length: 10 }, (_, index) => ({
    name: `worker-${index}`,
    address: `192.168.1.1${index}`,
    port: 30306,
  }));
  return Array.from({ length: 20 }, (_, index) => ({
    name: `service-${index}`,
    port: 20_000 + index,
    servers,
  }));
}

async function main() {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const rounds = Number(values.rounds);
  await setUp();
  const folder = mkdtempSync(join(tmpdir(), 'nodeport-haproxy-bench-'));
  try {
    const { machines } = await up({ project: PROJECT, workers: 0, client: false });
    await openSsh(machines);
    const play = ansible(folder, machines);
    await play(PLAYBOOK); // the package lists and the packages are in apt's cache from here on
    report('an empty play', await repeat(rounds, () => play(join(folder, 'empty.json'))));
    report('nothing to change', await repeat(rounds, () => play(PLAYBOOK, 0)));
    const first = async () => {
      await purge(machines[0]);
      return play(PLAYBOOK);
    };
    report('first deploy, packages in the cache', await repeat(rounds, first));
  } finally {
    await down(PROJECT);
    rmSync(folder, { recursive: true });
  }
}

/** Runs a playbook against the balancer and returns its time; `changed` is how many tasks may have changed something. */
function ansible(folder, machines) {
  mkdirSync(join(folder, 'group_vars'));
  writeFileSync(join(folder, 'hosts.ini'), inventoryOf(machines));
  const variables = { haproxy_tcp_backends: services() };
  writeFileSync(join(folder, 'group_vars/haproxy_servers.json'), JSON.stringify(variables));
  writeFileSync(join(folder, 'empty.json'), JSON.stringify(EMPTY_PLAY));
  return async (playbook, changed) => {
    const began = performance.now();
    const { stdout } = await run('ansible-playbook', ['-i', join(folder, 'hosts.ini'), playbook], {
      env: ansibleEnvironment(),
    });
    const seconds = (performance.now() - began) / 1000;
    if (changed !== undefined && !stdout.includes(`changed=${changed} `))
      throw new Error(`expected changed=${changed}:\n${stdout}`);
    return seconds;
  };
}

/** The host as before its first deploy, but for the packages in apt's cache. */
function purge({ name }) {
  const command =
    'apt-get -q -y purge haproxy python3-apt && apt-get -q -y autoremove --purge && rm -rf /etc/haproxy';
  return run('docker', ['exec', name, 'sh', '-c', command]);
}

async function repeat(times, measure) {
  const results = [];
  for (let round = 0; round < times; round += 1) results.push(await measure());
  return results.sort((a, b) => a - b);
}

function report(what, sorted) {
  const [low, middle, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((time) =>
    time.toFixed(1),
  );
  console.log(
    `${what.padEnd(38)} median ${middle} s (${low} to ${high}, ${sorted.length} rounds, load ${loadavg()[0].toFixed(1)})`,
  );
}

await main().catch(exitWith);
