import { connect } from 'node:net';

/** After this long (ms) without an answer a session or a connection counts as lost. */
const PATIENCE = 5_000;

/**
 * Holds sessions through a service and opens new connections to it while something happens. The service has to be the
 * lab's Redis: it answers each line with a line, before any log-in.
 *
 * @param {{host: string, port: number, sessions: number, rate: number, beat?: number, during: () => Promise<unknown>}} options
 *   `rate` is in new connections per second; each session asks every `beat` ms, so that a lost one is noticed
 * @returns {Promise<ReturnType<typeof countTcp>>}
 */
export async function measureTcp({ sessions, rate, beat = 500, during, ...target }) {
  let over = false;
  const held = await Promise.all(Array.from({ length: sessions }, () => hold(target, beat, () => over)));
  const attempts = [];
  const timer = setInterval(() => attempts.push(attempt(target)), 1000 / rate);
  try {
    await during();
  } finally {
    clearInterval(timer);
    over = true;
  }
  const alive = await Promise.all(held.map(({ ended }) => ended));
  return countTcp(alive, await Promise.all(attempts));
}

/**
 * @param {boolean[]} alive of each session
 * @param {Array<{at: number, error?: string}>} attempts the new connections; `at` in ms
 * @returns {{sessions: number, alive: number, connections: number, refused: number, outage: number, reasons: string[]}}
 *   `outage` is the time (s) from the first refused connection to the last
 */
export function countTcp(alive, attempts) {
  const refused = attempts.filter(({ error }) => error !== undefined);
  const times = refused.map(({ at }) => at);
  return {
    sessions: alive.length,
    alive: alive.filter(Boolean).length,
    connections: attempts.length,
    refused: refused.length,
    outage: times.length > 0 ? Math.round(Math.max(...times) - Math.min(...times)) / 1000 : 0,
    reasons: [...new Set(refused.map(({ error }) => error))],
  };
}

/** Connects, and gives a function that asks for one answer. */
function open(target) {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...target, timeout: PATIENCE });
    socket.on('error', reject).on('timeout', () => socket.destroy(new Error('no answer')));
    socket.on('connect', () => resolve({ ask: () => ask(socket), close: () => socket.destroy() }));
  });
}

function ask(socket) {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error('closed'));
    if (socket.destroyed) return lost();
    socket.once('close', lost);
    socket.once('data', () => {
      socket.off('close', lost);
      resolve();
    });
    socket.write('PING\r\n');
  });
}

async function hold(target, beat, isOver) {
  const session = await open(target);
  await session.ask();
  const ended = (async () => {
    try {
      while (!isOver()) {
        await session.ask();
        await new Promise((resolve) => setTimeout(resolve, beat));
      }
      await session.ask();
      return true;
    } catch {
      return false;
    } finally {
      session.close();
    }
  })();
  return { ended };
}

async function attempt(target) {
  const at = performance.now();
  try {
    const session = await open(target);
    await session.ask().finally(() => session.close());
    return { at };
  } catch (error) {
    return { at, error: error.message };
  }
}
