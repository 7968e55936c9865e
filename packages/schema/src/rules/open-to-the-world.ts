import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

export const openToTheWorld: Rule = {
  code: 'open-to-the-world',
  severity: 'warning',
  title: 'Everybody may open the stats page or read the metrics.',
  why: 'They show the names and the addresses of all services and workers, and which of them are down.',
  source: 'HAProxy configuration manual, section 4.2, stats enable',
  wrong: `
haproxy_stats_allowed: [0.0.0.0/0]`,
  right: `
haproxy_stats_allowed: [192.0.2.0/24]`,
  check: open,
};

function open(view: View): Found[] {
  const isStatsOpen =
    view.statsPort !== undefined && view.users.length === 0 && !view.given.has('haproxy_stats_users');
  const areMetricsOpen = view.metricsPort !== undefined || view.statsPort !== undefined;
  return [
    ...(isStatsOpen ? everybody(view, 'haproxy_stats_allowed', 'open the stats page') : []),
    ...(areMetricsOpen ? everybody(view, 'haproxy_metrics_allowed', 'read the metrics') : []),
  ];
}

function everybody(view: View, name: Parameters<View['allowed']>[0], what: string): Found[] {
  const all = view.allowed(name)?.find(({ address }) => /\/0+$/.test(address));
  if (!all) return [];
  return [
    {
      message: `${formatPath(all.path)} is ${printed(all.address)}: everybody may ${what}`,
      path: all.path,
      hint:
        name === 'haproxy_stats_allowed'
          ? 'write the networks of those who may, or add haproxy_stats_users'
          : 'write the networks of those who may',
    },
  ];
}
