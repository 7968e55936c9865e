import { normalised } from '../addresses.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool, ServiceView } from '../services.ts';

export const sharedNodePort: Rule = {
  code: 'shared-node-port',
  severity: 'hint',
  title: 'Two services or routes lead to one NodePort.',
  why: 'They are one Service to Kubernetes. Where the second was copied from the first, its clients reach the wrong one.',
  source: 'kubernetes.io/docs/concepts/services-networking/service, "type: NodePort"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]
  - name: postgres
    port: 5432
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]
  - name: postgres
    port: 5432
    servers: [{name: worker-1, address: 192.0.2.11, port: 30543}]`,
  check: (view) => [...shared(view.tcp), ...shared(view.udp)],
};

/** A pool, and the service that it belongs to. */
interface Owned {
  pool: Pool;
  service: ServiceView;
}

/** Of each service and each route the first server is looked at: its NodePort is that of the others. */
function shared(services: readonly ServiceView[]): Found[] {
  const first = new Map<string, Owned>();
  const owned = services.flatMap((service) => service.pools.map((pool) => ({ pool, service })));
  return owned.flatMap(({ pool, service }) => {
    const [server] = pool.servers;
    if (server?.address === undefined || server.port === undefined) return [];
    const key = `${normalised(server.address.toLowerCase())} ${server.port}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, { pool, service });
    // One port twice is a conflict, which is told.
    if (!earlier || (earlier.service !== service && earlier.service.port === service.port)) return [];
    const path = [...server.path, 'port'];
    return [
      {
        message: `${formatPath(path)} is NodePort ${server.port}, as that of ${who(earlier)}`,
        path,
        related: { message: 'the first one', path: [...(earlier.pool.servers[0]?.path ?? []), 'port'] },
        hint: 'write the NodePort of the Service that is meant',
      },
    ];
  });
}

function who({ pool, service }: Owned): string {
  const { name, pools } = service;
  return name === undefined || pool !== pools[0] ? formatPath(pool.path) : `service ${printed(name)}`;
}
