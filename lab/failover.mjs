import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { holdSessions, streamConnections } from './connections.mjs';
import { lostPackets, restore, silence } from './silence.mjs';
import { serverStatus } from './stats.mjs';

/** What a failover may cost; see {@link judgeFailover}. */
const LIMITS = { markDown: 6, failed: 1, slowest: 1, cutAfterMarkDown: 1, lost: 0 };

/** Sessions in the process from before a reload: it asks once a second, and ends them one question later. */
const CUT_AFTER_RELOAD = 4;

/**
 * Silences one worker under traffic and watches HAProxy notice; afterwards the worker is back and UP.
 *
 * @param {{host: string, port: number, statsUrl: string, service: string, server: string, container: string,
 *   nodePort: number, rate?: number, held?: number, signal?: AbortSignal,
 *   reload?: () => Promise<{ended: () => Promise<unknown>}>}} options `host` and `port` are the balancer's, `server`
 *   is HAProxy's name of the worker that runs in `container`, `rate` is in connections per second, `held` counts the
 *   idle sessions held on that worker, `reload` leaves them to an old process, whose end is awaited once they are closed.
 *   The service has to be the lab's MariaDB, whose greeting tells the worker
 * @returns {Promise<{reloaded: boolean, markDown: number, cut: number[], lost: number, connections: number, failed: number,
 *   slowest: number, errors: string[], lostPackets: number, backUp: number}>} times in seconds: `markDown` and `cut` (the held
 *   sessions' ends) since just before the rule was set, `backUp` since it was taken back, `slowest` of the connections that
 *   succeeded; `lost` counts the held sessions on other workers that ended
 */
export async function measureFailover(options) {
  const { container, nodePort, rate = 20, held = 3, signal, reload } = options;
  await restore(container, nodePort);
  await waitForStatus(options, /^UP$/);
  const sessions = await holdSessions(options, options.server, held);
  const stream = streamConnections(options, rate);
  try {
    await waitUntil('the first second of traffic', () => stream.started() >= rate, { signal });
    const old = await reload?.();
    const began = performance.now();
    await silence(container, nodePort);
    // One of the sessions has data in flight, which the kernel goes on to resend; the others are idle.
    sessions.find(({ worker }) => worker === options.server).send();
    await waitForStatus(options, /^DOWN/);
    const markedDown = performance.now();
    const onWorker = ({ worker }) => worker === options.server;
    const cut = await endsOf(sessions.filter(onWorker));
    const packets = await lostPackets(container, nodePort);
    await trafficGoesOn(stream, rate, signal);
    const lost = sessions.filter((session) => !onWorker(session) && !session.isOpen()).length;
    const attempts = await stream.stop();
    const backUp = await bringBack(options);
    for (const session of sessions) session.close();
    await old?.ended();
    return {
      reloaded: old !== undefined,
      markDown: seconds(markedDown - began),
      cut: cut.map((at) => seconds(at - began)),
      lost,
      ...summary(attempts),
      lostPackets: packets,
      backUp,
    };
  } finally {
    for (const session of sessions) session.close();
    await Promise.all([stream.stop(), restore(container, nodePort)]);
  }
}

/**
 * What was worse than it may be, in words; an empty list is a pass.
 *
 * @param {Awaited<ReturnType<typeof measureFailover>>} result
 * @returns {string[]}
 */
export function judgeFailover({ reloaded, markDown, cut, lost, failed, slowest, errors }) {
  const allowed = reloaded ? CUT_AFTER_RELOAD : LIMITS.cutAfterMarkDown;
  const late = cut.filter((at) => !(Math.abs(at - markDown) <= allowed));
  return [
    markDown > LIMITS.markDown && `marked down after ${markDown} s; ${LIMITS.markDown} s are allowed`,
    failed > LIMITS.failed &&
      `${failed} connections failed; ${LIMITS.failed} may (${[...new Set(errors)].join(', ')})`,
    slowest > LIMITS.slowest && `the slowest connection took ${slowest} s; ${LIMITS.slowest} s are allowed`,
    late.length > 0 &&
      `sessions on the dead worker ended ${late.join(', ')} s after it fell silent, not at its mark-down`,
    lost > LIMITS.lost && `${lost} sessions on healthy workers ended`,
  ].filter(Boolean);
}

function waitForStatus({ statsUrl, service, server, signal }, wanted) {
  const ask = async () => wanted.test(await serverStatus(statsUrl, service, server));
  return waitUntil(`status ${wanted.source} of ${service}/${server}`, ask, {
    within: 30_000,
    every: 50,
    signal,
  });
}

/** The ends of the held sessions; NaN for one that was not cut within 5 s of the mark-down. */
function endsOf(sessions) {
  const limit = new Promise((resolve) => setTimeout(resolve, 5_000, Number.NaN).unref());
  return Promise.all(sessions.map(({ ended }) => Promise.race([ended, limit])));
}

/** Another second of connections, now that the worker is out. */
async function trafficGoesOn(stream, rate, signal) {
  const enough = stream.started() + rate;
  await waitUntil('a second of traffic after the mark-down', () => stream.started() >= enough, { signal });
}

async function bringBack(options) {
  const began = performance.now();
  await restore(options.container, options.nodePort);
  await waitForStatus(options, /^UP$/);
  return seconds(performance.now() - began);
}

function summary(attempts) {
  const errors = attempts.flatMap(({ error }) => (error ? [error] : []));
  const slowest = seconds(Math.max(...attempts.filter(({ error }) => !error).map(({ ms }) => ms)));
  return { connections: attempts.length, failed: errors.length, slowest, errors };
}

function seconds(ms) {
  return Math.round(ms) / 1000;
}
