import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';

/** Linux, unless net.ipv4.ip_local_port_range says others. */
const EPHEMERAL = { first: 32_768, last: 60_999 };

export const ephemeralPort: Rule = {
  code: 'ephemeral-port',
  severity: 'hint',
  title: 'A TCP service has a port that the kernel gives to outgoing connections.',
  why: 'A program of the balancer may have just this port for a connection of its own when HAProxy is to listen there, and the deployment is refused. A UDP service is none of HAProxy’s sockets: 51820 of WireGuard is fine.',
  source: 'docs.kernel.org, "IP sysctl", ip_local_port_range and ip_local_reserved_ports',
  wrong: `
haproxy_tcp_backends:
  - name: game
    port: 50000
    servers: [{name: worker-1, address: 192.0.2.11, port: 30500}]`,
  right: `
haproxy_tcp_backends:
  - name: game
    port: 25000
    servers: [{name: worker-1, address: 192.0.2.11, port: 30500}]`,
  check: (view) => view.tcp.flatMap(ephemeral),
};

function ephemeral({ port = 0, path: service }: ServiceView): Found[] {
  if (port < EPHEMERAL.first || port > EPHEMERAL.last) return [];
  const path = [...service, 'port'];
  return [
    {
      message: `${formatPath(path)} is ${port}, which the kernel may give to an outgoing connection`,
      path,
      hint: `reserve it on the balancer: sysctl net.ipv4.ip_local_reserved_ports=${port}`,
    },
  ];
}
