import { CheckFailure } from '../scripts/setup/problem.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { restoreWorker, silenceWorker } from './silence.mjs';
import { allAre } from './stats.mjs';
import { longestSilence, openFlow, workersOf } from './udp-flow.mjs';
import { sendSteadily } from './udp-sender.mjs';

/** Datagrams per second of the flow that is watched: the gap is exact to 50 ms. */
const RATE = 20;

/** A flow that has not moved after this long (ms) is stuck. */
const GIVE_UP = 20_000;

/**
 * Silences the worker that answers a flow, waits until another one does, and brings it back.
 *
 * @param {{host: string, port: number, sourcePort: number, service: string, statsUrl: string,
 *   workers: Array<{host: string, name: string}>, giveUp?: number, signal?: AbortSignal}} options `host` and `port` are the
 *   balancer's; the workers' `host` is HAProxy's name of the server, `name` the container's; `giveUp` in ms
 * @returns {Promise<{from: string, to: string | undefined, gap: number, movedAgain: boolean}>} `gap` in seconds, `to` is
 *   undefined for a flow that is stuck, `movedAgain` tells whether the flow moved once more when its worker was back
 */
export async function measureGap(options) {
  const { workers, giveUp = GIVE_UP, signal } = options;
  await Promise.all(workers.map(({ name }) => restoreWorker(name)));
  await allAre(/^UP$/, options);
  const flow = await openFlow(options);
  const { record, close } = flow;
  const sender = sendSteadily([flow], RATE);
  let silent;
  try {
    // Somewhere within the second second: checks are on a beat, and the loss must not always meet the same point of it.
    await answersMore(record, RATE * (1 + Math.random()), signal);
    silent = workers.find(({ host }) => host === record.replies.at(-1).worker);
    if (!silent)
      throw new CheckFailure(`${record.replies.at(-1).worker} answers, which is none of the workers`);
    await silenceWorker(silent.name);
    const moved = () => workersOf(record).length > 1;
    await waitUntil('another worker', moved, { within: giveUp, every: 20, signal }).catch(stuckIsAResult);
    if (moved()) await comesBack(options, record, silent);
    return gapOf(record);
  } finally {
    await sender.stop();
    close();
    if (silent) await restoreWorker(silent.name);
  }
}

/** For a wait that may be in vain without being an error. */
export function stuckIsAResult(error) {
  if (!(error instanceof CheckFailure)) throw error;
}

/** The worker is back, HAProxy knows it, and two more seconds of traffic have passed. */
async function comesBack(options, record, { name }) {
  await answersMore(record, RATE, options.signal);
  await restoreWorker(name);
  await allAre(/^UP$/, options);
  await answersMore(record, RATE * 2, options.signal);
}

function answersMore({ replies }, count, signal) {
  const enough = replies.length + count;
  return waitUntil('answers', () => replies.length >= enough, { every: 10, signal });
}

/** @param {import('./udp-flow.mjs').Record} record */
export function gapOf(record) {
  const workers = workersOf(record);
  return {
    from: workers[0],
    to: workers[1],
    gap: Math.round(longestSilence(record)) / 1000,
    movedAgain: workers.length > 2,
  };
}

/**
 * What was worse than it may be, in words; an empty list is a pass.
 *
 * @param {Array<ReturnType<typeof gapOf>>} runs
 * @param {number} limit in seconds
 * @returns {string[]}
 */
export function judgeGaps(runs, limit) {
  return runs.flatMap(({ from, to, gap, movedAgain }) =>
    [
      !to && `the flow stayed with ${from}, which was silent: no answer for ${gap} s`,
      to && gap > limit && `no answer for ${gap} s on the way from ${from} to ${to}; ${limit} s are allowed`,
      movedAgain && `the flow left ${to} again when ${from} came back`,
    ].filter(Boolean),
  );
}
