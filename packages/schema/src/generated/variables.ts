// Generated from packages/schema/haproxy.schema.json by `npm run generate`: change the schema, not this file.

/**
 * Variables of the role haproxy.
 */
export interface Variables {
  /**
   * TCP services of the balancer. Each one becomes a section `listen NAME` in haproxy.cfg.
   */
  haproxy_tcp_backends?: TcpService[];
  /**
   * UDP services of the balancer. The kernel of the balancer carries the datagrams, HAProxy checks the workers; each service becomes a backend `udp_NAME` in haproxy.cfg.
   */
  haproxy_udp_backends?: UdpService[];
  /**
   * Port of HAProxy's stats page. The metrics answer there too, at /metrics. 0 turns the page off.
   */
  haproxy_stats_port?: number;
  /**
   * Path of the stats page; with `;csv` appended it answers as CSV.
   */
  haproxy_stats_path?: string;
  /**
   * Addresses and ranges that may open the stats page. Others get 403.
   */
  haproxy_stats_allowed?: string[];
  /**
   * Users that may open the stats page. Without any, everybody in `haproxy_stats_allowed` may; there is no default password.
   */
  haproxy_stats_users?: StatsUser[];
  /**
   * Port of HAProxy's own Prometheus exporter, at /metrics. It needs no exporter beside it. 0 turns the port off.
   */
  haproxy_metrics_port?: number;
  /**
   * Addresses and ranges that may read the metrics, on both ports. Others get 403.
   */
  haproxy_metrics_allowed?: string[];
  /**
   * How long a connection to a server may take before the next server is tried. A health check's connection has as long.
   */
  haproxy_timeout_connect?: string;
  /**
   * How long a health check may wait for an answer once it is connected.
   */
  haproxy_timeout_check?: string;
  /**
   * How long a connection may wait for a place where all servers are full.
   */
  haproxy_timeout_queue?: string;
  /**
   * How long a client may be silent. Databases keep idle connections for hours: MySQL's own limit is 8 h.
   */
  haproxy_timeout_client?: string;
  /**
   * How long a server may be silent. Keep it equal to `haproxy_timeout_client`.
   */
  haproxy_timeout_server?: string;
  /**
   * How long a connection may stay open after its client has closed its side.
   */
  haproxy_timeout_client_fin?: string;
  /**
   * Connections that the balancer serves at once, over all services. Each takes two file descriptors, which the host's limit has to allow, and about 33 kB.
   */
  haproxy_maxconn?: number;
  /**
   * A reload starts a new process; the old one serves the sessions it has until they end, and those that are left after this time are cut. Longer than a database keeps an idle connection, so that nothing in use is cut.
   */
  haproxy_hard_stop_after?: string;
  /**
   * Old processes with sessions left that may be there at once; with another reload the oldest is ended. Each takes some 20 MB, and more with many sessions.
   */
  haproxy_max_old_workers?: number;
  /**
   * Whether a firewall of the host that drops forwarded traffic by default (Docker, ufw) is given a rule for the flows of the UDP services, and for nothing else. The rule is put back when the firewall is reloaded. Off: the deployment says which command lets them through.
   */
  haproxy_manage_firewall?: boolean;
  /**
   * Lines that are added to the section `global` of haproxy.cfg as they are. Nothing but `haproxy -c` judges them.
   */
  haproxy_global_extra?: string;
  /**
   * Lines that are added to the section `defaults` of haproxy.cfg as they are. Nothing but `haproxy -c` judges them.
   */
  haproxy_defaults_extra?: string;
  /**
   * Sections that are added to the end of haproxy.cfg as they are, for what no variable says. Nothing but `haproxy -c` judges them.
   */
  haproxy_sections_extra?: string;
  /**
   * Whether a haproxy.cfg that neither the role nor the package wrote may be replaced. Such a file is kept as the first entry of the history, so that `nodeport rollback` can bring it back.
   */
  haproxy_adopt?: boolean;
  /**
   * What a deployment does on a host that differs from the last deployment: a file changed by hand, a reload that was lost, a stopped service, a new package that does not run yet. `mend`: it is said and mended. `report`: it is said, and the host is left as it is. `fail`: it is said, the host is left as it is, and the deployment fails.
   */
  haproxy_on_drift?: 'mend' | 'report' | 'fail';
  /**
   * How many deployments a balancer keeps, to go back to.
   */
  haproxy_keep_deployments?: number;
  /**
   * Whether a deployment is rolled back when a service has fewer servers up after it than before, other than by what was taken out or changed, or none at all. Turn it off for the deployment that names servers which are not there yet.
   */
  haproxy_expect_servers_up?: boolean;
}
/**
 * One TCP port of the balancer and the NodePorts behind it.
 */
