import { databases } from '../databases.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';

export const longSessions: Rule = {
  code: 'long-sessions',
  severity: 'hint',
  title: 'Sessions of a database are dealt in turn.',
  why: 'A session of a database lasts for hours. Dealt in turn, a worker that was away for a moment stays almost empty, and the others keep its sessions. leastconn evens that out.',
  source: 'HAProxy configuration manual, section 4.2, balance, leastconn',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    balance: roundrobin
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
  check: (view) => view.tcp.flatMap(inTurn),
};

function inTurn({ balance = '', has, port = 0, pools, path: service }: ServiceView): Found[] {
  const protocol = databases.get(port);
  if (protocol === undefined || pools.every(({ servers }) => servers.length < 2)) return [];
  if (!['roundrobin', 'static-rr', 'random'].includes(balance)) return [];
  return [
    {
      message: `${formatPath([...service, 'balance'])} is ${balance}, and sessions of ${protocol} last long`,
      path: [...service, has('balance') ? 'balance' : 'port'],
      hint: 'use balance: leastconn',
    },
  ];
}
