import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';

export const keptClientAddress: Rule = {
  code: 'kept-client-address',
  severity: 'hint',
  title: "The workers answer to the clients' own addresses.",
  why: "Without masquerade a worker sees the client's address, and its answer goes the worker's own way. Where that does not lead through the balancer, the client gets an answer from somebody whom it did not ask, and drops it.",
  source: 'nft(8), "NAT STATEMENTS", masquerade',
  wrong: `
haproxy_udp_backends:
  - name: dns
    port: 53
    masquerade: false
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  right: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  check: (view) => view.udp.flatMap(kept),
};

function kept({ masquerade, path: service }: UdpServiceView): Found[] {
  if (masquerade !== false) return [];
  const path = [...service, 'masquerade'];
  return [
    {
      message: `${formatPath(path)} is false: the workers' way back to the clients has to lead through the balancer`,
      path,
      hint: 'make the balancer the gateway of the workers, or take the line out',
    },
  ];
}
