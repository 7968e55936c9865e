import { databases } from '../databases.ts';
import { formatDuration } from '../durations.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

const SHORT = 30 * 60_000;

export const shortTimeout: Rule = {
  code: 'short-timeout',
  severity: 'warning',
  title: 'A timeout cuts connections that a pool keeps.',
  why: 'Connection pools keep idle connections for half an hour and more. One that HAProxy has cut fails when it is used the next time, at night mostly.',
  source:
    'HAProxy configuration manual, section 4.2, timeout client; dev.mysql.com/doc, wait_timeout; HikariCP, maxLifetime',
  wrong: `
haproxy_timeout_client: 50s
haproxy_timeout_server: 50s
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  right: `
haproxy_timeout_client: 8h
haproxy_timeout_server: 8h
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: short,
};

function short(view: View): Found[] {
  const service = view.tcp.find(({ port = 0 }) => databases.has(port));
  if (service?.port === undefined) return [];
  const protocol = databases.get(service.port);
  return (['haproxy_timeout_client', 'haproxy_timeout_server'] as const).flatMap((name) => {
    const duration = view.duration(name);
    if (duration === undefined || duration >= SHORT || !view.given.has(name)) return [];
    return [
      {
        message: `${name} is ${formatDuration(duration)}, and ${formatPath(service.path)} is ${protocol}: connections that are idle for longer are cut`,
        path: [name],
        related: { message: 'the service', path: [...service.path, 'port'] },
        hint: 'use at least 30m; 8h is what is used without the line',
      },
    ];
  });
}
