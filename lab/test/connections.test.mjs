import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { holdSessions, openSession, streamConnections } from '../connections.mjs';

const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that deals with its connections by turns, as a balancer deals them to workers. */
async function listen(...turns) {
  let count = 0;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    turns[count++ % turns.length](socket);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { host: '127.0.0.1', port: server.address().port };
}

/** MariaDB's greeting: the packet's header, the protocol, and the version, which ends with a zero byte. */
const greet = (worker) => (socket) =>
  socket.write(Buffer.from(`\x6b\0\0\0\n10.11.6-MariaDB-${worker}\0rest`, 'latin1'));
const hangUp = (socket) => socket.end();

test('the greeting tells which worker answered', async () => {
  const { socket, worker } = await openSession(await listen(greet('k8s-worker-2')));
  expect(worker).toBe('k8s-worker-2');
  socket.destroy();
});

test('a connection that is closed before the greeting has failed', async () => {
  await expect(openSession(await listen(hangUp))).rejects.toThrow(/before the greeting/);
});

test('a stream tells failed connections from those that were answered', async () => {
  const stream = streamConnections(await listen(greet('k8s-worker-1'), hangUp), 200);
  await expect.poll(() => stream.started()).toBeGreaterThanOrEqual(10);
  const attempts = await stream.stop();
  const failed = attempts.filter(({ error }) => error);
  expect(failed.length).toBe(Math.floor(attempts.length / 2));
  expect(attempts.filter(({ worker }) => worker === 'k8s-worker-1').length).toBe(
    attempts.length - failed.length,
  );
});

test('as many sessions are held on every worker as on the one that is watched', async () => {
  const target = await listen(greet('k8s-worker-3'), greet('k8s-worker-1'), greet('k8s-worker-2'));
  const sessions = await holdSessions(target, 'k8s-worker-1', 2);
  expect(sessions.map(({ worker }) => worker).sort()).toEqual([
    'k8s-worker-1',
    'k8s-worker-1',
    'k8s-worker-2',
    'k8s-worker-2',
    'k8s-worker-3',
    'k8s-worker-3',
  ]);
  for (const session of sessions) session.close();
});

test('a held session tells when it was cut', async () => {
  const sockets = [];
  const target = await listen((socket) => {
    sockets.push(socket);
    greet('k8s-worker-1')(socket);
  });
  const [session] = await holdSessions(target, 'k8s-worker-1', 1);
  const before = performance.now();
  sockets[0].destroy();
  expect(await session.ended).toBeGreaterThanOrEqual(before);
});
