import type { Route, Server, Service, Valid } from './valid.ts';
import { type Path, Plain } from './written.ts';

/** What a mutation broke: the code that has to be reported, and where. */
export interface Broken {
  readonly code: string;
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** Where a mutation works. */
export interface Site {
  readonly variables: Valid;
  readonly list: 'haproxy_tcp_backends' | 'haproxy_udp_backends';
  readonly service: Service;
  /** The service, or one of its routes. */
  readonly pool: Service | Route;
  readonly server: Server;
  readonly servicePath: Path;
  readonly poolPath: Path;
  readonly serverPath: Path;
}

/** A place in variables that a mutation may break. */
export function siteOf(variables: Valid, at: readonly [boolean, number, number]): Site {
  const list = at[0] ? 'haproxy_tcp_backends' : 'haproxy_udp_backends';
  const services = variables[list];
  const service = at[1] % services.length;
  const owner = services[service] as Site['service'];
  const { sni_routes: routes = [] } = owner;
  // One more than there are is the service itself.
  const route = at[2] % (routes.length + 1);
  const pool = routes[route] ?? owner;
  const poolPath = pool === owner ? [list, service] : [list, service, 'sni_routes', route];
  const server = at[2] % pool.servers.length;
  return {
    variables,
    list,
    service: owner,
    pool,
    server: pool.servers[server] as Site['server'],
    servicePath: [list, service],
    poolPath,
    serverPath: [...poolPath, 'servers', server],
  };
}

export type Mutation = (site: Site) => Broken | undefined;

export const value = (code: string, path: Path): Broken => ({ code, path, part: 'value' });
export const key = (code: string, path: Path): Broken => ({ code, path, part: 'key' });

export function inService(field: string, code: string, to: unknown): Mutation {
  return ({ service, servicePath }) => {
    service[field] = to;
    return value(code, [...servicePath, field]);
  };
}

/** In the second route of the first service that has any. */
function inRoute(change: (route: Route, first: Route, path: Path) => Broken): Mutation {
  return ({ variables: { haproxy_tcp_backends: services } }) => {
    const at = services.findIndex((service) => service.sni_routes);
    const [first, second] = services[at]?.sni_routes ?? [];
    return first && second && change(second, first, ['haproxy_tcp_backends', at, 'sni_routes', 1]);
  };
}

export function inServer(field: string, code: string, to: unknown): Mutation {
  return ({ server, serverPath }) => {
    server[field] = to;
    return value(code, [...serverPath, field]);
  };
}

export function inVariables(
  name: string,
  code: string,
  to: unknown,
  part: 'key' | 'value' = 'value',
): Mutation {
  return ({ variables }) => {
    variables[name] = to;
    return { code, path: [name], part };
  };
}

function renamed<T extends Record<string, unknown>>(owner: T, from: string, to: string): void {
  const entries = Object.entries(owner).map(([name, item]) => [name === from ? to : name, item] as const);
  for (const name of Object.keys(owner)) delete owner[name];
  Object.assign(owner, Object.fromEntries(entries));
}

export const udpOnly =
  (mutation: Mutation): Mutation =>
  (site) =>
    site.list === 'haproxy_udp_backends' ? mutation(site) : undefined;

export const tcpOnly =
  (mutation: Mutation): Mutation =>
  (site) =>
    site.list === 'haproxy_tcp_backends' ? mutation(site) : undefined;

/** Another service of the same list, before this one. */
export const earlier = ({ variables, list, service }: Site): Service | undefined =>
  variables[list].find((other, index) => other !== service && index < variables[list].indexOf(service));

/** What is wrong, whatever the rest is; see also {@link costly}. */
export const wrong: Readonly<Record<string, Mutation>> = {
  'a port past 65535': inService('port', 'out-of-range', 65_536),
  'a port of 0': inServer('port', 'out-of-range', 0),
  'a negative port': inService('port', 'out-of-range', -1),
  'a port in quotes': inService('port', 'wrong-type', '3306'),
  'a port that is a float': inServer('port', 'wrong-type', 3306.5),
  'a port that is empty': inService('port', 'wrong-type', new Plain('')),
  'a port that is a truth': inServer('port', 'wrong-type', true),
  'a port that is a clock': inService('port', 'out-of-range', new Plain('55:30:00')),
  'a name that is a number': inService('name', 'wrong-type', 3306),
  'a name that is a truth': inServer('name', 'wrong-type', new Plain('on')),
  'a name with a blank': inService('name', 'bad-format', 'my sql'),
  'a name with a newline': inServer('name', 'bad-format', 'a\nb'),
  'a name that is too long': inService('name', 'too-long', 'n'.repeat(65)),
  'a name that is the role’s': inService('name', 'reserved-name', 'stats'),
  'an address that is none': inServer('address', 'bad-format', '192.168.1.256'),
  'an address with a length': inServer('address', 'bad-format', '192.0.2.1/24'),
  'an address that is everywhere': inServer('address', 'bad-format', '0.0.0.0'),
  'a host name for UDP': udpOnly(inServer('address', 'udp-address', 'worker-1.example.com')),
  'the loopback for UDP': udpOnly(inServer('address', 'udp-address', '127.0.0.1')),
  'a balance that there is not': inService('balance', 'not-a-choice', 'fastest'),
  'a balance with a typing mistake': inService('balance', 'not-a-choice', 'roundrobbin'),
  'leastconn for UDP': udpOnly(inService('balance', 'not-a-choice', 'leastconn')),
  'the other mode': inService('mode', 'not-a-choice', 'http'),
  'no servers in the list': inService('servers', 'empty-list', []),
  'servers that are none': inService('servers', 'wrong-type', new Plain('')),
  'a bind that is a text': inService('bind', 'wrong-type', '192.0.2.1'),
  'a bind with the same twice': ({ service, servicePath }) => {
    service.bind = ['192.0.2.1', '192.0.2.1'];
    return value('duplicate-item', [...servicePath, 'bind', 1]);
  },
  'a weight below 0': inServer('weight', 'out-of-range', -1),
  'weights of 0': ({ service, servicePath }) => {
    for (const server of service.servers) server.weight = 0;
    return value('no-weight', [...servicePath, 'servers', 0, 'weight']);
  },
  'backups alone': ({ service, servicePath }) => {
    for (const server of service.servers) server.backup = true;
    return value('backup-without-primary', [...servicePath, 'servers', 0, 'backup']);
  },
  'a limit of connections of 0': tcpOnly(inServer('maxconn', 'out-of-range', 0)),
  'a limit of connections for UDP': udpOnly(({ server, serverPath }) => {
    server.maxconn = 100;
    return key('udp-maxconn', [...serverPath, 'maxconn']);
  }),
  'more connections than the balancer has': tcpOnly(({ variables, service, servicePath }) => {
    for (const other of variables.haproxy_tcp_backends) delete other.maxconn;
    variables.haproxy_maxconn = 1000;
    service.maxconn = 1001;
    return value('total-maxconn', [...servicePath, 'maxconn']);
  }),
  'a version of the PROXY protocol that there is not': tcpOnly(inService('send_proxy', 'not-a-choice', 'v3')),
  'the PROXY protocol for Redis': tcpOnly(({ service, servicePath }) => {
    service.port = 6379;
    service.send_proxy = 'v2';
    return value('unread-proxy-protocol', [...servicePath, 'send_proxy']);
  }),
  'a weight past 256': inServer('weight', 'out-of-range', 257),
  'a rise of 0': inServer('rise', 'out-of-range', 0),
  'a check that is a text': inServer('check', 'wrong-type', 'maybe'),
  'an interval without a unit': inServer('check_interval', 'bad-format', '2 s'),
  'an interval that is a number': inServer('check_interval', 'wrong-type', 2),
  'an interval of a month': inServer('check_interval', 'bad-format', '30d'),
  'a flow_timeout that is too short': udpOnly(inService('flow_timeout', 'out-of-range', 5)),
  'a check by TCP without a port': udpOnly(inService('health', 'missing-check-port', 'tcp')),
  'a typing mistake in a field': ({ service, servicePath }) => {
    service.balanse = 'roundrobin';
    return key('unknown-key', [...servicePath, 'balanse']);
  },
  'a typing mistake in a field of a server': ({ server, serverPath }) => {
    renamed(server, 'address', 'adress');
    return key('unknown-key', [...serverPath, 'adress']);
  },
  'a field as others call it': ({ server, serverPath }) => {
    renamed(server, 'port', 'nodePort');
    return key('unknown-key', [...serverPath, 'nodePort']);
  },
  'a field of something else': ({ server, serverPath }) => {
    server.cookie = 100;
    return key('unknown-key', [...serverPath, 'cookie']);
  },
  'a service without a port': ({ service, servicePath }) => {
    Reflect.deleteProperty(service, 'port');
    return value('missing-key', servicePath);
  },
  'a server without an address': ({ server, serverPath }) => {
    Reflect.deleteProperty(server, 'address');
    return value('missing-key', serverPath);
  },
  'a typing mistake in a variable': inVariables('haproxy_stat_port', 'unknown-variable', 8404, 'key'),
  'a variable of the role that there is not': inVariables('haproxy_logging', 'unknown-variable', true, 'key'),
  'a duration without a unit': inVariables('haproxy_timeout_client', 'bad-format', '30'),
  'a path without a slash': inVariables('haproxy_stats_path', 'bad-format', 'stats'),
  'a password in clear text': ({ variables }) => {
    variables.haproxy_stats_users = [{ name: 'ops', password_hash: 'secret' }];
    return value('bad-format', ['haproxy_stats_users', 0, 'password_hash']);
  },
  'the same name again': (site) => {
    const other = earlier(site);
    if (!other) return undefined;
    site.service.name = other.name;
    return value('duplicate-service', [...site.servicePath, 'name']);
  },
  'the same server again': ({ pool, server, serverPath }) => {
    const [first] = pool.servers;
    if (!first || first === server) return undefined;
    server.name = first.name;
    return value('duplicate-server', [...serverPath, 'name']);
  },
  'the same port again': (site) => {
    const other = earlier(site);
    if (!other) return undefined;
    site.service.port = other.port;
    return value('port-conflict', [...site.servicePath, 'port']);
  },
  'the port of the stats page': tcpOnly(({ variables, service, servicePath }) => {
    variables.haproxy_stats_port = 8404;
    service.port = 8404;
    return value('port-conflict', [...servicePath, 'port']);
  }),
  'the port of the metrics': tcpOnly(inService('port', 'port-conflict', 9101)),
  'the same worker again': tcpOnly(({ pool, server, serverPath }) => {
    const [first] = pool.servers;
    if (!first || first === server) return undefined;
    server.address = first.address;
    return value('duplicate-address', [...serverPath, 'address']);
  }),
  'another NodePort': ({ pool, server, serverPath }) => {
    if (pool.servers[0] === server) return undefined;
    server.port = 30_999;
    return value('several-node-ports', [...serverPath, 'port']);
  },
  'no health check': inServer('check', 'unchecked-server', false),
  'a slow check': inServer('check_interval', 'slow-check', '1m'),
  'a hasty check': inServer('fall', 'hasty-check', 1),
  'one server': ({ pool, poolPath }) => {
    pool.servers.length = 1;
    return key('one-server', [...poolPath, 'servers']);
  },
  'two servers': ({ pool, poolPath }) => {
    pool.servers.length = 2;
    return key('two-servers', [...poolPath, 'servers']);
  },
  'a route without hosts': inRoute((route, _, path) => {
    route.hosts = [];
    return value('empty-list', [...path, 'hosts']);
  }),
  'an address for a host': inRoute((route, _, path) => {
    route.hosts[1] = '192.0.2.1';
    return value('bad-format', [...path, 'hosts', 1]);
  }),
  'a star within a host': inRoute((route, _, path) => {
    route.hosts[0] = 'shop.*.example.org';
    return value('bad-format', [...path, 'hosts', 0]);
  }),
  'the same route again': inRoute((route, first, path) => {
    route.name = first.name;
    return value('duplicate-route', [...path, 'name']);
  }),
  'the same host again': inRoute((route, first, path) => {
    route.hosts[0] = String(first.hosts[0]).toUpperCase();
    return value('sni-overlap', [...path, 'hosts', 0]);
  }),
  'a host below a wildcard': inRoute((route, _, path) => {
    route.hosts.push(`a.b${String(route.hosts[1]).slice(1)}`);
    return value('sni-overlap', [...path, 'hosts', 2]);
  }),
  'the port of sshd': tcpOnly(({ service, servicePath }) => {
    service.port = 22;
    Reflect.deleteProperty(service, 'bind');
    return value('occupied-port', [...servicePath, 'port']);
  }),
  'a port that the kernel gives away': tcpOnly(inService('port', 'ephemeral-port', 50_000)),
  'everybody may see the stats page': ({ variables }) => {
    variables.haproxy_stats_port = 8404;
    variables.haproxy_stats_allowed = ['0.0.0.0/0'];
    return value('open-to-the-world', ['haproxy_stats_allowed', 0]);
  },
  'a hard stop that is early': inVariables('haproxy_hard_stop_after', 'early-hard-stop', '1m'),
  'an address of the other family': udpOnly(({ service, servicePath }) => {
    service.bind = ['192.0.2.1', '2001:db8::1'];
    return value('mixed-families', [...servicePath, 'bind', 1]);
  }),
};
