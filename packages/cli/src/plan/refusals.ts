import { normalised, overlap } from '@nodeport-haproxy/schema';
import type { Holder, Live } from '../live/live.ts';
import type { Change } from './change.ts';

/** A port that the configuration is to listen on. */
export interface Listener {
  /** The variable, such as `haproxy_tcp_backends[0].port`. */
  readonly path: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  /** `::` is every address. */
  readonly addresses: readonly string[];
}

/** What the variables want of a host, beside its files. */
export interface Demands {
  readonly listeners: readonly Listener[];
  /** `haproxy_adopt`: a configuration that is not the role's may be replaced. */
  readonly adopts: boolean;
  /** `haproxy_on_drift` is `fail`. */
  readonly failsOnDrift: boolean;
}

/**
 * Why the role would refuse a host, as far as that can be told from here: its own preflight knows more. A text about a
 * variable begins with its path.
 *
 * @param drift - What is not as the last deployment left it.
 */
export function refusalsOf(live: Live, drift: readonly Change[], demands: Demands): string[] {
  const { facts } = live;
  const isDebian = [facts.os.ID, ...facts.os.ID_LIKE.split(' ')].includes('debian');
  return [
    ...(isDebian ? [] : [`the host runs ${facts.os.ID}; the role knows Debian and Ubuntu`]),
    ...(facts.enabled === 'masked'
      ? ['the unit haproxy.service is masked; run: systemctl unmask haproxy']
      : []),
    ...(facts.configuration === 'foreign' && !demands.adopts
      ? [
          '/etc/haproxy/haproxy.cfg was written by somebody else; take over what it serves into the variables, then deploy once with haproxy_adopt: true',
        ]
      : []),
    ...(drift.length > 0 && demands.failsOnDrift ? ['haproxy_on_drift: fail refuses a host with drift'] : []),
    ...facts.unusable_addresses.map(
      (address) => `${address} in bind is no address of the host; give the host the address, or take it out`,
    ),
    ...demands.listeners.flatMap((listener) => held(listener, live)),
  ];
}

function held({ path, protocol, port, addresses }: Listener, { facts }: Live): string[] {
  const holders =
    protocol === 'udp' ? facts.udp.receivers : facts.listeners.filter(({ process }) => process !== 'haproxy');
  const holder = holders.find(
    (one) =>
      one.port === port && addresses.some((address) => overlap(normalised(address), normalised(one.address))),
  );
  return holder
    ? [`${path}: ${named(holder)} on this host already listens on port ${port}; stop it, or set another port`]
    : [];
}

function named({ process, pid }: Holder): string {
  return pid > 0 ? `${process} (pid ${pid})` : process;
}
