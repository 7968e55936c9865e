// Holds sessions through a service and opens new connections to it, until a file appears; then says what became of them.
//
//   node lab/steady-traffic.mjs --host 10.79.0.10 --port 6379 --sessions 200 --rate 20 --ready FILE --stop FILE
//
// The service has to be the lab's Redis: it answers each line with a line, before any log-in.
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { exitWith } from '../scripts/setup/problem.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';

/** After this long (ms) without an answer a session or a connection counts as lost. */
const PATIENCE = 5_000;

/** The traffic ends by itself after this long (ms), should nobody make the file. */
const LONGEST = 300_000;

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

/** A session that asks twice a second, so that a lost one is noticed. */
async function hold(target, isOver) {
  const session = await open(target);
  await session.ask();
  const ended = (async () => {
    try {
      while (!isOver()) {
        await session.ask();
        await new Promise((resolve) => setTimeout(resolve, 500));
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
  const session = await open(target);
  await session.ask().finally(() => session.close());
}

async function main() {
  const { values } = parseArgs({
    options: Object.fromEntries(
      ['host', 'port', 'sessions', 'rate', 'ready', 'stop'].map((name) => [name, { type: 'string' }]),
    ),
  });
  const target = { host: values.host, port: Number(values.port) };
  let over = false;
  const held = await Promise.all(
    Array.from({ length: Number(values.sessions) }, () => hold(target, () => over)),
  );
  const attempts = [];
  const timer = setInterval(() => attempts.push(attempt(target)), 1000 / Number(values.rate));
  writeFileSync(values.ready, '');
  await waitUntil(`the file ${values.stop}`, () => existsSync(values.stop), { within: LONGEST, every: 50 });
  clearInterval(timer);
  over = true;
  const alive = (await Promise.all(held.map(({ ended }) => ended))).filter(Boolean).length;
  const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
  const reasons = [...new Set(refused.map(({ reason }) => reason.message))];
  console.log(
    JSON.stringify({
      sessions: held.length,
      alive,
      connections: attempts.length,
      refused: refused.length,
      reasons,
    }),
  );
}

await main().catch(exitWith);
