import type { Path } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';
import type { UdpServiceView } from '../udp-services.ts';
import type { View } from '../view.ts';

const CHECKS = ['check_port', 'check_interval', 'rise', 'fall'];

export const ignoredKey: Rule = {
  code: 'ignored-key',
  severity: 'hint',
  title: 'A field has no effect beside another.',
  why: 'Who reads it later believes that it does something.',
  source: 'HAProxy configuration manual, section 4.2, balance, and section 5.2, check',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, check: false, fall: 3}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306, check: false}]`,
  check: ignored,
};

function ignored(view: View): Found[] {
  return [...view.tcp.flatMap(({ pools }) => pools).flatMap(ofServers), ...view.udp.flatMap(ofUdp)];
}

function ofServers({ servers, balance }: Pool): Found[] {
  return servers.flatMap((server) => {
    const unused = server.isChecked === false ? CHECKS.filter((field) => server.has(field)) : [];
    return [
      ...unused.map((field) => found(server.path, field, 'check is false')),
      ...(balance === 'first' && server.has('weight') && (server.weight ?? 0) > 0
        ? [found(server.path, 'weight', 'balance is first')]
        : []),
    ];
  });
}

function ofUdp(service: UdpServiceView): Found[] {
  if (service.health !== 'none') return ofServers(service);
  const unused = ['check_port', 'fail_open'].filter((field) => service.has(field));
  const ofEach = service.servers.flatMap((server) =>
    [...CHECKS, 'check']
      .filter((field) => server.has(field))
      .map((field) => found(server.path, field, 'health is none')),
  );
  return [...unused.map((field) => found(service.path, field, 'health is none')), ...ofEach];
}

function found(of: Path, field: string, why: string): Found {
  const path = [...of, field];
  return {
    message: `${formatPath(path)} has no effect: ${why}`,
    path,
    part: 'key',
    hint: 'take the line out',
  };
}
