import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';

export const missingCheckPort: Rule = {
  code: 'missing-check-port',
  severity: 'error',
  title: 'A UDP service is checked by TCP, and nothing says on which port.',
  why: 'A TCP connection says nothing of a UDP port, and no other port can be guessed.',
  source: 'HAProxy configuration manual, section 5.2 "Server and default-server options", port',
  wrong: `
haproxy_udp_backends:
  - name: dns
    port: 53
    health: tcp
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  right: `
haproxy_udp_backends:
  - name: dns
    port: 53
    health: tcp
    check_port: 30153
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  check: (view) => view.udp.flatMap(portOfChecks),
};

function portOfChecks({ health, has, servers, path: service }: UdpServiceView): Found[] {
  if (health !== 'tcp' || has('check_port')) return [];
  const without = servers.find((server) => server.isChecked && !server.has('check_port'));
  if (!without) return [];
  const path = [...service, 'health'];
  const who = without.name === undefined ? formatPath(without.path) : `server ${printed(without.name)}`;
  return [
    {
      message: `${formatPath(path)} is tcp, and nothing says which port of ${who} to connect to`,
      path,
      hint: 'add check_port to the service, or to each server that is checked',
    },
  ];
}
