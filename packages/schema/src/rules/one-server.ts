import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const oneServer: Rule = {
  code: 'one-server',
  severity: 'warning',
  title: 'A service, or one of its routes, has one server.',
  why: 'When that worker dies, nothing takes its place. A NodePort answers on every worker, so that others can stand beside it at no cost.',
  source: 'kubernetes.io/docs/concepts/services-networking/service, "type: NodePort"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}
      - {name: worker-3, address: 192.0.2.13, port: 30306}`,
  check: ({ pools }) => pools.flatMap(alone),
};

function alone({ path: pool, servers }: Pool): Found[] {
  const path = [...pool, 'servers'];
  if (servers.length !== 1) return [];
  return [
    {
      message: `${formatPath(path)} has one server, and nothing takes its place when it is down`,
      path,
      part: 'key',
      hint: 'add the other workers: a NodePort answers on each of them',
    },
  ];
}
