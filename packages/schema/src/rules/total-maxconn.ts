import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

export const totalMaxconn: Rule = {
  code: 'total-maxconn',
  severity: 'warning',
  title: 'Services may have more connections together than the balancer.',
  why: 'One service that is full takes connections from the others then: a limit of its own is to keep it from that.',
  source: 'HAProxy configuration manual, section 3.2, maxconn, and section 4.2, maxconn',
  wrong: `
haproxy_maxconn: 4000
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    maxconn: 5000
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  right: `
haproxy_maxconn: 8000
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    maxconn: 5000
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: overbooked,
};

/** Told at the service with which the sum goes past the limit: a total is nobody's own. */
function overbooked({ tcp, maxconn: most, given }: View): Found[] {
  if (most === undefined) return [];
  let sum = 0;
  const over = tcp.find(({ maxconn = 0 }) => {
    sum += maxconn;
    return sum > most;
  });
  if (!over) return [];
  const total = tcp.reduce((all, { maxconn = 0 }) => all + maxconn, 0);
  const path = [...over.path, 'maxconn'];
  const is =
    total === over.maxconn
      ? `${formatPath(path)} is ${over.maxconn}`
      : `${formatPath(path)}: all services together may have ${total} connections`;
  return [
    {
      message: `${is}, and haproxy_maxconn is ${most}`,
      path,
      ...(given.has('haproxy_maxconn') && {
        related: { message: 'the limit of all services', path: ['haproxy_maxconn'] },
      }),
      hint:
        total > MOST
          ? 'lower the limits of the services'
          : `raise haproxy_maxconn to ${total} or more, or lower the limits of the services`,
    },
  ];
}

/** What haproxy_maxconn can be. */
const MOST = 1_000_000;
