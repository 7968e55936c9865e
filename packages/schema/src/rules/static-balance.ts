import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';

export const staticBalance: Rule = {
  code: 'static-balance',
  severity: 'hint',
  title: 'Weights of a service cannot be changed while it runs.',
  why: 'static-rr fixes the shares of the servers when HAProxy starts: to drain a worker slowly, or to add one, takes a reload.',
  source: 'HAProxy configuration manual, section 4.2, balance, static-rr',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    balance: static-rr
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    balance: leastconn
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: (view) => view.tcp.flatMap(fixed),
};

function fixed({ balance, path: service }: ServiceView): Found[] {
  if (balance !== 'static-rr') return [];
  const path = [...service, 'balance'];
  return [
    {
      message: `${formatPath(path)} is static-rr: its servers' shares cannot be changed without a reload`,
      path,
      hint: 'use roundrobin, or leastconn',
    },
  ];
}