export interface TcpService {
  /**
   * Name of the service, unique in its list. It names the sections in haproxy.cfg, the rows of the stats page and the labels of the metrics. `stats`, `metrics`, `workers` and names that begin with `udp_` or `sni_` are reserved.
   */
  name: string;
  /**
   * Port that clients connect to.
   */
  port: number;
  /**
   * Always `tcp`: the list a service stands in decides its protocol.
   */
  mode?: 'tcp';
  /**
   * How a new connection gets its server: `roundrobin` in turn, `leastconn` to the one with the fewest connections (databases), `source` by the client's address (sticky), `random`, `first` (fill one after the other), `static-rr`.
   */
  balance?: 'roundrobin' | 'leastconn' | 'source' | 'random' | 'first' | 'static-rr';
  /**
   * IP addresses of the balancer that the service listens on. Without it: every address, IPv4 and, where the host has it, IPv6.
   *
   * @minItems 1
   */
  bind?: string[];
  /**
   * How many connections the service has at once. More wait in the kernel's queue until one ends. Without it: `haproxy_maxconn`.
   */
  maxconn?: number;
  /**
   * Whether each connection to a server begins with the client's address, in the PROXY protocol: `v1` as text, `v2` binary. The pods have to expect it; who does not takes it for data. Health checks go without it: no pod sees them.
   */
  send_proxy?: 'none' | 'v1' | 'v2';
  /**
   * The workers' NodePorts behind the service.
   *
   * @minItems 1
   */
  servers: Server[];
  /**
   * Servers for some names: TLS clients that ask for one of a route's hosts (SNI) get the route's servers, by the first route that has it. Everybody else gets `servers`. TLS is passed through, and ends at the workers.
   */
  sni_routes?: SniRoute[];
}
/**
 * One worker's NodePort.
 */
export interface Server {
  /**
   * Name of the server, unique in its service. The worker's node name is a good one.
   */
  name: string;
  /**
   * IP address or host name of the worker; of a UDP service an IP address. A host name is looked up once, when HAProxy starts or is reloaded.
   */
  address: string;
  /**
   * The service's NodePort on the worker.
   */
  port: number;
  /**
   * Share of new connections and flows that the server gets, beside the weights of the others. `0` gives it none; those that it has stay.
   */
  weight?: number;
  /**
   * Whether the server gets new connections and flows only while none of the others is up. Several backups share them.
   */
  backup?: boolean;
  /**
   * How many connections the server has at once; of a TCP service. More wait for it or for another one, at most `haproxy_timeout_queue`. Without it: any number.
   */
  maxconn?: number;
  /**
   * Whether HAProxy checks the server and takes it out when it fails.
   */
  check?: boolean;
  /**
   * Port of the worker that the health check asks. Without it: the NodePort of a TCP service, the `check_port` of a UDP service.
   */
  check_port?: number;
  /**
   * Time between two health checks of a server that is up or down. While a server changes its state it is checked every 500 ms, and every 100 ms where the interval is given in ms.
   */
  check_interval?: string;
  /**
   * Checks in a row that must pass before a server is up.
   */
  rise?: number;
  /**
   * Checks in a row that must fail before a server is down.
   */
  fall?: number;
}
/**
 * Some names of a TLS service and the NodePorts behind them.
 */
export interface SniRoute {
  /**
   * Name of the route, unique in its service. Its section in haproxy.cfg is `backend sni_SERVICE_NAME`, and so are its rows of the stats page and its labels of the metrics.
   */
  name: string;
  /**
   * Names that clients ask for: `shop.example.org` is this name alone, `*.shop.example.org` every name below it. Case does not matter.
   *
   * @minItems 1
   */
  hosts: string[];
  /**
   * The workers' NodePorts behind the route. They are balanced as the service says.
   *
   * @minItems 1
   */
  servers: Server[];
}
/**
 * One UDP port of the balancer and the NodePorts behind it.
 */
