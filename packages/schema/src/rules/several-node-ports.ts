import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const severalNodePorts: Rule = {
  code: 'several-node-ports',
  severity: 'warning',
  title: 'Servers of a service, or of one of its routes, have different ports.',
  why: 'A Service has one NodePort, the same on every worker. Another one leads to another Service, or nowhere.',
  source: 'kubernetes.io/docs/concepts/services-networking/service, "type: NodePort"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30360}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  check: ({ pools }) => pools.flatMap(differing),
};

/** The port that most servers have is taken for the right one, and the first of those where that is open. */
function differing({ servers }: Pool): Found[] {
  const count = new Map<number, number>();
  for (const { port } of servers) if (port !== undefined) count.set(port, (count.get(port) ?? 0) + 1);
  if (count.size < 2) return [];
  const [usual = 0] = [...count].reduce((most, one) => (one[1] > most[1] ? one : most));
  const other = servers.find(({ port }) => port === usual);
  return servers.flatMap((server) => {
    if (server.port === undefined || server.port === usual || !other) return [];
    const path = [...server.path, 'port'];
    return [
      {
        message: `${formatPath(path)} is ${server.port}, and that of ${formatPath(other.path)} is ${usual}`,
        path,
        related: { message: 'the other NodePort', path: [...other.path, 'port'] },
        hint: 'a Service has one NodePort on all workers: write the same, or make it a service of its own',
      },
    ];
  });
}
