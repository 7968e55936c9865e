import { normalised } from '../addresses.ts';
import { isIPv4, isIPv6 } from '../ip.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';

export const mixedFamilies: Rule = {
  code: 'mixed-families',
  severity: 'warning',
  title: 'A UDP service has an address, and no server that a datagram for it can go to.',
  why: 'The kernel forwards IPv4 to IPv4 and IPv6 to IPv6. Clients of the other family get no answer.',
  source: 'nft(8), "NAT STATEMENTS"',
  wrong: `
haproxy_udp_backends:
  - name: dns
    port: 53
    bind: [192.0.2.10, '2001:db8::10']
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  right: `
haproxy_udp_backends:
  - name: dns
    port: 53
    bind: [192.0.2.10]
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  check: (view) => view.udp.flatMap(mixed),
};

const FAMILIES = [
  { name: 'IPv4', has: isIPv4 },
  { name: 'IPv6', has: isIPv6 },
];

function mixed({ bind, servers, path: service }: UdpServiceView): Found[] {
  if (!Array.isArray(bind) || servers.some(({ address }) => address === undefined)) return [];
  const addresses = servers.map(({ address = '' }) => normalised(address));
  return FAMILIES.flatMap(({ name, has }) => {
    const [first] = bind.filter(({ address }) => has(normalised(address)));
    if (first && !addresses.some(has)) return [withoutServers(first, name)];
    const at = addresses.findIndex(has);
    const server = first ? undefined : servers[at];
    if (!server || bind.length === 0) return [];
    const path = [...server.path, 'address'];
    return [
      {
        message: `${formatPath(path)} is an ${name} address, and ${formatPath([...service, 'bind'])} has none: no datagram gets there`,
        path,
        hint: `add an ${name} address to bind, or take the server out`,
      },
    ];
  });
}

function withoutServers(
  { path, address }: { path: (string | number)[]; address: string },
  name: string,
): Found {
  return {
    message: `${formatPath(path)} is ${printed(address)}, and no server has an ${name} address: its clients get no answer`,
    path,
    hint: `add servers by their ${name} addresses, or take the address out`,
  };
}
