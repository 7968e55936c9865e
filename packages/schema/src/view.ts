// The variables as rules see them.

import type { Path } from './diagnostic.ts';
import { mappingsOf, portOf } from './fields.ts';
import { defaults } from './generated/variables.ts';
import { type NamedView, namedOf, type ServiceView, serviceOf } from './services.ts';
import { type UdpServiceView, udpServiceOf } from './udp-services.ts';

/** What rules look at. */
export interface View {
  tcp: ServiceView[];
  udp: UdpServiceView[];
  users: NamedView[];
  /** Undefined where it is off or cannot be known. */
  statsPort: number | undefined;
  metricsPort: number | undefined;
  /** Names of the variables that are given. */
  given: Set<string>;
  /** " (line 4)", or nothing where lines are not known. */
  line: (path: Path) => string;
}

export function viewOf(variables: Record<string, unknown>, line: View['line']): View {
  const port = (name: 'haproxy_stats_port' | 'haproxy_metrics_port') =>
    portOf(Object.hasOwn(variables, name) ? variables[name] : defaults[name]);
  return {
    tcp: mappingsOf(variables.haproxy_tcp_backends, ['haproxy_tcp_backends']).map(serviceOf),
    udp: mappingsOf(variables.haproxy_udp_backends, ['haproxy_udp_backends']).map(udpServiceOf),
    users: namedOf(variables.haproxy_stats_users, ['haproxy_stats_users']),
    statsPort: port('haproxy_stats_port'),
    metricsPort: port('haproxy_metrics_port'),
    given: new Set(Object.keys(variables)),
    line,
  };
}