export interface UdpService {
  /**
   * Name of the service, unique in its list. It names the sections in haproxy.cfg, the rows of the stats page and the labels of the metrics. `stats`, `metrics`, `workers` and names that begin with `udp_` or `sni_` are reserved.
   */
  name: string;
  /**
   * Port that clients connect to.
   */
  port: number;
  /**
   * Always `udp`: the list a service stands in decides its protocol.
   */
  mode?: 'udp';
  /**
   * How a new flow gets its server: `roundrobin` in turn, `source` by the client's address (a client keeps its server, and every balancer gives it the same one), `random`.
   */
  balance?: 'roundrobin' | 'source' | 'random';
  /**
   * IP addresses of the balancer that the service answers on. Without it: every address, IPv4 and, where a server has an IPv6 address, IPv6.
   *
   * @minItems 1
   */
  bind?: string[];
  /**
   * Addresses and ranges whose datagrams are let through. Without it: everyone's.
   *
   * @minItems 1
   */
  allow?: string[];
  /**
   * Addresses and ranges whose datagrams are refused, those in `allow` too. Without it: nobody's.
   */
  deny?: string[];
  /**
   * Whether the workers see the balancer's address as the sender. `false` keeps the client's address, and works only where the workers' way back to the clients leads through the balancer.
   */
  masquerade?: boolean;
  /**
   * How long a flow that is silent keeps its server: datagrams of one client's address and port to the service are a flow. A flow that comes back later is a new one.
   */
  flow_timeout?: number;
  /**
   * What says whether a worker is well: `kube-proxy` asks kube-proxy's own `/healthz` on the worker, `tcp` connects to `check_port`, `none` asks nobody: a dead worker keeps its flows.
   */
  health?: 'kube-proxy' | 'tcp' | 'none';
  /**
   * Port of the workers that the health check asks. `health: kube-proxy` asks port 10256 without it; `health: tcp` needs it, here or at each server.
   */
  check_port?: number;
  /**
   * What happens when the check of every server fails: `true` uses them all but backups, because it is more often the check that is wrong; `false` refuses new flows. Servers in maintenance or drained stay out.
   */
  fail_open?: boolean;
  /**
   * The workers' NodePorts behind the service. Their addresses are IP addresses: the kernel looks no names up.
   *
   * @minItems 1
   * @maxItems 51
   */
  servers: Server[];
}
/**
 * A user of the stats page.
 */
export interface StatsUser {
  /**
   * Name of the user.
   */
  name: string;
  /**
   * Hash of the password as crypt(3) knows it; `openssl passwd -6` makes one. Keep it in a vault all the same.
   */
  password_hash: string;
}

/** Every variable's value where it is not given. */
export const defaults: Required<Variables> = {
  "haproxy_tcp_backends": [],
  "haproxy_udp_backends": [],
  "haproxy_stats_port": 8404,
  "haproxy_stats_path": "/stats",
  "haproxy_stats_allowed": [
    "127.0.0.0/8",
    "::1",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "fc00::/7",
    "fe80::/10"
  ],
  "haproxy_stats_users": [],
  "haproxy_metrics_port": 9101,
  "haproxy_metrics_allowed": [
    "127.0.0.0/8",
    "::1",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "fc00::/7",
    "fe80::/10"
  ],
  "haproxy_timeout_connect": "300ms",
  "haproxy_timeout_check": "2s",
  "haproxy_timeout_queue": "30s",
  "haproxy_timeout_client": "8h",
  "haproxy_timeout_server": "8h",
  "haproxy_timeout_client_fin": "1m",
  "haproxy_maxconn": 8000,
  "haproxy_hard_stop_after": "24h",
  "haproxy_max_old_workers": 50,
  "haproxy_manage_firewall": true,
  "haproxy_global_extra": "",
  "haproxy_defaults_extra": "",
  "haproxy_sections_extra": "",
  "haproxy_adopt": false,
  "haproxy_on_drift": "mend",
  "haproxy_keep_deployments": 10,
  "haproxy_expect_servers_up": true
};

/** What other projects call the variables. */
export const synonyms: Readonly<Record<string, readonly string[]>> = {"haproxy_tcp_backends":["haproxy_backends","haproxy_tcp_services","haproxy_services","haproxy_tcp","haproxy_listeners","haproxy_frontends"],"haproxy_udp_backends":["haproxy_udp_services","haproxy_udp"],"haproxy_stats_path":["haproxy_stats_uri","haproxy_stats_url"],"haproxy_stats_users":["haproxy_stats_auth"],"haproxy_maxconn":["haproxy_global_maxconn","haproxy_max_connections"],"haproxy_hard_stop_after":["haproxy_timeout_hard_stop"]};

/** What a TCP service gets where it says nothing. */
export const tcpServiceDefaults = {
  "mode": "tcp",
  "balance": "roundrobin",
  "send_proxy": "none"
} as const;

/** What a UDP service gets where it says nothing. */
export const udpServiceDefaults = {
  "mode": "udp",
  "balance": "roundrobin",
  "masquerade": true,
  "flow_timeout": 300,
  "health": "kube-proxy",
  "fail_open": true
} as const;

/** What a Server gets where it says nothing. */
export const serverDefaults = {
  "weight": 1,
  "backup": false,
  "check": true,
  "check_interval": "2s",
  "rise": 2,
  "fall": 3
} as const;
