import { namedTwice } from '../names.ts';
import type { Rule } from '../rule.ts';
import { isReserved } from './reserved-name.ts';

/** A TCP and a UDP service may share a name. */
export const duplicateService: Rule = {
  code: 'duplicate-service',
  severity: 'error',
  title: 'Two services of a list have one name.',
  why: 'The name is that of a section in haproxy.cfg, of the rows of the stats page and of the labels of the metrics. HAProxy refuses a second section of a name.',
  source: 'HAProxy configuration manual, section 4 "Proxies"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]
  - name: mysql
    port: 3307
    servers: [{name: worker-1, address: 192.0.2.11, port: 30307}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]
  - name: mysql-reports
    port: 3307
    servers: [{name: worker-1, address: 192.0.2.11, port: 30307}]`,
  check: (view) =>
    [view.tcp, view.udp].flatMap((services) =>
      namedTwice(services.filter(({ name }) => name === undefined || !isReserved(name))),
    ),
};
