import { formatDuration } from '../durations.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

const SLOW = 5000;

export const slowCheck: Rule = {
  code: 'slow-check',
  severity: 'warning',
  title: 'A server is checked less than every 5 seconds.',
  why: 'A dead worker gets its share of the clients until the next check, and each of them waits for the connect timeout before another server is tried.',
  source: 'HAProxy configuration manual, section 5.2 "Server and default-server options", inter',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, check_interval: 30s}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, check_interval: 2s}]`,
  check: ({ pools }) => pools.flatMap(slow),
};

function slow({ servers }: Pool): Found[] {
  return servers.flatMap((server) => {
    const { checkInterval = 0 } = server;
    if (checkInterval <= SLOW || server.isChecked === false) return [];
    const path = [...server.path, 'check_interval'];
    return [
      {
        message: `${formatPath(path)} is ${formatDuration(checkInterval)}: a dead worker is not noticed for so long`,
        path,
        hint: 'use 5s or less; 2s is what is used without the line',
      },
    ];
  });
}
