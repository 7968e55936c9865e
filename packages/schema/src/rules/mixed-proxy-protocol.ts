import { normalised } from '../addresses.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServerView } from '../servers.ts';
import type { TcpServiceView } from '../tcp-services.ts';

export const mixedProxyProtocol: Rule = {
  code: 'mixed-proxy-protocol',
  severity: 'warning',
  title: 'A NodePort gets the PROXY protocol from one service and not from another.',
  why: 'The pods expect it from every client or from none: who is not in line with them cannot connect.',
  source: 'The PROXY protocol, Versions 1 & 2, section 2',
  wrong: `
haproxy_tcp_backends:
  - name: web
    port: 443
    send_proxy: v2
    servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]
  - name: web-inside
    port: 8443
    servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]`,
  right: `
haproxy_tcp_backends:
  - name: web
    port: 443
    send_proxy: v2
    servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]
  - name: web-inside
    port: 8443
    send_proxy: v2
    servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]`,
  check: (view) => mixed(view.tcp.filter(({ sendProxy }) => sendProxy !== undefined)),
};

/** Told once for each service. */
function mixed(services: readonly TcpServiceView[]): Found[] {
  // Nearly always all are alike, and a hundred thousand servers need not be looked at.
  if (services.every(({ sendProxy }) => (sendProxy === 'none') === (services[0]?.sendProxy === 'none')))
    return [];
  const first = new Map<string, TcpServiceView>();
  return services.flatMap((service) => {
    const all = service.pools
      .flatMap(({ servers }) => servers)
      .map((server) => ({ server, key: keyOf(server) }));
    const other = all.flatMap(({ server, key }) => {
      const earlier = first.get(key);
      const isOther = earlier && (earlier.sendProxy === 'none') !== (service.sendProxy === 'none');
      return isOther ? [between(earlier, service, server)] : [];
    });
    for (const { key } of all) if (key !== '' && !first.has(key)) first.set(key, service);
    return other.slice(0, 1);
  });
}

/** Empty where it is not known. */
const keyOf = ({ address, port }: ServerView): string =>
  address === undefined || port === undefined ? '' : `${normalised(address.toLowerCase())} ${port}`;

function between(earlier: TcpServiceView, service: TcpServiceView, { path: at, port }: ServerView): Found {
  const who = earlier.name === undefined ? formatPath(earlier.path) : `service ${printed(earlier.name)}`;
  const path = service.has('send_proxy') ? [...service.path, 'send_proxy'] : [...at, 'port'];
  const from =
    service.sendProxy === 'none' ? `from ${who}, and not from here` : `from here, and not from ${who}`;
  return {
    message: `${formatPath(path)}: NodePort ${port} gets the PROXY protocol ${from}`,
    path,
    related: {
      message: 'the other service',
      path: earlier.has('send_proxy') ? [...earlier.path, 'send_proxy'] : earlier.path,
    },
    hint: 'write the same send_proxy for both: what the pods expect',
  };
}
