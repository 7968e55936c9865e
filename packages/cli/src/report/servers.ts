import type { Server, Service } from '@nodeport-haproxy/runtime';
import { table } from './table.ts';
import { visible } from './visible.ts';

/** The services that each host's HAProxy reports. */
export type Services = ReadonlyMap<string, readonly Service[]>;

/** A table for each host: its services, their servers, and what HAProxy says of them. */
export function serverTables(services: Services): string[] {
  return [...services].flatMap(([host, list]) => [
    '',
    `${host}:`,
    // A description of a check may hold what a server answered.
    ...hostTable(list).map((line) => visible(`  ${line}`)),
  ]);
}

function hostTable(services: readonly Service[]): string[] {
  if (services.length === 0) return ['no services'];
  const hasBind = services.some(({ bind }) => bind.length > 0);
  const header = [
    'SERVICE',
    ...(hasBind ? ['LISTENS ON'] : []),
    'SERVER',
    'ADDRESS',
    'STATUS',
    'CHECK',
    'SESSIONS',
  ];
  const rows = services.flatMap((service) =>
    service.servers.map((server, index) => [
      index === 0 ? label(service) : '',
      ...(hasBind ? [index === 0 ? service.bind.join(' ') : ''] : []),
      server.name,
      server.address ?? '-',
      server.status,
      [server.check, server.checkDescription].filter(Boolean).join(' ') || '-',
      // HAProxy carries no flow of UDP, so it cannot count them.
      service.protocol === 'udp' ? '-' : String(server.sessions),
    ]),
  );
  return table([header, ...rows]);
}

/** `mysql`, `wireguard/udp`, `https/sni/shop`: no name has a slash, and a TCP and a UDP service may have the same. */
function label(service: Service): string {
  const { route } = service;
  return route === undefined ? serviceLabel(service) : `${serviceLabel(service)}/sni/${route}`;
}

function serviceLabel({ name, protocol }: Service): string {
  return protocol === 'udp' ? `${name}/udp` : name;
}

/** `3 services, 6 of 7 servers up, 1 without check`: a server counts as up where every host that has it says so. */
export function serverCounts(services: Services): string {
  const names = new Set<string>();
  const servers = new Map<string, Server[]>();
  for (const service of [...services.values()].flat()) {
    names.add(serviceLabel(service));
    for (const server of service.servers) {
      const key = `${label(service)}/${server.name}`;
      servers.set(key, [...(servers.get(key) ?? []), server]);
    }
  }
  const all = [...servers.values()];
  const up = all.filter((views) => views.every(({ status }) => status.startsWith('UP'))).length;
  const unchecked = all.filter((views) => views.every(({ status }) => status === 'no check')).length;
  const checked = all.length - unchecked;
  return [
    count(names.size, 'service'),
    ...(checked > 0 || all.length === 0 ? [`${up} of ${count(checked, 'server')} up`] : []),
    ...(unchecked > 0 ? [`${count(unchecked, 'server')} without check`] : []),
  ].join(', ');
}

/** `1 host`, `2 hosts`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
