// What rules see of a TCP service besides what it has in common with a UDP service.

import type { Path } from './diagnostic.ts';
import { addressesOf, type Fields, mappingsOf, numberOf, textOf } from './fields.ts';
import { tcpServiceDefaults } from './generated/variables.ts';
import { serversOf } from './servers.ts';
import { type NamedView, type Pool, type ServiceView, serviceOf } from './services.ts';

export interface TcpServiceView extends ServiceView {
  /** Connections at once. Undefined where there is no limit of its own, or it cannot be known. */
  maxconn: number | undefined;
  /** Undefined where it cannot be known. */
  sendProxy: string | undefined;
  routes: RouteView[];
}

/** A pool of a service for some names. */
export interface RouteView extends NamedView, Pool {
  path: Path;
  hosts: HostView[];
}

export interface HostView {
  path: Path;
  host: string;
}

export function tcpServiceOf(given: Fields): TcpServiceView {
  const service = serviceOf(given, tcpServiceDefaults);
  const listed = mappingsOf(given.fields.sni_routes, [...given.path, 'sni_routes']);
  const routes = listed.map((route) => routeOf(route, service));
  const values: Record<string, unknown> = { ...tcpServiceDefaults, ...given.fields };
  return {
    ...service,
    maxconn: numberOf(values.maxconn),
    sendProxy: textOf(values.send_proxy),
    routes,
    pools: [...service.pools, ...routes],
  };
}

function routeOf({ path, fields }: Fields, { balance }: ServiceView): RouteView {
  const hosts = addressesOf(fields.hosts, [...path, 'hosts']);
  return {
    path,
    name: textOf(fields.name),
    hosts: hosts.map(({ path: at, address }) => ({ path: at, host: address })),
    balance,
    servers: serversOf(fields.servers, [...path, 'servers']),
  };
}
