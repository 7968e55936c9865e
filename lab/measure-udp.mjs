// Measures what a project's UDP service does, and prints it as JSON; exit code 1 when it is worse than it may be.
//
//   node lab/measure-udp.mjs spread    --project P --balancer B [--flows 300] [--workers NAME,NAME] [--deviation 0.1]
//   node lab/measure-udp.mjs gap       --project P --balancer B [--runs 1] [--limit 6.3] [--give-up 20]
//   node lab/measure-udp.mjs steady    --project P --balancer B [--flows 50] [--rate 2000] [--after 0] [--lost 0] \
//                                      [--moved 0] [--silence SECONDS] (-- COMMAND... | --ready FILE --stop FILE)
//   node lab/measure-udp.mjs outage    --project P --balancer B [--limit 6.3] [--refused yes|no]
//   node lab/measure-udp.mjs wireguard --project P --balancer B [--watch 20]
//
// All take --service (wireguard) and --port (51820). spread, gap and steady need the lab's UDP echo behind the port.
// steady sends for as long as the command runs, or from when it makes the one file until somebody makes the other, and
// until every flow is answered again. outage silences all workers; the limit is for the time from their return.
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CheckFailure, exitWith } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { readState } from './state.mjs';
import { judgeTunnel, measureTunnel } from './tunnel-ping.mjs';
import { judgeGaps, measureGap } from './udp-gap.mjs';
import { judgeOutage, measureOutage } from './udp-outage.mjs';
import { judgeSpread, measureSpread } from './udp-spread.mjs';
import { judgeSteady, measureSteady } from './udp-steady.mjs';

/** The source port of the flow whose gap is measured: below those that Linux gives out by itself. */
const SOURCE_PORT = 21_820;

/** Traffic ends by itself after this long (ms), should nobody make the file. */
const LONGEST = 900_000;

const COMMANDS = { spread, gap, steady, outage, wireguard };

const OPTIONS = {
  project: {},
  balancer: {},
  service: { default: 'wireguard' },
  port: { default: '51820' },
  flows: {},
  workers: {},
  deviation: {},
  runs: { default: '1' },
  limit: { default: '6.3' },
  'give-up': { default: '20' },
  rate: { default: '2000' },
  lost: { default: '0' },
  moved: { default: '0' },
  silence: { default: 'Infinity' },
  after: { default: '0' },
  ready: {},
  stop: {},
  refused: { default: 'no' },
  watch: { default: '20' },
};

async function spread(target, values) {
  const result = await measureSpread({ ...target, flows: Number(values.flows ?? 300) });
  const expected = values.workers?.split(',') ?? target.workers.map(({ host }) => host);
  const deviation = values.deviation === undefined ? undefined : Number(values.deviation);
  return { result, problems: judgeSpread(result, { expected, deviation }) };
}

async function gap(target, values) {
  const runs = [];
  while (runs.length < Number(values.runs)) {
    const giveUp = Number(values['give-up']) * 1000;
    runs.push(await measureGap({ ...target, sourcePort: SOURCE_PORT, giveUp }));
  }
  const longest = Math.max(...runs.map((one) => one.gap));
  return { result: { longest, runs }, problems: judgeGaps(runs, Number(values.limit)) };
}

async function steady(target, values, command) {
  const { flows = '50', ready, stop } = values;
  if (command.length === 0 && !(ready && stop))
    throw new CheckFailure('give a command after `--`, or --ready and --stop: the traffic lasts as long');
  const during = command.length > 0 ? () => run(command[0], command.slice(1)) : () => untilStop(ready, stop);
  const [rate, after] = [Number(values.rate), Number(values.after)];
  const result = await measureSteady({ ...target, flows: Number(flows), rate, after, during });
  const limits = ['lost', 'moved', 'silence'].map((name) => [name, Number(values[name])]);
  return { result, problems: judgeSteady(result, Object.fromEntries(limits)) };
}

function untilStop(ready, stop) {
  writeFileSync(ready, '');
  return waitUntil(`the file ${stop}`, () => existsSync(stop), { within: LONGEST, every: 50 });
}

async function outage(target, values) {
  const result = await measureOutage(target);
  const limits = { back: Number(values.limit), refused: values.refused === 'yes' };
  return { result, problems: judgeOutage(result, limits) };
}

async function wireguard(target, values) {
  const result = await measureTunnel({ ...target, watch: Number(values.watch) });
  return { result, problems: judgeTunnel(result) };
}

/** Where a measurement sends to, and whom it looks at meanwhile. */
function targetOf({ project, balancer: name, service, port }) {
  const { machines = [], tunnelKeys } = readState(project) ?? {};
  const balancer = machines.find(({ host }) => host === name);
  if (!balancer) throw new CheckFailure(`project ${project} has no ${name}`);
  return {
    host: balancer.address,
    port: Number(port),
    service,
    statsUrl: `http://${balancer.address}:8404/stats;csv`,
    workers: machines.filter(({ role }) => role === 'worker'),
    client: machines.find(({ role }) => role === 'client')?.name,
    tunnelKeys,
  };
}

async function main() {
  const strings = Object.entries(OPTIONS).map(([name, option]) => [name, { type: 'string', ...option }]);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(strings),
  });
  const [command, ...rest] = positionals;
  if (!Object.hasOwn(COMMANDS, command ?? ''))
    throw new CheckFailure(`say what to measure: ${Object.keys(COMMANDS).join(', ')}`);
  const { result, problems } = await COMMANDS[command](targetOf(values), values, rest);
  console.log(JSON.stringify(result));
  if (problems.length > 0) throw new CheckFailure(problems.join('\n'));
}

await main().catch(exitWith);
