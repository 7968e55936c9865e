import { namedTwice } from '../names.ts';
import type { Rule } from '../rule.ts';

export const duplicateServer: Rule = {
  code: 'duplicate-server',
  severity: 'error',
  title: 'Two servers of a service have one name.',
  why: 'A server is drained, found on the stats page and counted by its name. HAProxy refuses a second one.',
  source: 'HAProxy configuration manual, section 5 "Bind and server options"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-1, address: 192.0.2.12, port: 30306}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  check: ({ pools }) => pools.flatMap(({ servers }) => namedTwice(servers)),
};
