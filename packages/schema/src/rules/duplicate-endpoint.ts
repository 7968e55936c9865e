import { normalised } from '../addresses.ts';
import type { Path } from '../diagnostic.ts';
import { isIP } from '../ip.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';
import type { View } from '../view.ts';
import { sharePort } from './port-conflict.ts';

/** A NodePort of a worker behind a UDP port. */
interface Endpoint {
  /** The port, the address and the NodePort. */
  key: string;
  words: string;
  path: Path;
  service: UdpServiceView;
}

export const duplicateEndpoint: Rule = {
  code: 'duplicate-endpoint',
  severity: 'error',
  title: 'A NodePort of a worker stands twice behind a UDP port.',
  why: "The kernel knows a server of a flow by the service's port, the worker's address and its NodePort. Two servers that have all three in common cannot be counted or taken out one by one.",
  source: 'nft(8), "CONNTRACK EXPRESSIONS"',
  wrong: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30053}
      - {name: worker-2, address: 192.0.2.11, port: 30053}`,
  right: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30053}
      - {name: worker-2, address: 192.0.2.12, port: 30053}`,
  check: endpointsOnce,
};

function endpointsOnce(view: View): Found[] {
  const first = new Map<string, Endpoint>();
  return view.udp.flatMap(endpointsOf).flatMap((endpoint) => {
    const earlier = first.get(endpoint.key);
    if (!earlier) first.set(endpoint.key, endpoint);
    return earlier && !isTold(earlier.service, endpoint.service) ? [again(earlier, endpoint)] : [];
  });
}

/** Two services that want one port at one address are a port conflict; its mend comes first. */
function isTold(a: UdpServiceView, b: UdpServiceView): boolean {
  return a !== b && sharePort(a, b);
}

function endpointsOf(service: UdpServiceView): Endpoint[] {
  return service.servers.flatMap(({ address = '', port, path }) => {
    if (service.port === undefined || port === undefined || !isIP(address)) return [];
    const key = `${service.port} ${normalised(address)} ${port}`;
    const words = `NodePort ${port} of ${normalised(address)} is already behind UDP port ${service.port}`;
    return [{ key, words, path: [...path, 'address'], service }];
  });
}

function again(earlier: Endpoint, { words, path, service }: Endpoint): Found {
  return {
    message: `${formatPath(path)}: ${words}, as ${formatPath(earlier.path.slice(0, -1))}`,
    path,
    related: { message: 'the first one', path: earlier.path },
    hint:
      earlier.service === service
        ? 'take one of the two out; weight gives a server a larger share'
        : 'take it out of one of the services, or give one of them another port',
  };
}
