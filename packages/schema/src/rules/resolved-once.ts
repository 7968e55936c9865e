import { isHostName } from '../formats.ts';
import { isIP } from '../ip.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const resolvedOnce: Rule = {
  code: 'resolved-once',
  severity: 'hint',
  title: 'The name of a worker is looked up once.',
  why: 'HAProxy asks for the address when it starts or is reloaded. A worker that gets another address later stays down, and so does one whose name nobody knew at that moment.',
  source: 'HAProxy configuration manual, section 5.3 "Server DNS resolution", init-addr',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: worker-1.example.com, port: 30306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: (view) => view.tcp.flatMap(({ pools }) => pools).flatMap(named),
};

/** Once for each service, and for each of its routes. */
function named({ servers }: Pool): Found[] {
  const server = servers.find(
    ({ address }) => address !== undefined && !isIP(address) && isHostName(address),
  );
  if (server?.address === undefined) return [];
  const path = [...server.path, 'address'];
  return [
    {
      message: `${formatPath(path)} is ${printed(server.address)}: the name is looked up when HAProxy starts, and not again`,
      path,
      hint: "write the worker's IP address",
    },
  ];
}
