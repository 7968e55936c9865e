import { answered, openFlow } from './udp-flow.mjs';
import { awaitAnswers } from './udp-sender.mjs';

/** How far a worker may be from its share, and how many flows may get another source port. */
const LIMITS = { deviation: 0.1, changedPorts: 0.01 };

/** Below the ports that Linux gives out by itself: one of those may be a flow's that has a worker already. */
const FIRST_SOURCE_PORT = 22_000;

/**
 * Opens flows, each with one datagram, and counts which workers they end up on.
 *
 * @param {{host: string, port: number, flows: number}} options `host` and `port` are the balancer's
 * @returns {Promise<{flows: number, lost: number, kept: number, workers: Record<string, number>}>} `kept` counts the flows
 *   whose source port the worker saw unchanged
 */
export async function measureSpread({ host, port, flows: count }) {
  const flows = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      openFlow({ host, port, sourcePort: FIRST_SOURCE_PORT + index }),
    ),
  );
  try {
    for (const { send } of flows) send();
    await awaitAnswers(flows);
    return countSpread(flows.map(({ record }) => record));
  } finally {
    for (const { close } of flows) close();
  }
}

/** @param {import('./udp-flow.mjs').Record[]} records */
export function countSpread(records) {
  const replied = records.filter((record) => answered(record) > 0);
  const workers = {};
  for (const { replies } of replied) workers[replies[0].worker] = (workers[replies[0].worker] ?? 0) + 1;
  return {
    flows: records.length,
    lost: records.length - replied.length,
    kept: replied.filter(({ sourcePort, replies }) => replies[0].seenPort === sourcePort).length,
    workers: Object.fromEntries(Object.entries(workers).sort()),
  };
}

/**
 * What was worse than it may be, in words; an empty list is a pass.
 *
 * @param {ReturnType<typeof countSpread>} result
 * @param {{expected: string[], deviation?: number}} options `expected` are the workers that live; `deviation` of a worker's
 *   share is a ratio
 * @returns {string[]}
 */
export function judgeSpread({ flows, lost, kept, workers }, { expected, deviation = LIMITS.deviation }) {
  const share = flows / expected.length;
  const uneven = expected.filter((worker) => Math.abs((workers[worker] ?? 0) - share) > share * deviation);
  const strangers = Object.keys(workers).filter((worker) => !expected.includes(worker));
  return [
    lost > 0 && `${lost} of ${flows} flows got no answer`,
    ...uneven.map((worker) => `${worker} got ${workers[worker] ?? 0} of ${flows} flows, not about ${share}`),
    ...strangers.map((worker) => `${worker} got ${workers[worker]} flows, and should get none`),
    // Two clients behind one masqueraded address may have the same port, and the second then gets another.
    flows - lost - kept > flows * LIMITS.changedPorts &&
      `${flows - lost - kept} flows arrived from another source port than the client's`,
  ].filter(Boolean);
}
