import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';
import type { View } from '../view.ts';

export const uncheckedServer: Rule = {
  code: 'unchecked-server',
  severity: 'warning',
  title: 'A server has no health check.',
  why: 'Nobody notices that the worker is dead, and it keeps getting its share of the clients.',
  source: 'HAProxy configuration manual, section 5.2 "Server and default-server options", check',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, check: false}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: unchecked,
};

function unchecked(view: View): Found[] {
  return [
    ...view.tcp.flatMap(({ pools }) => pools).flatMap(withoutCheck),
    ...view.udp.flatMap((service) =>
      service.health === 'none' ? [withoutHealth(service)] : withoutCheck(service),
    ),
  ];
}

function withoutCheck({ servers }: Pool): Found[] {
  return servers.flatMap((server) => {
    if (server.isChecked !== false) return [];
    const path = [...server.path, 'check'];
    return [
      {
        message: `${formatPath(path)} is false: the server keeps its clients when it is dead`,
        path,
        hint: 'take the line out',
      },
    ];
  });
}

function withoutHealth({ path: service }: Pool): Found {
  const path = [...service, 'health'];
  return {
    message: `${formatPath(path)} is none: a dead worker keeps its flows`,
    path,
    hint: 'use kube-proxy, or tcp with a check_port',
  };
}
