import { formatDuration } from '../durations.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

export const earlyHardStop: Rule = {
  code: 'early-hard-stop',
  severity: 'warning',
  title: 'A reload cuts sessions that are idle, and in use.',
  why: 'After a reload the old process serves its sessions until they end, or until haproxy_hard_stop_after. A session may be idle for haproxy_timeout_client: where that is longer, deployments cut what nobody has closed.',
  source: 'HAProxy configuration manual, section 3.1, hard-stop-after',
  wrong: `
haproxy_hard_stop_after: 5m`,
  right: `
haproxy_hard_stop_after: 24h`,
  check: early,
};

function early(view: View): Found[] {
  const stop = view.duration('haproxy_hard_stop_after');
  const client = view.duration('haproxy_timeout_client');
  if (stop === undefined || client === undefined || stop >= client) return [];
  const [name = 'haproxy_hard_stop_after', other] = (
    ['haproxy_hard_stop_after', 'haproxy_timeout_client'] as const
  ).filter((one) => view.given.has(one));
  return [
    {
      message: `haproxy_hard_stop_after is ${formatDuration(stop)}, and a session may be idle for ${formatDuration(client)} (haproxy_timeout_client): a deployment cuts it`,
      path: [name],
      ...(other && { related: { message: 'the other one', path: [other] } }),
      hint: 'make haproxy_hard_stop_after the longer one of the two',
    },
  ];
}
