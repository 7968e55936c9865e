import { isIP } from '../ip.ts';
import { within } from '../ranges.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

const NAME = 'haproxy_metrics_allowed';

export const workersShutOut: Rule = {
  code: 'workers-shut-out',
  severity: 'hint',
  title: 'No worker may read the metrics.',
  why: 'A Prometheus that runs in the cluster asks from the address of its worker, and is refused. One that runs elsewhere is let in.',
  source: 'kubernetes.io, "Using Source IP"; docs/reference/variables.md',
  wrong: `
haproxy_metrics_allowed: [198.51.100.7]
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  right: `
haproxy_metrics_allowed: [198.51.100.7, 192.0.2.0/24]
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: shutOut,
};

function shutOut(view: View): Found[] {
  const allowed = view.given.has(NAME) ? (view.allowed(NAME) ?? []) : [];
  const isOff = view.metricsPort === undefined && view.statsPort === undefined;
  const [first, ...servers] = view.pools.flatMap((pool) => pool.servers);
  if (allowed.length === 0 || isOff || !first) return [];
  const mayRead = within(allowed.map(({ address }) => address));
  // A worker whose address is not known may be let in.
  if ([first, ...servers].some(({ address = '' }) => !isIP(address) || mayRead(address))) return [];
  return [
    {
      message: `${NAME} has the address of no worker: a Prometheus in the cluster is refused`,
      path: [NAME],
      related: { message: 'a worker', path: [...first.path, 'address'] },
      hint: "add the workers' network, unless Prometheus runs elsewhere",
    },
  ];
}
