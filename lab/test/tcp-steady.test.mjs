import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/setup/wait-until.mjs';
import { countTcp, measureTcp } from '../tcp-steady.mjs';

/** A service that answers each line with a line; `cut` ends the sessions it has. */
async function startService() {
  const sockets = new Set();
  let asked = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', () => {
      asked += 1;
      socket.write('+PONG\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.close());
  return {
    target: { host: '127.0.0.1', port: server.address().port, sessions: 5, rate: 100, beat: 10 },
    asked: () => asked,
    cut: () => [...sockets][0].destroy(),
    close: () => server.close(),
  };
}

const more = ({ asked }, count = 50) => {
  const enough = asked() + count;
  return waitUntil('more questions', () => asked() >= enough, { every: 5 });
};

test('all sessions of a service that answers are alive, and no connection is refused', async () => {
  const service = await startService();
  const result = await measureTcp({ ...service.target, during: () => more(service) });
  expect(result).toMatchObject({ sessions: 5, alive: 5, refused: 0, outage: 0 });
  expect(result.connections).toBeGreaterThan(0);
});

test('a session that is cut is not alive', async () => {
  const service = await startService();
  const during = async () => {
    service.cut();
    await more(service);
  };
  expect(await measureTcp({ ...service.target, during })).toMatchObject({ sessions: 5, alive: 4 });
});

test('connections to a service that listens no more are refused', async () => {
  const service = await startService();
  const during = async () => {
    service.close();
    await more(service);
  };
  const result = await measureTcp({ ...service.target, during });
  expect(result).toMatchObject({ alive: 5, reasons: [expect.stringContaining('ECONNREFUSED')] });
  expect(result.refused).toBeGreaterThan(0);
});

test('an outage lasts from the first refused connection to the last', () => {
  const attempts = [{ at: 0 }, { at: 1000, error: 'a' }, { at: 2000 }, { at: 3500, error: 'a' }];
  expect(countTcp([true, false], attempts)).toEqual({
    sessions: 2,
    alive: 1,
    connections: 4,
    refused: 2,
    outage: 2.5,
    reasons: ['a'],
  });
});
