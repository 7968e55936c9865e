import { connect } from 'node:net';
import { CheckFailure } from '../scripts/setup/problem.mjs';

/** After this long (ms) a connection without greeting counts as failed. */
const GIVE_UP = 10_000;

/**
 * Connects and waits for MariaDB's greeting.
 *
 * @param {{host: string, port: number}} target
 * @returns {Promise<{socket: import('node:net').Socket, worker: string | undefined}>} `worker` is who answered: the lab's
 *   MariaDBs say so at the end of their version
 */
export function openSession({ host, port }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: GIVE_UP });
    socket.on('error', reject);
    socket.on('timeout', () => socket.destroy(new Error(`no greeting within ${GIVE_UP / 1000} s`)));
    socket.on('close', () => reject(new Error('closed before the greeting')));
    socket.once('data', (greeting) => {
      socket.setTimeout(0);
      resolve({ socket, worker: workerIn(greeting) });
    });
  });
}

/** The version is a text that ends with a zero byte, after the packet's header (4 bytes) and the protocol (1 byte). */
function workerIn(greeting) {
  return greeting.toString('latin1', 5, greeting.indexOf(0, 5)).match(/k8s-worker-\d+$/)?.[0];
}

/**
 * Opens new connections at a steady rate until it is stopped; each ends as soon as it was greeted.
 *
 * @param {{host: string, port: number}} target
 * @param {number} rate connections per second
 * @returns {{started: () => number, stop: () => Promise<Array<{at: number, ms: number, worker?: string, error?: string}>>}}
 *   `stop` waits for those still open; `at` is the time of performance.now() when it began
 */
export function streamConnections(target, rate) {
  const attempts = [];
  const timer = setInterval(() => attempts.push(attempt(target)), 1000 / rate);
  return {
    started: () => attempts.length,
    stop: () => {
      clearInterval(timer);
      return Promise.all(attempts);
    },
  };
}

async function attempt(target) {
  const at = performance.now();
  try {
    const { socket, worker } = await openSession(target);
    socket.end();
    return { at, ms: performance.now() - at, worker };
  } catch (error) {
    return { at, ms: performance.now() - at, error: error.message };
  }
}

/**
 * Holds idle sessions, as many on every worker as on the one that is watched: with `leastconn`, new connections go on
 * to reach it as they reach the others.
 *
 * @param {{host: string, port: number}} target
 * @param {string} worker
 * @param {number} count
 * @returns {Promise<Array<{worker: string | undefined, ended: Promise<number>, isOpen: () => boolean, send: () => void,
 *   close: () => void}>>} `ended` resolves with performance.now() when the session is over, `send` puts data in flight
 */
export async function holdSessions(target, worker, count) {
  const sessions = [];
  const onWorker = () => sessions.filter((session) => session.worker === worker).length;
  while (onWorker() <= count) {
    if (sessions.length > count * 20) {
      throw new CheckFailure(`of ${sessions.length} sessions no more than ${onWorker()} are on ${worker}`);
    }
    sessions.push(held(await openSession(target)));
  }
  // When the one too many was opened, no worker had fewer than `count`.
  const kept = sessions.filter((session) => rankOf(session, sessions) < count);
  for (const session of sessions) if (!kept.includes(session)) session.close();
  return kept;
}

/** How many sessions on the same worker came before. */
function rankOf(session, sessions) {
  return sessions.filter(({ worker }) => worker === session.worker).indexOf(session);
}

function held({ socket, worker }) {
  const ended = new Promise((resolve) => socket.on('close', () => resolve(performance.now())));
  return {
    worker,
    ended,
    isOpen: () => !socket.destroyed,
    send: () => socket.write('a word'),
    close: () => socket.destroy(),
  };
}
