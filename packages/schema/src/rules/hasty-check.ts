import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const hastyCheck: Rule = {
  code: 'hasty-check',
  severity: 'warning',
  title: 'One failed check takes a server out.',
  why: 'One lost packet, or one answer that comes late, is no dead worker. The server flaps, and with every flap clients are moved.',
  source: 'HAProxy configuration manual, section 5.2 "Server and default-server options", fall',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, fall: 1}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, fall: 3}]`,
  check: ({ pools }) => pools.flatMap(hasty),
};

function hasty({ servers }: Pool): Found[] {
  return servers.flatMap((server) => {
    if (server.fall !== 1 || server.isChecked === false) return [];
    const path = [...server.path, 'fall'];
    return [
      {
        message: `${formatPath(path)} is 1: a single check that fails takes the server out`,
        path,
        hint: 'use 2 or more; to notice a dead worker sooner, check more often',
      },
    ];
  });
}
