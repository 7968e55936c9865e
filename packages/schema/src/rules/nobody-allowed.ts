import type { AddressView } from '../fields.ts';
import { isIPv4, isIPv6 } from '../ip.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';
import type { View } from '../view.ts';

export const nobodyAllowed: Rule = {
  code: 'nobody-allowed',
  severity: 'warning',
  title: 'Nobody may use what is there.',
  why: 'An empty list of clients lets nobody in, the balancer itself neither; nor does one whose clients are all denied.',
  source: 'HAProxy configuration manual, section 7.1 "ACL basics"; nft(8), "SET STATEMENT"',
  wrong: `
haproxy_metrics_allowed: []`,
  right: `
haproxy_metrics_allowed: [127.0.0.1, 192.0.2.0/24]`,
  check: nobody,
};

function nobody(view: View): Found[] {
  return [
    ...(view.statsPort === undefined ? [] : empty(view, 'haproxy_stats_allowed', 'haproxy_stats_port')),
    ...(view.metricsPort === undefined ? [] : empty(view, 'haproxy_metrics_allowed', 'haproxy_metrics_port')),
    ...view.udp.flatMap(denied),
  ];
}

function empty(view: View, name: Parameters<View['allowed']>[0], port: string): Found[] {
  if (!view.given.has(name) || view.allowed(name)?.length !== 0) return [];
  return [
    {
      message: `${name} is empty: nobody is let in`,
      path: [name],
      hint: `write the networks of those who may, or turn it off with ${port}: 0`,
    },
  ];
}

function denied({ allow = [], deny, path: service }: UdpServiceView): Found[] {
  if (allow.length === 0 || deny.length === 0 || !allow.every((client) => isWithin(client, deny))) return [];
  const path = [...service, 'deny'];
  return [
    {
      message: `${formatPath(path)} refuses all that ${formatPath([...service, 'allow'])} lets in: nobody gets through`,
      path,
      hint: 'take out of deny whom the service is for',
    },
  ];
}

/** Whether a range lies within one of others. What is no range is told by other rules. */
function isWithin({ address: text }: AddressView, others: readonly AddressView[]): boolean {
  const range = rangeIn(text);
  if (!range) return false;
  return others.some(({ address: other }) => {
    const around = rangeIn(other);
    if (!around || around.family !== range.family || around.bits > range.bits) return false;
    // It takes long to load, and is asked for where datagrams are refused.
    const list = new (process.getBuiltinModule('node:net').BlockList)();
    list.addSubnet(around.address, around.bits, around.family);
    return list.check(range.address, range.family);
  });
}

function rangeIn(
  text: string,
): { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' } | undefined {
  const [address = '', length, ...more] = text.split('/');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  if (!family || more.length > 0) return undefined;
  const most = family === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits <= most ? { address, bits, family } : undefined;
}
