import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';

export const udpMaxconn: Rule = {
  code: 'udp-maxconn',
  severity: 'error',
  title: 'A server of a UDP service has a limit of connections.',
  why: 'The kernel carries UDP, and keeps no count of flows at which a server is full: nothing would be limited.',
  source: 'nft(8), "NAT STATEMENTS"',
  wrong: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053, maxconn: 100}]`,
  right: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  check: (view) => view.udp.flatMap(limited),
};

function limited({ servers }: UdpServiceView): Found[] {
  return servers.flatMap((server) => {
    if (!server.has('maxconn')) return [];
    const path = [...server.path, 'maxconn'];
    return [
      {
        message: `${formatPath(path)}: a server of a UDP service has no limit, because the kernel carries the flows and keeps no count`,
        path,
        part: 'key',
        hint: 'take the line out',
      },
    ];
  });
}
