import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const backupWithoutPrimary: Rule = {
  code: 'backup-without-primary',
  severity: 'warning',
  title: 'All servers of a service are backups.',
  why: 'A backup works while none of the others is up. Without others all of them work all the time.',
  source: 'HAProxy configuration manual, section 5.2 "Server and default-server options", backup',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306, backup: true}
      - {name: worker-2, address: 192.0.2.12, port: 30306, backup: true}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306, backup: true}`,
  check: ({ pools }) => pools.flatMap(onlyBackups),
};

function onlyBackups({ servers, path: pool }: Pool): Found[] {
  const [first] = servers;
  if (!first || servers.some(({ isBackup }) => isBackup !== true)) return [];
  return [
    {
      message: `${formatPath([...pool, 'servers'])}: every server is a backup, and there is none that it could stand in for`,
      path: [...first.path, 'backup'],
      hint: 'take the line out where the server works all the time',
    },
  ];
}
