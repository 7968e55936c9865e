// How long deploys take over SSH, beside an empty play in the same run: 20 services with 10 servers each, and 100 with 50.
// It also says how many tasks that is, and how long each takes:
//
//   node bench/deploy.mjs [--rounds 5]
//
// It uses a balancer of its own (project `bench`) and removes it afterwards. Times are in seconds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
const EMPTY = 'empty.json';
const EMPTY_PLAY = [{ name: 'Do nothing', hosts: 'haproxy_servers', gather_facts: false, tasks: [] }];

function services(count, each) {
  const servers = Array.from({ length: each }, (_, index) => ({
    name: `worker-${index}`,
    address: `192.168.1.${10 + index}`,
    port: 30306,
    // Nobody is there: 5,000 checks in two seconds would be what is measured.
    check_interval: '60s',
  }));
  return Array.from({ length: count }, (_, index) => ({
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
    // Side by side, size by size: deploy it, then measure the run that has nothing to do.
    const times = { empty: [], small: [], large: [] };
    const tasks = {};
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push((await play(EMPTY)).seconds);
      for (const size of ['small', 'large']) {
        await play(PLAYBOOK, size);
        const run = await play(PLAYBOOK, size, 0);
        times[size].push(run.seconds);
        tasks[size] = run.tasks;
      }
    }
    report('an empty play', times.empty);
    report('nothing to change, 20 x 10', times.small);
    report('nothing to change, 100 x 50', times.large);
    for (const size of ['small', 'large']) reportTasks(size, tasks[size]);
    const first = async () => {
      await purge(machines[0]);
      return (await play(PLAYBOOK, 'small')).seconds;
    };
    report('first deploy, packages in the cache', await repeat(rounds, first));
  } finally {
    await down(PROJECT);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs a playbook against the balancer: how long it and each of its tasks took, in seconds. `changed` is how many tasks may
 * have changed something.
 */
function ansible(folder, machines) {
  writeFileSync(join(folder, 'hosts.ini'), inventoryOf(machines));
  const sizes = { small: services(20, 10), large: services(100, 50) };
  for (const [size, haproxy_tcp_backends] of Object.entries(sizes))
    writeFileSync(
      join(folder, `${size}.json`),
      // Fewer connections than usual, because 5,000 servers need file descriptors too.
      JSON.stringify({ haproxy_tcp_backends, haproxy_maxconn: 2000 }),
    );
  writeFileSync(join(folder, EMPTY), JSON.stringify(EMPTY_PLAY));
  return async (playbook, size, changed) => {
    const extra = size ? ['-e', `@${join(folder, `${size}.json`)}`] : [];
    const began = performance.now();
    const { stdout, tasks } = await timed(
      ['-i', join(folder, 'hosts.ini'), ...extra, playbook === EMPTY ? join(folder, EMPTY) : playbook],
      began,
    );
    const seconds = (performance.now() - began) / 1000;
    if (changed !== undefined && !stdout.includes(`changed=${changed} `))
      throw new Error(`expected changed=${changed}:\n${stdout}`);
    return { seconds, tasks };
  };
}

/** Runs ansible-playbook with the callback plugin of `nodeport deploy`, which says when each task begins. */
async function timed(args, began) {
  const env = {
    ...ansibleEnvironment(),
    ANSIBLE_CALLBACK_PLUGINS: join(ROOT, 'packages/cli/ansible/callback_plugins'),
    ANSIBLE_CALLBACKS_ENABLED: 'nodeport_events',
    NODEPORT_EVENTS_FD: '3',
  };
  const child = spawn(join(ROOT, '.venv/bin/ansible-playbook'), args, {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const tasks = [];
  const now = () => (performance.now() - began) / 1000;
  createInterface({ input: child.stdio[3] }).on('line', (line) => {
    const { event, name } = JSON.parse(line);
    if (event === 'task' || event === 'end') tasks.push({ name, at: now() });
  });
  child.stdout.setEncoding('utf8');
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`ansible-playbook ended with ${code}:\n${stdout}`);
  return {
    stdout,
    tasks: tasks.slice(0, -1).map(({ name, at }, index) => ({ name, seconds: tasks[index + 1].at - at })),
  };
}

function reportTasks(size, tasks) {
  console.log(`\n${size}, last run with nothing to change: ${tasks.length} tasks`);
  for (const { name, seconds } of tasks) console.log(`  ${seconds.toFixed(2)} s  ${name}`);
}

/** The host as before its first deploy, but for the packages in apt's cache. */
function purge({ name }) {
  const command = [
    'apt-get -q -y purge haproxy python3-apt && apt-get -q -y autoremove --purge',
    'rm -rf /etc/haproxy /var/lib/nodeport-haproxy /etc/systemd/system/haproxy.service.d && systemctl daemon-reload',
  ].join(' && ');
  return run('docker', ['exec', name, 'sh', '-c', command]);
}

async function repeat(times, measure) {
  const results = [];
  for (let round = 0; round < times; round += 1) results.push(await measure());
  return results;
}

function report(what, seconds) {
  const sorted = seconds.toSorted((a, b) => a - b);
  const [low, middle, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((time) =>
    time.toFixed(1),
  );
  console.log(
    `${what.padEnd(38)} median ${middle} s (${low} to ${high}, ${sorted.length} rounds, load ${loadavg()[0].toFixed(1)})`,
  );
}

await main().catch(exitWith);
