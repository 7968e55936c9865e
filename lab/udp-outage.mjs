import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { restoreWorker, silenceWorker } from './silence.mjs';
import { allAre } from './stats.mjs';
import { openFlow } from './udp-flow.mjs';
import { sendSteadily } from './udp-sender.mjs';

/** Datagrams per second of the flow that is watched. */
const RATE = 20;

/**
 * Silences all workers until HAProxy has them down, brings them back, and waits for an answer.
 *
 * @param {{host: string, port: number, service: string, statsUrl: string, workers: Array<{host: string, name: string}>,
 *   signal?: AbortSignal}} options `host` and `port` are the balancer's
 * @returns {Promise<{down: number, back: number, refused: number}>} in seconds: `down` from the loss to the last mark-down,
 *   `back` from the first worker's return to the first answer; `refused` counts the ICMP errors in between
 */
export async function measureOutage(options) {
  const { workers, signal } = options;
  const flow = await openFlow(options);
  const { record, close } = flow;
  const sender = sendSteadily([flow], RATE);
  const bringBack = () => Promise.all(workers.map(({ name }) => restoreWorker(name)));
  try {
    await bringBack();
    await allAre(/^UP$/, options);
    await waitUntil('an answer', () => record.replies.length > 0, { every: 20, signal });
    const silencedAt = performance.now();
    await Promise.all(workers.map(({ name }) => silenceWorker(name)));
    await allAre(/^DOWN/, options);
    const downAt = performance.now();
    // A second of it: whoever sends now has to be told, or not.
    const enough = record.sent.length + RATE;
    await waitUntil('a second of traffic', () => record.sent.length >= enough, { every: 20, signal });
    const restoredAt = performance.now();
    await bringBack();
    const isBack = () => record.replies.at(-1).at > restoredAt;
    await waitUntil('an answer after the return', isBack, { every: 20, signal });
    const first = record.replies.find(({ at }) => at > restoredAt).at;
    return {
      down: seconds(downAt - silencedAt),
      back: seconds(first - restoredAt),
      refused: record.errors.filter((code) => code === 'ECONNREFUSED').length,
    };
  } finally {
    await Promise.all([sender.stop(), bringBack()]);
    close();
  }
}

/**
 * What was worse than it may be, in words; an empty list is a pass.
 *
 * @param {Awaited<ReturnType<typeof measureOutage>>} result
 * @param {{back: number, refused: boolean}} limits `back` in seconds; `refused` says whether clients have to be told
 * @returns {string[]}
 */
export function judgeOutage({ back, refused }, limits) {
  return [
    back > limits.back &&
      `the first answer came ${back} s after the workers' return; ${limits.back} s are allowed`,
    limits.refused && refused === 0 && 'while all workers were down, nobody told the client',
    !limits.refused && refused > 0 && `${refused} datagrams were refused, though all servers are used then`,
  ].filter(Boolean);
}

function seconds(ms) {
  return Math.round(ms) / 1000;
}
