import { formatDuration } from '../durations.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

export const unequalTimeouts: Rule = {
  code: 'unequal-timeouts',
  severity: 'hint',
  title: 'The timeouts of clients and servers differ.',
  why: 'On a connection both sides are idle at once, so that the shorter one decides, and the longer one says what is not so.',
  source: 'HAProxy configuration manual, section 4.2, timeout server',
  wrong: `
haproxy_timeout_client: 1h
haproxy_timeout_server: 2h`,
  right: `
haproxy_timeout_client: 2h
haproxy_timeout_server: 2h`,
  check: unequal,
};

function unequal(view: View): Found[] {
  const client = view.duration('haproxy_timeout_client');
  const server = view.duration('haproxy_timeout_server');
  if (client === undefined || server === undefined || client === server) return [];
  const name = view.given.has('haproxy_timeout_server') ? 'haproxy_timeout_server' : 'haproxy_timeout_client';
  const other = name === 'haproxy_timeout_server' ? 'haproxy_timeout_client' : 'haproxy_timeout_server';
  const [its, others] = name === 'haproxy_timeout_server' ? [server, client] : [client, server];
  return [
    {
      message: `${name} is ${formatDuration(its)}, and ${other} is ${formatDuration(others)}: the shorter one decides`,
      path: [name],
      ...(view.given.has(other) && { related: { message: 'the other one', path: [other] } }),
      hint: 'give both the same value',
    },
  ];
}
