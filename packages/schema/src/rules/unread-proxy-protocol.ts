import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { TcpServiceView } from '../tcp-services.ts';

export const unreadProxyProtocol: Rule = {
  code: 'unread-proxy-protocol',
  severity: 'warning',
  title: 'A service sends the PROXY protocol to a server that has no such thing.',
  why: 'It takes the first bytes for a client that does not know its protocol, and ends the connection. Health checks do not see that.',
  source: 'PostgreSQL documentation, "Frontend/Backend Protocol"; Redis documentation, "RESP protocol spec"',
  wrong: `
haproxy_tcp_backends:
  - name: postgresql
    port: 5432
    send_proxy: v2
    servers: [{name: worker-1, address: 192.0.2.11, port: 30543}]`,
  right: `
haproxy_tcp_backends:
  - name: postgresql
    port: 5432
    servers: [{name: worker-1, address: 192.0.2.11, port: 30543}]`,
  check: (view) => view.tcp.flatMap(unread),
};

/** By the port that they are known for. Of MySQL's kind some read it. */
const UNAWARE: ReadonlyMap<number, string> = new Map([
  [5432, 'PostgreSQL'],
  [6379, 'Redis'],
]);

function unread({ port = 0, sendProxy = '', path: service }: TcpServiceView): Found[] {
  const protocol = UNAWARE.get(port);
  if (protocol === undefined || !['v1', 'v2'].includes(sendProxy)) return [];
  const path = [...service, 'send_proxy'];
  return [
    {
      message: `${formatPath(path)} is ${sendProxy}, and ${protocol} does not read the PROXY protocol: it ends every connection`,
      path,
      hint: 'take the line out; keep it where a proxy that reads it stands in front',
    },
  ];
}
