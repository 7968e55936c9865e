import { formatPath } from '../path.ts';
import { within } from '../ranges.ts';
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
  if (allow.length === 0 || deny.length === 0) return [];
  const isDenied = within(deny.map(({ address }) => address));
  if (!allow.every(({ address }) => isDenied(address))) return [];
  const path = [...service, 'deny'];
  return [
    {
      message: `${formatPath(path)} refuses all that ${formatPath([...service, 'allow'])} lets in: nobody gets through`,
      path,
      hint: 'take out of deny whom the service is for',
    },
  ];
}
