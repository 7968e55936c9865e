import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { answered, longestSilence, openFlow, parseReply, workersOf } from '../udp-flow.mjs';

const reply = (number, at, worker = 'a') => ({ number, at, worker, seenPort: 1 });

/** An echo as the lab's workers have it, on a port of its own; it answers only what `answers` says. */
async function startEcho(answers = () => true) {
  const server = createSocket('udp4');
  server.on('message', (datagram, { address, port }) => {
    if (answers(Number(datagram))) server.send(`a|${address}|${port}|${datagram}`, port, address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.close());
  return { host: '127.0.0.1', port: server.address().port };
}

test('a flow numbers its datagrams and keeps who answered which, and from which port it was seen', async () => {
  const target = await startEcho((number) => number !== 1);
  const flow = await openFlow(target);
  onTestFinished(flow.close);
  for (let count = 0; count < 3; count += 1) flow.send();
  await expect.poll(() => flow.record.replies.map(({ number }) => number)).toEqual([0, 2]);
  expect(flow.record.replies.every(({ seenPort }) => seenPort === flow.record.sourcePort)).toBe(true);
  expect(answered(flow.record)).toBe(2);
});

test('a flow has the source port that it was given', async () => {
  const first = await openFlow(await startEcho());
  const { sourcePort } = first.record;
  first.close();
  const second = await openFlow({ ...(await startEcho()), sourcePort });
  onTestFinished(second.close);
  expect(second.record.sourcePort).toBe(sourcePort);
});

test('a port that nobody listens on is an error of the flow, and not of the process', async () => {
  const target = await startEcho();
  const gone = await openFlow({ ...target, port: 1 });
  onTestFinished(gone.close);
  gone.send();
  await expect.poll(() => gone.record.errors).toEqual(['ECONNREFUSED']);
});

test('an answer is read with the worker, the port it saw and the number', () => {
  expect(parseReply('k8s-worker-2|10.79.0.1|40000|17')).toEqual({
    worker: 'k8s-worker-2',
    seenPort: 40000,
    number: 17,
  });
});

test('an answer that comes twice counts once', () => {
  expect(answered({ replies: [reply(0, 1), reply(0, 2), reply(1, 3)] })).toBe(2);
});

test('the longest silence lies between two answers', () => {
  expect(longestSilence({ sent: [0, 50, 100], replies: [reply(0, 1), reply(2, 101)] })).toBe(100);
});

test('a flow that gets no more answers is silent until its last datagram', () => {
  expect(longestSilence({ sent: [0, 50, 5000], replies: [reply(0, 10)] })).toBe(4990);
});

test('a flow without any answer is silent from its first datagram on', () => {
  expect(longestSilence({ sent: [100, 400], replies: [] })).toBe(300);
});

test('a flow that moves and comes back has three stations', () => {
  const replies = ['a', 'a', 'b', 'b', 'a'].map((worker, number) => reply(number, number, worker));
  expect(workersOf({ replies })).toEqual(['a', 'b', 'a']);
});

test('a flow of many minutes is counted as well', () => {
  const replies = Array.from({ length: 500_000 }, (_, number) => reply(number, number));
  expect(longestSilence({ sent: [0, 499_999], replies })).toBe(1);
});
