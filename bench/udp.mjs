// What balancing a datagram costs, beside the same traffic without a balancer, with a DNAT rule written by hand, and with
// nginx, all in one run:
//
//   node bench/udp.mjs [--rounds 11] [--datagrams 20000]
//
// It needs root, and makes network namespaces of its own, which are gone afterwards. Sender, echo and nginx share one core,
// so all that a datagram costs, the kernel's forwarding too, is CPU time of one of these processes: see README.md.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EnvironmentProblem, exitWith } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';
import { BALANCER, close, DIRECT, inside, open, setRules, start } from './udp/network.mjs';
import { nginxCommand } from './udp/nginx.mjs';
import { byHand, byUs, withoutCounting } from './udp/rules.mjs';
import { middle } from './udp/statistics.mjs';

const PORTS = { port: 51820, workerPort: 31820 };
const FLOWS = 9;
const DEPTH = 8; // datagrams under way on each flow
const PASSES = 5; // of each way in a round
const CORE = availableParallelism() - 1;
const HAND = 'a DNAT rule by hand';
const US = 'this project, one worker';

async function main() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '11' }, datagrams: { type: 'string', default: '20000' } },
  });
  if (process.getuid() !== 0)
    throw new EnvironmentProblem('Network namespaces need root.', 'Run it with sudo.');
  const folder = mkdtempSync(join(tmpdir(), 'nodeport-haproxy-bench-'));
  const processes = [];
  try {
    const traffic = join(folder, 'traffic');
    await run('gcc', ['-O2', '-o', traffic, join(import.meta.dirname, 'udp/traffic.c')]);
    await open();
    const echo = start('workers', CORE, [traffic, 'echo', String(PORTS.workerPort)]);
    processes.push(echo);
    await once(echo.output, 'data'); // it says "ready"
    const ways = await waysOf(folder, processes);
    const send = sender(traffic, processes);
    report(await rounds(ways, Number(values.rounds), (way) => send(way, Number(values.datagrams))));
  } finally {
    for (const each of processes) await each.stop();
    await close();
    rmSync(folder, { recursive: true });
  }
}

/** The ways to a worker: the address that the client sends to, and the balancer's rules. */
async function waysOf(folder, processes) {
  const us = await byUs(folder, { ...PORTS, workers: 1 });
  const ways = [
    { name: 'direct', address: DIRECT, port: PORTS.workerPort, rules: '' },
    { name: HAND, address: BALANCER, rules: byHand(PORTS) },
    { name: US, address: BALANCER, rules: us },
    { name: 'the same, without counting', address: BALANCER, rules: withoutCounting(us) },
    {
      name: 'this project, three workers',
      address: BALANCER,
      rules: await byUs(folder, { ...PORTS, workers: 3 }),
    },
  ];
  const nginx = await nginxCommand(folder, PORTS);
  if (!nginx) return ways;
  processes.push(start('balancer', CORE, nginx));
  return [...ways, { name: 'nginx stream, one worker', address: BALANCER, rules: '' }];
}

/** Returns what sends datagrams one way, and tells the CPU time of a datagram (µs) and their number a second. */
function sender(traffic, processes) {
  const send = async ({ address, port = PORTS.port }, datagrams) => {
    const count = Math.ceil(datagrams / FLOWS / DEPTH);
    const command = [traffic, 'send', address, port, FLOWS, DEPTH, count].map(String);
    const { stdout } = await run('ip', inside('client', CORE, command), { timeout: 60_000 });
    return { ...JSON.parse(stdout), datagrams: count * FLOWS * DEPTH * 2 }; // each is answered
  };
  return async (way, datagrams) => {
    await setRules(way.rules);
    await send(way, datagrams / 10); // flows, neighbours and caches
    const before = used(processes);
    const sent = await send(way, datagrams);
    const cpu = sent.cpu + used(processes) - before;
    return { cpu: (cpu / sent.datagrams) * 1e6, rate: sent.datagrams / sent.seconds };
  };
}

/** CPU seconds of the processes so far, to the ns: the first field of schedstat. */
function used(processes) {
  const times = processes.map(({ pid }) =>
    Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]),
  );
  return times.reduce((sum, time) => sum + time, 0) / 1e9;
}

/**
 * In each round goes all the ways several times, each time beginning with another one, and keeps the time of each way
 * that was disturbed least: what else runs on the core can only add to it.
 */
async function rounds(ways, count, measure) {
  const results = ways.map(({ name }) => ({ name, cpu: [], rate: [] }));
  for (let round = 0; round < count; round += 1) {
    const measured = ways.map(() => []);
    for (let step = 0; step < PASSES * ways.length; step += 1) {
      const index = (step + Math.floor(step / ways.length)) % ways.length;
      measured[index].push(await measure(ways[index]));
    }
    for (const [index, { cpu, rate }] of results.entries()) {
      cpu.push(Math.min(...measured[index].map((each) => each.cpu)));
      rate.push(Math.max(...measured[index].map((each) => each.rate)));
    }
  }
  return results;
}

function report(results) {
  const load = loadavg()[0].toFixed(1);
  console.log(`${results[0].cpu.length} rounds, one core, ${FLOWS} flows, 64 bytes, load ${load}`);
  for (const { name, cpu, rate } of results) {
    const [time, speed] = [
      interval(cpu, 2),
      interval(
        rate.map((each) => each / 1000),
        0,
      ),
    ];
    console.log(`${name.padEnd(28)} ${time} µs of CPU a datagram, ${speed} thousand datagrams a second`);
  }
  const [direct, hand] = [results[0], results.find(({ name }) => name === HAND)];
  for (const { name, cpu } of results.slice(2)) {
    const ratio = interval(
      cpu.map((each, round) => each / hand.cpu[round]),
      3,
    );
    const above = (times, round) => times[round] - direct.cpu[round];
    const share = interval(
      cpu.map((_, round) => above(cpu, round) / above(hand.cpu, round)),
      3,
    );
    console.log(`${name} / ${HAND}: ${ratio}; of what both cost more than direct: ${share}`);
  }
}

function interval(values, digits) {
  const { median, low, high } = middle(values);
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

await main().catch(exitWith);
