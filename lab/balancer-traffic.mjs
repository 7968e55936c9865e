import { CheckFailure } from '../scripts/setup/problem.mjs';
import { measureTcp } from './tcp-steady.mjs';
import { measureSteady } from './udp-steady.mjs';

/** What goes through each balancer: sessions that stay, new connections and datagrams a second, flows. */
const TCP = { port: 6379, sessions: 200, rate: 20, beat: 1_000 };
const UDP = { port: 51820, flows: 50, rate: 200 };

/**
 * Sends TCP and UDP through all balancers at once, from before something happens until after it.
 *
 * @template T
 * @param {Array<{host: string, address: string}>} balancers
 * @param {() => Promise<T>} happens
 * @returns {Promise<{happened: T, traffic: Record<string, Traffic>}>} the traffic by the balancer's name
 */
export async function underTraffic(balancers, happens) {
  if (balancers.length === 0) throw new CheckFailure('there is no balancer to send traffic through');
  const during = onceAllArrive(balancers.length * 2, happens);
  const measured = balancers.map(async ({ host, address }) => {
    const [tcp, udp] = await Promise.all([
      measureTcp({ host: address, ...TCP, during }),
      measureSteady({ host: address, ...UDP, during }),
    ]);
    return [host, { tcp, udp }];
  });
  const traffic = Object.fromEntries(await Promise.all(measured));
  return { happened: await during.outcome, traffic };
}

/** Gives a function that so many wait in, until the last has come and what it starts has ended. */
function onceAllArrive(count, work) {
  let missing = count;
  let begin;
  const outcome = new Promise((resolve) => {
    begin = () => resolve(work());
  });
  const wait = () => {
    missing -= 1;
    if (missing === 0) begin();
    return outcome;
  };
  return Object.assign(wait, { outcome });
}

/**
 * What a balancer's traffic suffered, in words; an empty list is a pass. A flow that has to leave its worker may lose the
 * one answer that is on its way: the kernel forgets the flow, and knows no more whose answer it is.
 *
 * @param {Traffic} traffic
 * @param {{removed?: string[], outage?: number}} [limits] the workers that flows may leave, and for how long (s) new
 *   connections may be refused
 * @returns {string[]}
 *
 * @typedef {{tcp: ReturnType<typeof import('./tcp-steady.mjs').countTcp>,
 *   udp: ReturnType<typeof import('./udp-steady.mjs').countSteady>}} Traffic
 */
export function judgeTraffic({ tcp, udp }, { removed = [], outage = 0 } = {}) {
  const astray = udp.left.filter((worker) => !removed.includes(worker)).length;
  return [
    tcp.alive < tcp.sessions && `${tcp.sessions - tcp.alive} of ${tcp.sessions} sessions were cut`,
    tcp.refused > 0 &&
      (outage === 0 || tcp.outage > outage) &&
      `${tcp.refused} of ${tcp.connections} new connections were refused over ${tcp.outage} s: ${tcp.reasons.join(', ')}`,
    udp.lost > udp.lostInMoves && `${udp.lost} of ${udp.sent} datagrams were lost`,
    udp.lostInMoves > udp.left.length &&
      `${udp.lostInMoves} datagrams of ${udp.moved} flows that moved were lost`,
    astray > 0 && `${astray} of ${udp.flows} flows left a server that stays`,
  ].filter(Boolean);
}

/** One line of what became of a balancer's traffic. */
export function trafficInWords({ tcp, udp }) {
  return [
    `${tcp.alive}/${tcp.sessions} sessions alive`,
    `${tcp.refused} of ${tcp.connections} new connections refused${tcp.refused > 0 ? ` over ${tcp.outage} s` : ''}`,
    `${udp.lost} of ${udp.sent} datagrams lost${udp.lostInMoves > 0 ? `, ${udp.lostInMoves} of them in moves` : ''}`,
    `${udp.left.length} of ${udp.flows} flows moved`,
  ].join(', ');
}
