import type { Finding } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import type { UdpServiceView } from '../udp-services.ts';
import type { View } from '../view.ts';

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

/** A hint: a flow that was silent for longer than the kernel remembers it is a new one, and gets the next worker. */
export function quietFlows(view: View): Finding[] {
  return view.udp.flatMap(quiet);
}

function quiet({ port = 0, balance, flowTimeout, servers, path, hasBalance }: UdpServiceView): Finding[] {
  const protocol = protocols.get(port);
  if (!protocol || servers.length < 2 || flowTimeout === undefined) return [];
  if ((balance !== 'roundrobin' && balance !== 'random') || protocol.silence <= flowTimeout) return [];
  const { name, state } = protocol;
  return [
    {
      code: 'quiet-flows',
      severity: 'hint',
      message: `${formatPath([...path, 'balance'])} is ${balance}: a flow of ${name} that was silent for longer than flow_timeout (${flowTimeout} s) may come back on another worker, which does not have ${state}`,
      path: [...path, hasBalance ? 'balance' : 'port'],
      hint: 'use balance: source',
    },
  ];
}
