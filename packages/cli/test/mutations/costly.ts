import {
  earlier,
  inServer,
  inService,
  inVariables,
  key,
  type Mutation,
  tcpOnly,
  udpOnly,
  value,
} from './mutations.ts';

const HASH = '$6$abcdefgh$abcdefgh';

const users = (...hashes: string[]): Record<string, string>[] =>
  hashes.map((hash, index) => ({ name: `user-${index}`, password_hash: hash }));

/** What works and costs something, or has a rule of its own. */
export const costly: Readonly<Record<string, Mutation>> = {
  'a hash of MD5': inUsers('weak-hash', users('$1$abcdefgh$abcdefgh')),
  'a hash outside of a vault': inUsers('clear-secret', users(HASH)),
  'the same user again': ({ variables }) => {
    variables.haproxy_stats_users = [...users(HASH), ...users(HASH)];
    return value('duplicate-user', ['haproxy_stats_users', 1, 'name']);
  },
  'nobody may see the metrics': ({ variables }) => {
    variables.haproxy_metrics_allowed = [];
    return value('nobody-allowed', ['haproxy_metrics_allowed']);
  },
  'who is let in is refused': udpOnly(({ service, servicePath }) => {
    service.allow = ['10.1.0.0/16'];
    service.deny = ['10.0.0.0/8'];
    return value('nobody-allowed', [...servicePath, 'deny']);
  }),
  'no worker may read the metrics': inVariables('haproxy_metrics_allowed', 'workers-shut-out', [
    '198.51.100.0/24',
  ]),
  'no services at all': ({ variables }) => {
    variables.haproxy_tcp_backends = [];
    variables.haproxy_udp_backends = [];
    return value('no-services', ['haproxy_tcp_backends']);
  },
  'more servers than the kernel takes': udpOnly(({ service, servicePath }) => {
    service.servers = Array.from({ length: 52 }, (_, index) => ({
      name: `worker-${index}`,
      address: `192.0.2.${index + 1}`,
      port: 30_050,
    }));
    return value('too-many-items', [...servicePath, 'servers']);
  }),
  'the same endpoint again': udpOnly(({ service, server, serverPath }) => {
    const [first] = service.servers;
    if (!first || first === server) return undefined;
    server.address = first.address;
    return value('duplicate-endpoint', [...serverPath, 'address']);
  }),
  'a NodePort that is none': ({ pool, poolPath, service, list }) => {
    // Where all of a service are elsewhere they may be swapped, which is another problem.
    if (list !== 'haproxy_tcp_backends' || (pool === service && !service.sni_routes)) return undefined;
    for (const server of pool.servers) server.port = 8080;
    return value('node-port-range', [...poolPath, 'servers', 0, 'port']);
  },
  'ports that are swapped': ({ service, servicePath }) => {
    const pools = [service, ...(service.sni_routes ?? [])];
    for (const { servers } of pools) for (const server of servers) server.port = service.port;
    service.port = 30_800;
    return value('swapped-ports', [...servicePath, 'port']);
  },
  'the NodePort of another service': (site) => {
    const other = earlier(site);
    if (!other) return undefined;
    for (const [index, server] of site.service.servers.entries()) {
      server.port = other.servers[0]?.port;
      server.address = `192.0.2.${10 + index}`;
    }
    return value('shared-node-port', [...site.servicePath, 'servers', 0, 'port']);
  },
  // One that every host can look up: HAProxy does.
  'a name for a worker’s address': tcpOnly(inServer('address', 'resolved-once', 'localhost')),
  'an interval where nothing is checked': ({ server, serverPath }) => {
    server.check = false;
    server.fall = 3;
    return key('ignored-key', [...serverPath, 'fall']);
  },
  'first, and no limit': tcpOnly(({ service, servicePath }) => {
    for (const server of service.servers) {
      delete server.maxconn;
      delete server.backup;
    }
    service.balance = 'first';
    return value('first-without-limit', [...servicePath, 'balance']);
  }),
  'static shares': tcpOnly(inService('balance', 'static-balance', 'static-rr')),
  'databases in turn': tcpOnly(({ service, servicePath }) => {
    service.port = 3306;
    service.balance = 'roundrobin';
    return value('long-sessions', [...servicePath, 'balance']);
  }),
  'a database whose sessions are cut': tcpOnly(({ variables, service }) => {
    service.port = 5432;
    variables.haproxy_timeout_client = '50s';
    return value('short-timeout', ['haproxy_timeout_client']);
  }),
  'timeouts that differ': inVariables('haproxy_timeout_server', 'unequal-timeouts', '4h'),
  'the PROXY protocol to one of two': tcpOnly((site) => {
    const other = earlier(site);
    if (!other) return undefined;
    for (const [index, server] of site.service.servers.entries()) {
      server.port = other.servers[0]?.port;
      server.address = `192.0.2.${10 + index}`;
    }
    other.send_proxy = 'none';
    site.service.send_proxy = 'v1';
    return value('mixed-proxy-protocol', [...site.servicePath, 'send_proxy']);
  }),
  'WireGuard in turn': udpOnly(({ service, servicePath }) => {
    service.port = 51_820;
    service.flow_timeout = 60;
    service.balance = 'roundrobin';
    return value('quiet-flows', [...servicePath, 'balance']);
  }),
  'flows that are forgotten soon': udpOnly(({ service, servicePath }) => {
    service.balance = 'random';
    service.flow_timeout = 30;
    return value('short-flow', [...servicePath, 'flow_timeout']);
  }),
  'clients’ own addresses': udpOnly(inService('masquerade', 'kept-client-address', false)),
};

function inUsers(code: string, list: readonly Record<string, string>[]): Mutation {
  return ({ variables }) => {
    variables.haproxy_stats_users = list;
    return value(code, ['haproxy_stats_users', 0, 'password_hash']);
  };
}
