import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

/**
 * What a flow saw; times of performance.now(), in ms.
 *
 * @typedef {{number: number, at: number, worker: string, seenPort: number}} Reply `number` is the datagram's that it
 *   answers, `seenPort` the source port that the worker saw
 * @typedef {{sourcePort: number, sent: number[], replies: Reply[], errors: string[]}} Record `sent` holds the time of each
 *   datagram, by its number; `errors` are the kernel's, such as ECONNREFUSED
 */

/**
 * Opens one flow to a UDP service whose workers run the lab's echo: a socket, and with it a source port, of its own.
 *
 * @param {{host: string, port: number, sourcePort?: number}} target without a source port the kernel picks one
 * @returns {Promise<{record: Record, send: () => void, close: () => void}>}
 */
export async function openFlow({ host, port, sourcePort = 0 }) {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  socket.bind(sourcePort);
  await once(socket, 'listening');
  // Connected, a socket learns of ICMP errors and takes answers from nobody but the balancer.
  socket.connect(port, host);
  await once(socket, 'connect');
  const record = { sourcePort: socket.address().port, sent: [], replies: [], errors: [] };
  const fail = (error) => error && record.errors.push(error.code);
  socket.on('error', fail);
  socket.on('message', (datagram) =>
    record.replies.push({ at: performance.now(), ...parseReply(datagram.toString()) }),
  );
  const send = () => {
    record.sent.push(performance.now());
    socket.send(`${record.sent.length - 1}`, fail);
  };
  return { record, send, close: () => socket.close() };
}

/** The echo's answer: the worker's name, the address and port that it saw, and the datagram's own number. */
export function parseReply(text) {
  const [worker, , seenPort, number] = text.split('|');
  return { worker, seenPort: Number(seenPort), number: Number(number) };
}

/** How many datagrams were answered; an answer that comes twice counts once. */
export function answered({ replies }) {
  return new Set(replies.map(({ number }) => number)).size;
}

/**
 * The longest time (ms) in which a flow had no answer, counted from its first datagram to its last: a flow that stays
 * silent is silent until the end.
 *
 * @param {Record} record
 */
export function longestSilence({ sent, replies }) {
  let last = sent[0] ?? 0;
  let longest = 0;
  for (const at of [...replies.map((reply) => reply.at), sent.at(-1) ?? 0]) {
    longest = Math.max(longest, at - last);
    last = at;
  }
  return longest;
}

/**
 * The workers that answered, in the order in which the flow moved from one to the next.
 *
 * @param {Record} record
 */
export function workersOf({ replies }) {
  return replies.map(({ worker }) => worker).filter((worker, index, all) => worker !== all[index - 1]);
}
