import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { answered, longestSilence, openFlow, workersOf } from './udp-flow.mjs';
import { sendSteadily } from './udp-sender.mjs';

/** How long traffic may take to flow again after the disturbance (ms); what takes longer is reported as silence. */
const RECOVERY = 60_000;

/**
 * Sends over steady flows while something happens, and goes on until every flow is answered again.
 *
 * @param {{host: string, port: number, flows: number, rate: number, after?: number, during: () => Promise<unknown>}} options
 *   `rate` is in datagrams per second, of all flows together; `after` is how long to go on then (s), for what comes late
 * @returns {Promise<ReturnType<typeof countSteady>>}
 */
export async function measureSteady({ host, port, flows: count, rate, after = 0, during }) {
  const flows = await Promise.all(Array.from({ length: count }, () => openFlow({ host, port })));
  try {
    const sender = sendSteadily(flows, rate);
    try {
      await allAnswered(flows, 0);
      await during();
      // A flow that never comes back shows in the figures.
      await allAnswered(flows, performance.now()).catch(() => {});
      const enough = sent(flows) + rate * after;
      await waitUntil('more traffic', () => sent(flows) >= enough, { within: RECOVERY, every: 20 });
    } finally {
      await sender.stop();
    }
    return countSteady(flows.map(({ record }) => record));
  } finally {
    for (const { close } of flows) close();
  }
}

function sent(flows) {
  return flows.reduce((total, { record }) => total + record.sent.length, 0);
}

/** Waits until each flow has an answer to a datagram that was sent after a time. */
function allAnswered(flows, since) {
  const isAnswered = ({ record }) =>
    record.replies.length > 0 && record.sent[record.replies.at(-1).number] > since;
  return waitUntil('an answer on every flow', () => flows.every(isAnswered), { within: RECOVERY, every: 20 });
}

/**
 * @param {import('./udp-flow.mjs').Record[]} records
 * @returns {{flows: number, sent: number, lost: number, moved: number, left: string[], lostInMoves: number, silence: number,
 *   errors: Record<string, number>, seconds: number}} `moved` counts the flows that more than one worker answered, `left` names
 *   the worker of each move, `lostInMoves` counts the lost datagrams of those flows; `silence` is the longest time (s) that any flow had no answer
 */
export function countSteady(records) {
  const sum = (count) => records.reduce((total, record) => total + count(record), 0);
  const sentInAll = sum((record) => record.sent.length);
  const times = records.flatMap((record) => [record.sent[0], record.sent.at(-1)]);
  const errors = {};
  for (const code of records.flatMap((record) => record.errors)) errors[code] = (errors[code] ?? 0) + 1;
  return {
    flows: records.length,
    sent: sentInAll,
    lost: sentInAll - sum(answered),
    moved: sum((record) => (workersOf(record).length > 1 ? 1 : 0)),
    left: records.flatMap((record) => workersOf(record).slice(0, -1)),
    lostInMoves: sum((record) => (workersOf(record).length > 1 ? record.sent.length - answered(record) : 0)),
    silence: seconds(Math.max(...records.map(longestSilence))),
    errors,
    seconds: seconds(Math.max(...times) - Math.min(...times)),
  };
}

/**
 * What was worse than it may be, in words; an empty list is a pass.
 *
 * @param {ReturnType<typeof countSteady>} result
 * @param {{lost?: number, moved?: number, silence?: number}} limits `silence` in seconds; without one nothing may be lost
 *   or moved
 * @returns {string[]}
 */
export function judgeSteady(result, limits = {}) {
  const { lost = 0, moved = 0, silence = Number.POSITIVE_INFINITY } = limits;
  return [
    result.lost > lost && `${result.lost} of ${result.sent} datagrams were lost; ${lost} may be`,
    result.moved > moved && `${result.moved} of ${result.flows} flows moved; ${moved} may`,
    result.silence > silence && `a flow was silent for ${result.silence} s; ${silence} s are allowed`,
  ].filter(Boolean);
}

function seconds(ms) {
  return Math.round(ms) / 1000;
}
