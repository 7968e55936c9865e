// The variables as rules see them.

import { milliseconds } from './durations.ts';
import {
  type AddressView,
  addressesOf,
  type Fields,
  mappingsOf,
  numberOf,
  portOf,
  textOf,
} from './fields.ts';
import { defaults } from './generated/variables.ts';
import type { NamedView, Pool } from './services.ts';
import { type TcpServiceView, tcpServiceOf } from './tcp-services.ts';
import { type UdpServiceView, udpServiceOf } from './udp-services.ts';

/** What rules look at. */
export interface View {
  tcp: TcpServiceView[];
  udp: UdpServiceView[];
  /** The servers of all services, those that take each other's place together. */
  pools: Pool[];
  users: UserView[];
  /** Undefined where it is off or cannot be known. */
  statsPort: number | undefined;
  metricsPort: number | undefined;
  /** Connections of all services at once; undefined where it cannot be known. */
  maxconn: number | undefined;
  /** In milliseconds; undefined where it cannot be known. */
  duration: (name: DurationVariable) => number | undefined;
  /** Who may open the stats page, or read the metrics; undefined where it cannot be known. */
  allowed: (name: 'haproxy_stats_allowed' | 'haproxy_metrics_allowed') => AddressView[] | undefined;
  /** Whether a variable is given, and is an empty list. */
  isEmpty: (name: string) => boolean;
  /** Names of the variables that are given. */
  given: Set<string>;
}

export type DurationVariable =
  | 'haproxy_timeout_client'
  | 'haproxy_timeout_server'
  | 'haproxy_hard_stop_after';

/** A user of the stats page. */
export interface UserView extends NamedView {
  passwordHash: string | undefined;
}

export function viewOf(variables: Record<string, unknown>): View {
  const variable = (name: keyof typeof defaults) =>
    Object.hasOwn(variables, name) ? variables[name] : defaults[name];
  const tcp = mappingsOf(variables.haproxy_tcp_backends, ['haproxy_tcp_backends']).map(tcpServiceOf);
  const udp = mappingsOf(variables.haproxy_udp_backends, ['haproxy_udp_backends']).map(udpServiceOf);
  return {
    tcp,
    udp,
    pools: [...tcp, ...udp].flatMap((service) => service.pools),
    users: mappingsOf(variables.haproxy_stats_users, ['haproxy_stats_users']).map(userOf),
    statsPort: portOf(variable('haproxy_stats_port')),
    metricsPort: portOf(variable('haproxy_metrics_port')),
    maxconn: numberOf(variable('haproxy_maxconn')),
    duration: (name) => milliseconds(variable(name)),
    allowed: (name) => {
      const list = variable(name);
      return Array.isArray(list) ? addressesOf(list, [name]) : undefined;
    },
    isEmpty: (name) => {
      const list = variables[name];
      return Array.isArray(list) && list.length === 0;
    },
    given: new Set(Object.keys(variables)),
  };
}

function userOf({ path, fields }: Fields): UserView {
  return { path, name: textOf(fields.name), passwordHash: textOf(fields.password_hash) };
}
