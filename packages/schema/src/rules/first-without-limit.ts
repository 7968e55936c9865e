import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServerView } from '../servers.ts';
import type { Pool, ServiceView } from '../services.ts';

export const firstWithoutLimit: Rule = {
  code: 'first-without-limit',
  severity: 'warning',
  title: 'All clients of a service get its first server.',
  why: '`first` fills a server up to its maxconn before it begins with the next. One without is never full.',
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
    balance: first
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306, maxconn: 100}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  check: (view) => view.tcp.flatMap(filled),
};

/** HAProxy fills the servers in the order of the list, backups behind the others. One of weight 0 gets nobody. */
function endless({ servers }: Pool): ServerView | undefined {
  const order = servers.filter(({ isBackup, weight }) => isBackup === false && weight !== 0);
  const found = order.find((server) => !server.has('maxconn'));
  return found === order.at(-1) ? undefined : found;
}

function filled({ balance, pools, path: service }: ServiceView): Found[] {
  const server = balance === 'first' ? pools.map(endless).find((one) => one !== undefined) : undefined;
  if (!server) return [];
  const path = [...service, 'balance'];
  return [
    {
      message: `${formatPath(path)} is first, and ${formatPath(server.path)} has no maxconn: those behind it get clients only while it is down`,
      path,
      related: { message: 'the server that is never full', path: server.path },
      hint: 'give each but the last a maxconn, or use roundrobin or leastconn; keep it where one server alone is to work at a time',
    },
  ];
}
