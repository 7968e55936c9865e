import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { answered } from './udp-flow.mjs';

/** How often datagrams are sent (ms); those that are due go out together. */
const TICK = 5;

/** How long after the last datagram answers may still come (ms). */
const LATE = 2_000;

/**
 * Sends over flows in turn, at a steady rate in all, until it is stopped. A tick that comes late sends what is due by
 * then, so that the count is right also on a busy machine.
 *
 * @param {Array<Awaited<ReturnType<typeof import('./udp-flow.mjs').openFlow>>>} flows
 * @param {number} rate datagrams per second, of all flows together
 * @returns {{stop: () => Promise<void>}} `stop` waits for late answers
 */
export function sendSteadily(flows, rate) {
  const began = performance.now();
  let sent = 0;
  const tick = () => {
    const due = dueAfter(performance.now() - began, rate);
    for (; sent < due; sent += 1) flows[sent % flows.length].send();
  };
  tick();
  const timer = setInterval(tick, TICK);
  return {
    stop: () => {
      clearInterval(timer);
      return awaitAnswers(flows);
    },
  };
}

/** How many datagrams are due after a time (ms); the first one is due at once. */
export function dueAfter(ms, rate) {
  return Math.floor((ms * rate) / 1000) + 1;
}

/** Returns when every datagram is answered, or when answers can no longer be expected. */
export async function awaitAnswers(flows) {
  const all = () => flows.every(({ record }) => answered(record) === record.sent.length);
  // That some are missing is the result, not an error.
  await waitUntil('all answers', all, { within: LATE, every: 20 }).catch(() => {});
}
