import { spawn } from 'node:child_process';
import { CheckFailure } from '../scripts/setup/problem.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { restoreWorker, silenceWorker } from './silence.mjs';
import { allAre } from './stats.mjs';
import { stuckIsAResult } from './udp-gap.mjs';
import { openTunnel, TUNNEL_WORKER, workerOfTunnel } from './wireguard.mjs';

/** Pings per second. */
const RATE = 5;

/** What a failover may cost (s): WireGuard itself takes 15 s to shake hands with the worker that it was moved to. */
const LIMITS = { outage: 20, second: 1 };

/** A tunnel that has not come back after this long (ms) is lost. */
const GIVE_UP = 60_000;

/** How long it is watched after its worker is back (s): longer than WireGuard takes to notice that it was moved. */
const WATCH = 20;

/**
 * Pings through a WireGuard tunnel, silences the worker at its end, waits for the ping, and brings the worker back.
 *
 * @param {{client: string, tunnelKeys: ReturnType<typeof import('./wireguard.mjs').makeTunnelKeys>, host: string, port: number,
 *   service: string, statsUrl: string, workers: Array<{host: string, name: string}>, watch?: number,
 *   signal?: AbortSignal}} options `client` is a container, `host` and `port` are the balancer's; `watch` in seconds
 * @returns {Promise<{from: string, to: string | undefined, outage: number, second: number, pings: number}>} in seconds:
 *   `outage` after the loss, `second` the longest one after the worker came back; `to` is undefined when nothing came back
 */
export async function measureTunnel(options) {
  const { client, tunnelKeys, workers, watch = WATCH, signal } = options;
  await Promise.all(workers.map(({ name }) => restoreWorker(name)));
  await allAre(/^UP$/, options);
  await openTunnel(client, tunnelKeys, options);
  const pings = startPing(client);
  let silent;
  try {
    await more(pings, RATE, signal);
    const from = await workerOfTunnel(workers);
    silent = workers.find(({ host }) => host === from);
    if (!silent) throw new CheckFailure('the ping is answered, but no worker had a handshake');
    await silenceWorker(silent.name);
    const silencedAt = Date.now() / 1000;
    const back = () => pings.times.at(-1) > silencedAt;
    const wait = { within: GIVE_UP, every: 50, signal };
    await waitUntil('a ping through another worker', back, wait).catch(stuckIsAResult);
    if (back()) await more(pings, RATE, signal);
    const to = back() ? await workerOfTunnel(workers) : undefined;
    await restoreWorker(silent.name);
    const restoredAt = Date.now() / 1000;
    await allAre(/^UP$/, options);
    await more(pings, RATE * watch, signal);
    return { from, to, ...outages(pings.times, restoredAt), pings: pings.times.length };
  } finally {
    pings.stop();
    if (silent) await restoreWorker(silent.name);
  }
}

/** Another so many answers. */
function more({ times }, count, signal) {
  const enough = times.length + count;
  return waitUntil('answers to the ping', () => times.length >= enough, { every: 50, signal });
}

/**
 * Starts a ping in the client that lasts until it is stopped, or until this process ends.
 *
 * @param {string} client its container
 * @returns {{times: number[], stop: () => void}} `times` grows with each answer: seconds since 1970
 */
function startPing(client) {
  // Ending `docker exec` does not end what it runs: the shell waits for the end of its input and ends the ping.
  const script = `ping -n -D -i ${1 / RATE} ${TUNNEL_WORKER} & read -r _; kill $!`;
  const child = spawn('docker', ['exec', '--interactive', client, 'sh', '-c', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const times = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    times.push(...answerTimes(lines));
  });
  return { times, stop: () => child.stdin.end() };
}

/** The times of the answers in what `ping -D` prints; other lines (no answer yet, unreachable) are none. */
export function answerTimes(lines) {
  return lines
    .map((line) => line.match(/^\[(\d+\.\d+)\].* time=/)?.[1])
    .flatMap((at) => (at ? [Number(at)] : []));
}

/**
 * The longest times (s) without an answer, before and after the worker was brought back.
 *
 * @param {number[]} times of the answers
 * @param {number} restoredAt
 */
export function outages(times, restoredAt) {
  const gaps = times.slice(1).map((at, index) => ({ length: at - times[index], end: at }));
  const longest = (wanted) =>
    Math.round(Math.max(0, ...gaps.filter(wanted).map(({ length }) => length)) * 100) / 100;
  return {
    outage: longest(({ end }) => end <= restoredAt),
    second: longest(({ end }) => end > restoredAt),
  };
}

/**
 * What was worse than it may be, in words; an empty list is a pass.
 *
 * @param {Awaited<ReturnType<typeof measureTunnel>>} result
 * @returns {string[]}
 */
export function judgeTunnel({ from, to, outage, second }) {
  return [
    !to && `the tunnel never came back from ${from}`,
    to === from && `the tunnel stayed with ${from}, which was silent`,
    outage > LIMITS.outage && `no ping for ${outage} s; ${LIMITS.outage} s are allowed`,
    second > LIMITS.second && `a second outage of ${second} s when ${from} came back`,
  ].filter(Boolean);
}
