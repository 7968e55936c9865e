import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';

interface Protocol {
  name: string;
  /** How long a flow may be silent and go on, in seconds. */
  silence: number;
  /** What a worker knows of a client. */
  state: string;
}

// Each side chooses how long it keeps a security association (RFC 7296, 2.8): hours are usual. What begins on port 500
// goes on on 4500 as another flow (2.23), and only `source` gives both to one worker.
const ipsec: Protocol = { name: 'IPsec', silence: Number.POSITIVE_INFINITY, state: 'the keys' };

/** By the port that the protocol is known for. */
const protocols = new Map<number, Protocol>([
  [500, ipsec],
  [4500, ipsec],
  // Pings only where ping or keepalive is set (openvpn(8), "--ping").
  [1194, { name: 'OpenVPN', silence: Number.POSITIVE_INFINITY, state: 'the keys' }],
  // An allocation lives 10 minutes without a word (RFC 8656).
  [3478, { name: 'TURN', silence: 600, state: 'the allocation' }],
  // Silent without data, unless PersistentKeepalive is set (wireguard.com/quickstart).
  [51820, { name: 'WireGuard', silence: Number.POSITIVE_INFINITY, state: 'the session' }],
]);

export const quietFlows: Rule = {
  code: 'quiet-flows',
  severity: 'hint',
  title: 'A protocol whose flows may be silent for long is not balanced by the client.',
  why: 'A flow that was silent for longer than the kernel remembers it is a new one, and gets the next worker, which knows nothing of it. `balance: source` gives a client the same worker each time.',
  source:
    'RFC 7296, section 2.8 (IPsec); RFC 8656, section 3.2 (TURN); openvpn(8), --ping; wireguard.com/quickstart, "NAT and Firewall Traversal Persistence"',
  wrong: `
haproxy_udp_backends:
  - name: wireguard
    port: 51820
    balance: roundrobin
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 31820}
      - {name: worker-2, address: 192.0.2.12, port: 31820}`,
  right: `
haproxy_udp_backends:
  - name: wireguard
    port: 51820
    balance: source
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 31820}
      - {name: worker-2, address: 192.0.2.12, port: 31820}`,
  check: (view) => view.udp.flatMap(quiet),
};

function quiet({ port = 0, balance, flowTimeout, servers, path, has }: UdpServiceView): Found[] {
  const protocol = protocols.get(port);
  if (!protocol || servers.length < 2 || flowTimeout === undefined) return [];
  if ((balance !== 'roundrobin' && balance !== 'random') || protocol.silence <= flowTimeout) return [];
  const { name, state } = protocol;
  return [
    {
      message: `${formatPath([...path, 'balance'])} is ${balance}: a flow of ${name} that was silent for longer than flow_timeout (${flowTimeout} s) may come back on another worker, which does not have ${state}`,
      path: [...path, has('balance') ? 'balance' : 'port'],
      hint: 'use balance: source',
    },
  ];
}
