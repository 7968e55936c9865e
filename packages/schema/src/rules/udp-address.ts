import { normalised } from '../addresses.ts';
import type { AddressView } from '../fields.ts';
import { isHostName } from '../formats.ts';
import { isIPv4, isIPv6 } from '../ip.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';
import type { View } from '../view.ts';

export const udpAddress: Rule = {
  code: 'udp-address',
  severity: 'error',
  title: 'A UDP service has an address that the kernel cannot use.',
  why: 'The kernel carries UDP. It looks no names up, it sends nothing that it forwards to its own loopback, and its IPv4 datagrams match no IPv6 address that stands for an IPv4 one.',
  source: 'nft(8), "NAT STATEMENTS"; RFC 4291, section 2.5.5.2',
  wrong: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers: [{name: worker-1, address: worker-1.example.com, port: 30053}]`,
  right: `
haproxy_udp_backends:
  - name: dns
    port: 53
    servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]`,
  check: addressesOfUdp,
};

function addressesOfUdp(view: View): Found[] {
  return view.udp.flatMap((service) => {
    const servers = serverAddresses(service);
    const bind = Array.isArray(service.bind) ? service.bind : [];
    return [
      ...servers.flatMap(hostName),
      ...servers.flatMap(loopback),
      ...[...servers, ...bind, ...(service.allow ?? []), ...service.deny].flatMap(mapped),
    ];
  });
}

function serverAddresses({ servers }: UdpServiceView): AddressView[] {
  return servers.flatMap(({ path, address }) =>
    address === undefined ? [] : [{ path: [...path, 'address'], address }],
  );
}

function hostName({ path, address }: AddressView): Found[] {
  if (!isHostName(address)) return [];
  return [
    {
      message: `${formatPath(path)} is the host name ${printed(address)}, and the kernel, which carries UDP, looks no names up`,
      path,
      hint: "write the worker's IP address",
    },
  ];
}

function loopback({ path, address }: AddressView): Found[] {
  if (!/^127\./.test(address) && normalised(address) !== '::1') return [];
  return [
    {
      message: `${formatPath(path)} is ${printed(address)}, and the kernel sends no client's datagram to its own loopback`,
      path,
      hint: "write the worker's address on the network",
    },
  ];
}

function mapped({ path, address: text }: AddressView): Found[] {
  const [address = '', length] = text.split('/');
  if (!isIPv6(address) || !isIPv4(normalised(address))) return [];
  const suffix = length === undefined ? '' : `/${Math.max(0, Number(length) - 96)}`;
  return [
    {
      message: `${formatPath(path)} is ${printed(text)}, an IPv4 address written as IPv6, which no datagram has`,
      path,
      hint: `write ${normalised(address)}${suffix}`,
    },
  ];
}
