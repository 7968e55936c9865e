// What rules see of a TCP service besides what it has in common with a UDP service.

import type { Path } from './diagnostic.ts';
import { addressesOf, type Fields, mappingsOf, textOf } from './fields.ts';
import { tcpServiceDefaults } from './generated/variables.ts';
import { serversOf } from './servers.ts';
import { type NamedView, type Pool, type ServiceView, serviceOf } from './services.ts';

export interface TcpServiceView extends ServiceView {
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
  return { ...service, routes, pools: [...service.pools, ...routes] };
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
