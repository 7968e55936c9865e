import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const twoServers: Rule = {
  code: 'two-servers',
  severity: 'hint',
  title: 'A service, or one of its routes, has two servers.',
  why: 'While one worker is down, for an upgrade of the cluster too, all clients are on the other, and nothing is left to fail over to.',
  source: 'kubernetes.io/docs/tasks/administer-cluster/safely-drain-node',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}
      - {name: worker-3, address: 192.0.2.13, port: 30306}`,
  check: ({ pools }) => pools.flatMap(two),
};

function two({ path: pool, servers }: Pool): Found[] {
  const path = [...pool, 'servers'];
  if (servers.length !== 2) return [];
  return [
    {
      message: `${formatPath(path)} has two servers: while one is down there is no other`,
      path,
      part: 'key',
      hint: 'add a third worker, if the cluster has one',
    },
  ];
}
