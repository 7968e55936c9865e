import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';

export const firstWithoutLimit: Rule = {
  code: 'first-without-limit',
  severity: 'warning',
  title: 'All clients of a service get its first server.',
  why: '`first` fills a server up to its maxconn before it begins with the next, and the servers of the role have none.',
  source: 'HAProxy configuration manual, section 4.2, balance, first',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    balance: first
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    balance: leastconn
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  check: (view) => view.tcp.flatMap(filled),
};

function filled({ balance, pools, path: service }: ServiceView): Found[] {
  if (balance !== 'first' || pools.every(({ servers }) => servers.length < 2)) return [];
  const path = [...service, 'balance'];
  return [
    {
      message: `${formatPath(path)} is first, and servers have no limit of connections: all clients get the first one that is up`,
      path,
      hint: 'use roundrobin or leastconn; keep first where one server alone is to work at a time',
    },
  ];
}
