import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const noWeight: Rule = {
  code: 'no-weight',
  severity: 'error',
  title: 'All servers of a service have weight 0.',
  why: 'A server of weight 0 gets no new connections and flows: every client of the service is refused.',
  source: 'HAProxy configuration manual, section 5.2 "Server and default-server options", weight',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, weight: 0}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: ({ pools }) => pools.flatMap(weightless),
};

function weightless({ servers, path: pool }: Pool): Found[] {
  const [first] = servers;
  if (!first || servers.some(({ weight }) => weight !== 0)) return [];
  return [
    {
      message: `${formatPath([...pool, 'servers'])}: every server has weight 0, so no client gets one of them`,
      path: [...first.path, 'weight'],
      hint: 'give one of them a weight, or take it out',
    },
  ];
}
