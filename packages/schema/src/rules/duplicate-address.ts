import { normalised } from '../addresses.ts';
import type { Path } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const duplicateAddress: Rule = {
  code: 'duplicate-address',
  severity: 'warning',
  title: 'Two servers of a TCP service are one NodePort of one worker.',
  why: 'The worker gets the share of two, and when it dies, so do two of the servers that were counted on.',
  source: 'HAProxy configuration manual, section 4.2, balance',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.11, port: 30306}`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}`,
  check: (view) => view.tcp.flatMap(({ pools }) => pools).flatMap(again),
};

function again({ servers }: Pool): Found[] {
  const first = new Map<string, Path>();
  return servers.flatMap((server) => {
    const { address, port } = server;
    if (address === undefined || port === undefined) return [];
    const key = `${normalised(address.toLowerCase())} ${port}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, server.path);
      return [];
    }
    const path = [...server.path, 'address'];
    return [
      {
        message: `${formatPath(path)} is ${printed(address)}, and port ${port} of it is ${formatPath(earlier)} already`,
        path,
        related: { message: 'the first one', path: [...earlier, 'address'] },
        hint: "write the other worker's address, or take one of the two out: weight gives a server a larger share",
      },
    ];
  });
}
