import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

export const noServices: Rule = {
  code: 'no-services',
  severity: 'warning',
  title: 'A list of services is empty, and there is no other.',
  why: 'A deployment takes every service off the balancer.',
  source: 'docs/reference/variables.md, haproxy_tcp_backends',
  wrong: `
haproxy_tcp_backends: []`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: none,
};

function none(view: View): Found[] {
  const lists = ['haproxy_tcp_backends', 'haproxy_udp_backends'];
  const empty = lists.filter((name) => view.isEmpty(name));
  const [first] = empty;
  if (first === undefined || lists.some((name) => view.given.has(name) && !empty.includes(name))) return [];
  return [
    {
      message: `${first} is empty, and there are no other services`,
      path: [first],
      hint: 'add a service; where the balancer is to have none, take the host out of the inventory',
    },
  ];
}
