// Generated from packages/schema/haproxy.schema.json by `npm run generate`: change the schema, not this file.
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

var require_ucs2length = __commonJS({
  "ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

var isIPv4, V4, isIPv6, isIP;
var init_ip = __esm({
  "packages/schema/src/ip.ts"() {
    "use strict";
    isIPv4 = (text) => V4.test(text);
    V4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
    isIPv6 = (text) => text.includes(":") && /^[0-9A-Fa-f:.]+$/.test(text) && URL.canParse(`http://[${text}]`);
    isIP = (text) => isIPv4(text) || isIPv6(text);
  }
});

function normalised(address) {
  if (isIPv4(address)) return address;
  const url = URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`) : void 0;
  return unmapped(url?.hostname.slice(1, -1) ?? address);
}
function unmapped(address) {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === void 0 || low === void 0) return address;
  const bytes = [high, low].map((part) => Number.parseInt(part, 16)).flatMap((pair) => [pair >> 8, pair & 255]);
  return bytes.join(".");
}
var init_addresses = __esm({
  "packages/schema/src/addresses.ts"() {
    "use strict";
    init_ip();
  }
});

function milliseconds(text) {
  if (typeof text !== "string") return void 0;
  const [, number, unit = ""] = /^([0-9]+)(ms|s|m|h|d)$/.exec(text) ?? [];
  const one = UNITS[unit];
  return one === void 0 ? void 0 : Number(number) * one;
}
var UNITS;
var init_durations = __esm({
  "packages/schema/src/durations.ts"() {
    "use strict";
    UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
  }
});

var formats_exports = {};
__export(formats_exports, {
  formats: () => formats,
  isHostName: () => isHostName
});
function isDuration(text) {
  return (milliseconds(text) ?? 0) <= longest;
}
function isRange(text) {
  const [address = "", length, ...rest] = text.split("/");
  if (!isIP(address) || rest.length > 0) return false;
  if (length === void 0) return true;
  return /^(0|[1-9][0-9]{0,2})$/.test(length) && Number(length) <= (isIPv4(address) ? 32 : 128);
}
function isServer(text) {
  return isIP(text) ? !["0.0.0.0", "::"].includes(normalised(text)) : isHostName(text);
}
function isHostName(text) {
  const labels = text.split(".");
  return text.length <= 253 && labels.every((part) => label.test(part)) && !/^[0-9]+$/.test(labels.at(-1) ?? "");
}
function isSniHost(text) {
  return isHostName(text.replace(/^\*\./, ""));
}
var longest, label, formats;
var init_formats = __esm({
  "packages/schema/src/formats.ts"() {
    "use strict";
    init_addresses();
    init_durations();
    init_ip();
    longest = 2147483647;
    label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
    formats = {
      "ip-address": isIP,
      "ip-range": isRange,
      "server-address": isServer,
      "haproxy-duration": isDuration,
      "sni-host": isSniHost
    };
  }
});

// <stdin>
var validate = validate20;
var schema33 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:nodeport-haproxy:variables", "title": "Variables", "description": "Variables of the role haproxy.", "type": "object", "properties": { "haproxy_tcp_backends": { "title": "TCP services", "description": "TCP services of the balancer. Each one becomes a section `listen NAME` in haproxy.cfg.", "x-synonyms": ["haproxy_backends", "haproxy_tcp_services", "haproxy_services", "haproxy_tcp", "haproxy_listeners", "haproxy_frontends"], "type": "array", "items": { "$ref": "#/$defs/tcp_service" }, "default": [], "examples": [[{ "name": "mysql", "port": 3306, "balance": "leastconn", "servers": [{ "name": "worker-1", "address": "192.0.2.11", "port": 30306 }] }]] }, "haproxy_udp_backends": { "title": "UDP services", "description": "UDP services of the balancer. The kernel of the balancer carries the datagrams, HAProxy checks the workers; each service becomes a backend `udp_NAME` in haproxy.cfg.", "x-synonyms": ["haproxy_udp_services", "haproxy_udp"], "type": "array", "items": { "$ref": "#/$defs/udp_service" }, "default": [], "examples": [[{ "name": "wireguard", "port": 51820, "balance": "source", "servers": [{ "name": "worker-1", "address": "192.0.2.11", "port": 31820 }] }]] }, "haproxy_stats_port": { "title": "Port of the stats page", "description": "Port of HAProxy's stats page. The metrics answer there too, at /metrics. 0 turns the page off.", "type": "integer", "minimum": 0, "maximum": 65535, "default": 8404, "examples": [8404] }, "haproxy_stats_path": { "title": "Path of the stats page", "description": "Path of the stats page; with `;csv` appended it answers as CSV.", "x-synonyms": ["haproxy_stats_uri", "haproxy_stats_url"], "type": "string", "pattern": "^/[A-Za-z0-9._~/-]*$", "not": { "const": "/metrics" }, "x-hint": "begin with '/', use only letters, digits and . _ ~ / -, and leave /metrics to the metrics", "default": "/stats", "examples": ["/stats"] }, "haproxy_stats_allowed": { "title": "Clients of the stats page", "description": "Addresses and ranges that may open the stats page. Others get 403.", "type": "array", "items": { "type": "string", "format": "ip-range" }, "default": ["127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"], "examples": [["192.0.2.0/24", "2001:db8::/32"]] }, "haproxy_stats_users": { "title": "Users of the stats page", "description": "Users that may open the stats page. Without any, everybody in `haproxy_stats_allowed` may; there is no default password.", "x-synonyms": ["haproxy_stats_auth"], "type": "array", "default": [], "items": { "$ref": "#/$defs/stats_user" }, "examples": [[{ "name": "ops", "password_hash": "$6$rounds=5000$saltsalt$..." }]] }, "haproxy_metrics_port": { "title": "Port of the Prometheus metrics", "description": "Port of HAProxy's own Prometheus exporter, at /metrics. It needs no exporter beside it. 0 turns the port off.", "type": "integer", "minimum": 0, "maximum": 65535, "default": 9101, "examples": [9101] }, "haproxy_metrics_allowed": { "title": "Clients of the metrics", "description": "Addresses and ranges that may read the metrics, on both ports. Others get 403.", "type": "array", "items": { "type": "string", "format": "ip-range" }, "default": ["127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"], "examples": [["192.0.2.0/24", "2001:db8::/32"]] }, "haproxy_timeout_connect": { "title": "Connect timeout", "description": "How long a connection to a server may take before the next server is tried. A health check's connection has as long.", "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "300ms", "examples": ["300ms"] }, "haproxy_timeout_check": { "title": "Check timeout", "description": "How long a health check may wait for an answer once it is connected.", "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "2s", "examples": ["2s"] }, "haproxy_timeout_queue": { "title": "Queue timeout", "description": "How long a connection may wait for a place where all servers are full.", "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "30s", "examples": ["30s"] }, "haproxy_timeout_client": { "title": "Client timeout", "description": "How long a client may be silent. Databases keep idle connections for hours: MySQL's own limit is 8 h.", "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "8h", "examples": ["8h"] }, "haproxy_timeout_server": { "title": "Server timeout", "description": "How long a server may be silent. Keep it equal to `haproxy_timeout_client`.", "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "8h", "examples": ["8h"] }, "haproxy_timeout_client_fin": { "title": "Half-closed timeout", "description": "How long a connection may stay open after its client has closed its side.", "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "1m", "examples": ["1m"] }, "haproxy_maxconn": { "title": "Connections", "description": "Connections that the balancer serves at once, over all services. Each takes two file descriptors, which the host's limit has to allow, and about 33 kB.", "x-synonyms": ["haproxy_global_maxconn", "haproxy_max_connections"], "type": "integer", "minimum": 1, "maximum": 1e6, "default": 8e3, "x-unit": "connections", "examples": [2e4] }, "haproxy_hard_stop_after": { "title": "Longest life of an old process", "description": "A reload starts a new process; the old one serves the sessions it has until they end, and those that are left after this time are cut. Longer than a database keeps an idle connection, so that nothing in use is cut.", "x-synonyms": ["haproxy_timeout_hard_stop"], "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "24h", "examples": ["12h"] }, "haproxy_max_old_workers": { "title": "Old processes", "description": "Old processes with sessions left that may be there at once; with another reload the oldest is ended. Each takes some 20 MB, and more with many sessions.", "type": "integer", "minimum": 1, "maximum": 1e3, "default": 50, "x-unit": "processes", "examples": [20] }, "haproxy_manage_firewall": { "title": "Firewall", "description": "Whether a firewall of the host that drops forwarded traffic by default (Docker, ufw) is given a rule for the flows of the UDP services, and for nothing else. The rule is put back when the firewall is reloaded. Off: the deployment says which command lets them through.", "type": "boolean", "default": true, "examples": [false] }, "haproxy_global_extra": { "title": "More of `global`", "description": "Lines that are added to the section `global` of haproxy.cfg as they are. Nothing but `haproxy -c` judges them.", "type": "string", "default": "", "examples": ["tune.bufsize 32768"] }, "haproxy_defaults_extra": { "title": "More of `defaults`", "description": "Lines that are added to the section `defaults` of haproxy.cfg as they are. Nothing but `haproxy -c` judges them.", "type": "string", "default": "", "examples": ["option logasap"] }, "haproxy_sections_extra": { "title": "More sections", "description": "Sections that are added to the end of haproxy.cfg as they are, for what no variable says. Nothing but `haproxy -c` judges them.", "type": "string", "default": "", "examples": ["listen smtp\n    bind :25\n    server mail 192.0.2.25:25\n"] }, "haproxy_adopt": { "title": "Adopt a configuration", "description": "Whether a haproxy.cfg that neither the role nor the package wrote may be replaced. Such a file is kept as the first entry of the history, so that `nodeport rollback` can bring it back.", "type": "boolean", "default": false, "examples": [true] }, "haproxy_on_drift": { "title": "What to do about drift", "description": "What a deployment does on a host that differs from the last deployment: a file changed by hand, a reload that was lost, a stopped service, a new package that does not run yet. `mend`: it is said and mended. `report`: it is said, and the host is left as it is. `fail`: it is said, the host is left as it is, and the deployment fails.", "type": "string", "enum": ["mend", "report", "fail"], "default": "mend", "examples": ["fail"] }, "haproxy_keep_deployments": { "title": "History", "description": "How many deployments a balancer keeps, to go back to.", "type": "integer", "minimum": 2, "maximum": 1e3, "default": 10, "x-unit": "deployments", "examples": [30] }, "haproxy_expect_servers_up": { "title": "Servers stay up", "description": "Whether a deployment is rolled back when a service has fewer servers up after it than before, other than by what was taken out or changed, or none at all. Turn it off for the deployment that names servers which are not there yet.", "type": "boolean", "default": true, "examples": [false] } }, "$defs": { "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "tcp_service": { "title": "TCP service", "description": "One TCP port of the balancer and the NodePorts behind it.", "type": "object", "additionalProperties": false, "required": ["name", "port", "servers"], "properties": { "name": { "title": "Name", "description": "Name of the service, unique in its list. It names the sections in haproxy.cfg, the rows of the stats page and the labels of the metrics. `stats`, `metrics`, `workers` and names that begin with `udp_` or `sni_` are reserved.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["mysql"] }, "port": { "title": "Port", "description": "Port that clients connect to.", "x-synonyms": ["listen_port", "bind_port", "frontend_port", "service_port", "external_port"], "$ref": "#/$defs/port", "examples": [3306] }, "mode": { "title": "Mode", "description": "Always `tcp`: the list a service stands in decides its protocol.", "x-synonyms": ["protocol", "proto"], "type": "string", "enum": ["tcp"], "x-instead": { "udp": "move the service to haproxy_udp_backends" }, "default": "tcp", "examples": ["tcp"] }, "balance": { "title": "Balancing algorithm", "description": "How a new connection gets its server: `roundrobin` in turn, `leastconn` to the one with the fewest connections (databases), `source` by the client's address (sticky), `random`, `first` (fill one after the other), `static-rr`.", "x-synonyms": ["algorithm", "lb_algorithm", "balance_method", "scheduler"], "type": "string", "enum": ["roundrobin", "leastconn", "source", "random", "first", "static-rr"], "default": "roundrobin", "examples": ["leastconn"] }, "bind": { "title": "Addresses", "description": "IP addresses of the balancer that the service listens on. Without it: every address, IPv4 and, where the host has it, IPv6.", "x-synonyms": ["address", "addresses", "bind_address", "listen", "listen_address", "vip"], "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "format": "ip-address" }, "examples": [["192.0.2.10", "2001:db8::10"]] }, "maxconn": { "title": "Connections", "description": "How many connections the service has at once. More wait in the kernel's queue until one ends. Without it: `haproxy_maxconn`.", "x-synonyms": ["max_connections", "connection_limit"], "type": "integer", "minimum": 1, "maximum": 1e6, "x-unit": "connections", "examples": [2e3] }, "send_proxy": { "title": "PROXY protocol", "description": "Whether each connection to a server begins with the client's address, in the PROXY protocol: `v1` as text, `v2` binary. The pods have to expect it; who does not takes it for data. Health checks go without it: no pod sees them.", "x-synonyms": ["proxy_protocol", "send_proxy_protocol"], "type": "string", "enum": ["none", "v1", "v2"], "default": "none", "examples": ["v2"] }, "servers": { "title": "Servers", "description": "The workers' NodePorts behind the service.", "x-synonyms": ["backends", "backend_servers", "nodes", "workers", "members", "targets"], "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/server" } }, "sni_routes": { "title": "SNI routes", "description": "Servers for some names: TLS clients that ask for one of a route's hosts (SNI) get the route's servers, by the first route that has it. Everybody else gets `servers`. TLS is passed through, and ends at the workers.", "x-synonyms": ["sni", "routes", "tls_routes", "sni_backends"], "type": "array", "items": { "$ref": "#/$defs/sni_route" } } } }, "sni_route": { "title": "SNI route", "description": "Some names of a TLS service and the NodePorts behind them.", "type": "object", "additionalProperties": false, "required": ["name", "hosts", "servers"], "properties": { "name": { "title": "Name", "description": "Name of the route, unique in its service. Its section in haproxy.cfg is `backend sni_SERVICE_NAME`, and so are its rows of the stats page and its labels of the metrics.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["shop"] }, "hosts": { "title": "Hosts", "description": "Names that clients ask for: `shop.example.org` is this name alone, `*.shop.example.org` every name below it. Case does not matter.", "x-synonyms": ["host", "hostnames", "host_names", "domains", "server_names"], "type": "array", "minItems": 1, "items": { "type": "string", "format": "sni-host" }, "examples": [["shop.example.org", "*.shop.example.org"]] }, "servers": { "title": "Servers", "description": "The workers' NodePorts behind the route. They are balanced as the service says.", "x-synonyms": ["backends", "backend_servers", "nodes", "workers", "members", "targets"], "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/server" } } } }, "udp_service": { "title": "UDP service", "description": "One UDP port of the balancer and the NodePorts behind it.", "type": "object", "additionalProperties": false, "required": ["name", "port", "servers"], "properties": { "name": { "title": "Name", "description": "Name of the service, unique in its list. It names the sections in haproxy.cfg, the rows of the stats page and the labels of the metrics. `stats`, `metrics`, `workers` and names that begin with `udp_` or `sni_` are reserved.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["wireguard"] }, "port": { "title": "Port", "description": "Port that clients connect to.", "x-synonyms": ["listen_port", "bind_port", "frontend_port", "service_port", "external_port"], "$ref": "#/$defs/port", "examples": [51820] }, "mode": { "title": "Mode", "description": "Always `udp`: the list a service stands in decides its protocol.", "x-synonyms": ["protocol", "proto"], "type": "string", "enum": ["udp"], "x-instead": { "tcp": "move the service to haproxy_tcp_backends" }, "default": "udp", "examples": ["udp"] }, "balance": { "title": "Balancing algorithm", "description": "How a new flow gets its server: `roundrobin` in turn, `source` by the client's address (a client keeps its server, and every balancer gives it the same one), `random`.", "x-synonyms": ["algorithm", "lb_algorithm", "balance_method", "scheduler"], "type": "string", "enum": ["roundrobin", "source", "random"], "x-instead": { "leastconn": "the kernel, which carries UDP, keeps no count of connections for each server: use roundrobin or source", "first": "the kernel, which carries UDP, has no limit of connections at which a server is full: use roundrobin or source", "static-rr": "a server that comes or goes always changes the shares of a UDP service: use roundrobin or source" }, "default": "roundrobin", "examples": ["source"] }, "bind": { "title": "Addresses", "description": "IP addresses of the balancer that the service answers on. Without it: every address, IPv4 and, where a server has an IPv6 address, IPv6.", "x-synonyms": ["address", "addresses", "bind_address", "listen", "listen_address", "vip"], "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "format": "ip-address" }, "examples": [["192.0.2.10", "2001:db8::10"]] }, "allow": { "title": "Clients", "description": "Addresses and ranges whose datagrams are let through. Without it: everyone's.", "x-synonyms": ["allowed", "allow_list", "whitelist", "source_ranges"], "type": "array", "minItems": 1, "items": { "type": "string", "format": "ip-range" }, "examples": [["192.0.2.0/24", "2001:db8::/32"]] }, "deny": { "title": "Refused clients", "description": "Addresses and ranges whose datagrams are refused, those in `allow` too. Without it: nobody's.", "x-synonyms": ["denied", "deny_list", "blacklist"], "type": "array", "items": { "type": "string", "format": "ip-range" }, "examples": [["198.51.100.0/24"]] }, "masquerade": { "title": "Masquerade", "description": "Whether the workers see the balancer's address as the sender. `false` keeps the client's address, and works only where the workers' way back to the clients leads through the balancer.", "type": "boolean", "default": true, "examples": [true] }, "flow_timeout": { "title": "Flow timeout", "description": "How long a flow that is silent keeps its server: datagrams of one client's address and port to the service are a flow. A flow that comes back later is a new one.", "x-synonyms": ["timeout", "session_timeout"], "type": "integer", "minimum": 10, "maximum": 432e3, "default": 300, "x-unit": "seconds", "examples": [300] }, "health": { "title": "Health check", "description": "What says whether a worker is well: `kube-proxy` asks kube-proxy's own `/healthz` on the worker, `tcp` connects to `check_port`, `none` asks nobody: a dead worker keeps its flows.", "x-synonyms": ["health_check"], "type": "string", "enum": ["kube-proxy", "tcp", "none"], "default": "kube-proxy", "examples": ["kube-proxy"] }, "check_port": { "title": "Port of the health check", "description": "Port of the workers that the health check asks. `health: kube-proxy` asks port 10256 without it; `health: tcp` needs it, here or at each server.", "x-synonyms": ["health_port", "health_check_port"], "$ref": "#/$defs/port", "examples": [10256] }, "fail_open": { "title": "Fail open", "description": "What happens when the check of every server fails: `true` uses them all but backups, because it is more often the check that is wrong; `false` refuses new flows. Servers in maintenance or drained stay out.", "type": "boolean", "default": true, "examples": [true] }, "servers": { "title": "Servers", "description": "The workers' NodePorts behind the service. Their addresses are IP addresses: the kernel looks no names up.", "x-synonyms": ["backends", "backend_servers", "nodes", "workers", "members", "targets"], "type": "array", "minItems": 1, "maxItems": 51, "items": { "$ref": "#/$defs/server" } } } }, "server": { "title": "Server", "description": "One worker's NodePort.", "type": "object", "additionalProperties": false, "required": ["name", "address", "port"], "properties": { "name": { "title": "Name", "description": "Name of the server, unique in its service. The worker's node name is a good one.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["k8s-worker-1"] }, "address": { "title": "Address", "description": "IP address or host name of the worker; of a UDP service an IP address. A host name is looked up once, when HAProxy starts or is reloaded.", "x-synonyms": ["ip", "host", "hostname", "ip_address", "node_ip"], "type": "string", "format": "server-address", "examples": ["192.0.2.11"] }, "port": { "title": "NodePort", "description": "The service's NodePort on the worker.", "x-synonyms": ["node_port", "backend_port", "target_port"], "$ref": "#/$defs/port", "examples": [30306] }, "weight": { "title": "Weight", "description": "Share of new connections and flows that the server gets, beside the weights of the others. `0` gives it none; those that it has stay.", "type": "integer", "minimum": 0, "maximum": 256, "default": 1, "examples": [1] }, "backup": { "title": "Backup", "description": "Whether the server gets new connections and flows only while none of the others is up. Several backups share them.", "x-synonyms": ["is_backup", "standby"], "type": "boolean", "default": false, "examples": [true] }, "maxconn": { "title": "Connections", "description": "How many connections the server has at once; of a TCP service. More wait for it or for another one, at most `haproxy_timeout_queue`. Without it: any number.", "x-synonyms": ["max_connections", "connection_limit"], "type": "integer", "minimum": 1, "maximum": 1e6, "x-unit": "connections", "examples": [500] }, "check": { "title": "Health check", "description": "Whether HAProxy checks the server and takes it out when it fails.", "type": "boolean", "default": true, "examples": [true] }, "check_port": { "title": "Port of the health check", "description": "Port of the worker that the health check asks. Without it: the NodePort of a TCP service, the `check_port` of a UDP service.", "x-synonyms": ["health_port", "health_check_port"], "$ref": "#/$defs/port", "examples": [30306] }, "check_interval": { "title": "Check interval", "description": "Time between two health checks of a server that is up or down. While a server changes its state it is checked every 500 ms, and every 100 ms where the interval is given in ms.", "x-synonyms": ["inter", "interval"], "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "2s", "examples": ["2s"] }, "rise": { "title": "Rise", "description": "Checks in a row that must pass before a server is up.", "type": "integer", "minimum": 1, "maximum": 1e3, "default": 2, "x-unit": "checks", "examples": [2] }, "fall": { "title": "Fall", "description": "Checks in a row that must fail before a server is down.", "type": "integer", "minimum": 1, "maximum": 1e3, "default": 3, "x-unit": "checks", "examples": [3] } } }, "stats_user": { "title": "User of the stats page", "description": "A user of the stats page.", "type": "object", "additionalProperties": false, "required": ["name", "password_hash"], "properties": { "name": { "title": "Name", "description": "Name of the user.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["ops"] }, "password_hash": { "title": "Password hash", "description": "Hash of the password as crypt(3) knows it; `openssl passwd -6` makes one. Keep it in a vault all the same.", "type": "string", "pattern": "^\\$(1|2[abxy]|5|6|7|y|gy)\\$[./0-9A-Za-z$=,]+$", "x-hint": "make a hash with: openssl passwd -6", "examples": ["$6$rounds=5000$saltsalt$..."] } } } } };
var schema34 = { "title": "TCP service", "description": "One TCP port of the balancer and the NodePorts behind it.", "type": "object", "additionalProperties": false, "required": ["name", "port", "servers"], "properties": { "name": { "title": "Name", "description": "Name of the service, unique in its list. It names the sections in haproxy.cfg, the rows of the stats page and the labels of the metrics. `stats`, `metrics`, `workers` and names that begin with `udp_` or `sni_` are reserved.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["mysql"] }, "port": { "title": "Port", "description": "Port that clients connect to.", "x-synonyms": ["listen_port", "bind_port", "frontend_port", "service_port", "external_port"], "$ref": "#/$defs/port", "examples": [3306] }, "mode": { "title": "Mode", "description": "Always `tcp`: the list a service stands in decides its protocol.", "x-synonyms": ["protocol", "proto"], "type": "string", "enum": ["tcp"], "x-instead": { "udp": "move the service to haproxy_udp_backends" }, "default": "tcp", "examples": ["tcp"] }, "balance": { "title": "Balancing algorithm", "description": "How a new connection gets its server: `roundrobin` in turn, `leastconn` to the one with the fewest connections (databases), `source` by the client's address (sticky), `random`, `first` (fill one after the other), `static-rr`.", "x-synonyms": ["algorithm", "lb_algorithm", "balance_method", "scheduler"], "type": "string", "enum": ["roundrobin", "leastconn", "source", "random", "first", "static-rr"], "default": "roundrobin", "examples": ["leastconn"] }, "bind": { "title": "Addresses", "description": "IP addresses of the balancer that the service listens on. Without it: every address, IPv4 and, where the host has it, IPv6.", "x-synonyms": ["address", "addresses", "bind_address", "listen", "listen_address", "vip"], "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "format": "ip-address" }, "examples": [["192.0.2.10", "2001:db8::10"]] }, "maxconn": { "title": "Connections", "description": "How many connections the service has at once. More wait in the kernel's queue until one ends. Without it: `haproxy_maxconn`.", "x-synonyms": ["max_connections", "connection_limit"], "type": "integer", "minimum": 1, "maximum": 1e6, "x-unit": "connections", "examples": [2e3] }, "send_proxy": { "title": "PROXY protocol", "description": "Whether each connection to a server begins with the client's address, in the PROXY protocol: `v1` as text, `v2` binary. The pods have to expect it; who does not takes it for data. Health checks go without it: no pod sees them.", "x-synonyms": ["proxy_protocol", "send_proxy_protocol"], "type": "string", "enum": ["none", "v1", "v2"], "default": "none", "examples": ["v2"] }, "servers": { "title": "Servers", "description": "The workers' NodePorts behind the service.", "x-synonyms": ["backends", "backend_servers", "nodes", "workers", "members", "targets"], "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/server" } }, "sni_routes": { "title": "SNI routes", "description": "Servers for some names: TLS clients that ask for one of a route's hosts (SNI) get the route's servers, by the first route that has it. Everybody else gets `servers`. TLS is passed through, and ends at the workers.", "x-synonyms": ["sni", "routes", "tls_routes", "sni_backends"], "type": "array", "items": { "$ref": "#/$defs/sni_route" } } } };
var schema35 = { "type": "integer", "minimum": 1, "maximum": 65535 };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^[A-Za-z0-9_.:-]+$", "u");
var formats0 = (init_formats(), __toCommonJS(formats_exports)).formats["ip-address"];
var schema36 = { "title": "Server", "description": "One worker's NodePort.", "type": "object", "additionalProperties": false, "required": ["name", "address", "port"], "properties": { "name": { "title": "Name", "description": "Name of the server, unique in its service. The worker's node name is a good one.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["k8s-worker-1"] }, "address": { "title": "Address", "description": "IP address or host name of the worker; of a UDP service an IP address. A host name is looked up once, when HAProxy starts or is reloaded.", "x-synonyms": ["ip", "host", "hostname", "ip_address", "node_ip"], "type": "string", "format": "server-address", "examples": ["192.0.2.11"] }, "port": { "title": "NodePort", "description": "The service's NodePort on the worker.", "x-synonyms": ["node_port", "backend_port", "target_port"], "$ref": "#/$defs/port", "examples": [30306] }, "weight": { "title": "Weight", "description": "Share of new connections and flows that the server gets, beside the weights of the others. `0` gives it none; those that it has stay.", "type": "integer", "minimum": 0, "maximum": 256, "default": 1, "examples": [1] }, "backup": { "title": "Backup", "description": "Whether the server gets new connections and flows only while none of the others is up. Several backups share them.", "x-synonyms": ["is_backup", "standby"], "type": "boolean", "default": false, "examples": [true] }, "maxconn": { "title": "Connections", "description": "How many connections the server has at once; of a TCP service. More wait for it or for another one, at most `haproxy_timeout_queue`. Without it: any number.", "x-synonyms": ["max_connections", "connection_limit"], "type": "integer", "minimum": 1, "maximum": 1e6, "x-unit": "connections", "examples": [500] }, "check": { "title": "Health check", "description": "Whether HAProxy checks the server and takes it out when it fails.", "type": "boolean", "default": true, "examples": [true] }, "check_port": { "title": "Port of the health check", "description": "Port of the worker that the health check asks. Without it: the NodePort of a TCP service, the `check_port` of a UDP service.", "x-synonyms": ["health_port", "health_check_port"], "$ref": "#/$defs/port", "examples": [30306] }, "check_interval": { "title": "Check interval", "description": "Time between two health checks of a server that is up or down. While a server changes its state it is checked every 500 ms, and every 100 ms where the interval is given in ms.", "x-synonyms": ["inter", "interval"], "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m|h|d)$", "format": "haproxy-duration", "x-hint": "write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s", "x-unit": "duration", "default": "2s", "examples": ["2s"] }, "rise": { "title": "Rise", "description": "Checks in a row that must pass before a server is up.", "type": "integer", "minimum": 1, "maximum": 1e3, "default": 2, "x-unit": "checks", "examples": [2] }, "fall": { "title": "Fall", "description": "Checks in a row that must fail before a server is down.", "type": "integer", "minimum": 1, "maximum": 1e3, "default": 3, "x-unit": "checks", "examples": [3] } } };
var pattern6 = new RegExp("^[1-9][0-9]*(ms|s|m|h|d)$", "u");
var formats2 = (init_formats(), __toCommonJS(formats_exports)).formats["server-address"];
var formats4 = (init_formats(), __toCommonJS(formats_exports)).formats["haproxy-duration"];
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.address === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.port === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema36.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema36, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema36.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema36.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.name.type, parentSchema: schema36.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data1 = data.address;
      if (typeof data1 === "string") {
        if (!formats2(data1)) {
          const err7 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/format", keyword: "format", params: { format: "server-address" }, schema: "server-address", parentSchema: schema36.properties.address, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.address.type, parentSchema: schema36.properties.address, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data2 = data.port;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err9 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, schema: schema35.type, parentSchema: schema35, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 65535 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err11 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.weight !== void 0) {
      let data3 = data.weight;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err12 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "integer" }, schema: schema36.properties.weight.type, parentSchema: schema36.properties.weight, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 256 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, schema: 256, parentSchema: schema36.properties.weight, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err14 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema36.properties.weight, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.backup !== void 0) {
      let data4 = data.backup;
      if (typeof data4 !== "boolean") {
        const err15 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, schema: schema36.properties.backup.type, parentSchema: schema36.properties.backup, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.maxconn !== void 0) {
      let data5 = data.maxconn;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err16 = { instancePath: instancePath + "/maxconn", schemaPath: "#/properties/maxconn/type", keyword: "type", params: { type: "integer" }, schema: schema36.properties.maxconn.type, parentSchema: schema36.properties.maxconn, data: data5 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e6 || isNaN(data5)) {
          const err17 = { instancePath: instancePath + "/maxconn", schemaPath: "#/properties/maxconn/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema36.properties.maxconn, data: data5 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err18 = { instancePath: instancePath + "/maxconn", schemaPath: "#/properties/maxconn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema36.properties.maxconn, data: data5 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    if (data.check !== void 0) {
      let data6 = data.check;
      if (typeof data6 !== "boolean") {
        const err19 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "boolean" }, schema: schema36.properties.check.type, parentSchema: schema36.properties.check, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.check_port !== void 0) {
      let data7 = data.check_port;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err20 = { instancePath: instancePath + "/check_port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, schema: schema35.type, parentSchema: schema35, data: data7 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 65535 || isNaN(data7)) {
          const err21 = { instancePath: instancePath + "/check_port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema35, data: data7 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data7 < 1 || isNaN(data7)) {
          const err22 = { instancePath: instancePath + "/check_port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema35, data: data7 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
    if (data.check_interval !== void 0) {
      let data8 = data.check_interval;
      if (typeof data8 === "string") {
        if (!pattern6.test(data8)) {
          const err23 = { instancePath: instancePath + "/check_interval", schemaPath: "#/properties/check_interval/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema36.properties.check_interval, data: data8 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (!formats4(data8)) {
          const err24 = { instancePath: instancePath + "/check_interval", schemaPath: "#/properties/check_interval/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema36.properties.check_interval, data: data8 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/check_interval", schemaPath: "#/properties/check_interval/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.check_interval.type, parentSchema: schema36.properties.check_interval, data: data8 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.rise !== void 0) {
      let data9 = data.rise;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err26 = { instancePath: instancePath + "/rise", schemaPath: "#/properties/rise/type", keyword: "type", params: { type: "integer" }, schema: schema36.properties.rise.type, parentSchema: schema36.properties.rise, data: data9 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 1e3 || isNaN(data9)) {
          const err27 = { instancePath: instancePath + "/rise", schemaPath: "#/properties/rise/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, schema: 1e3, parentSchema: schema36.properties.rise, data: data9 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data9 < 1 || isNaN(data9)) {
          const err28 = { instancePath: instancePath + "/rise", schemaPath: "#/properties/rise/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema36.properties.rise, data: data9 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      }
    }
    if (data.fall !== void 0) {
      let data10 = data.fall;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err29 = { instancePath: instancePath + "/fall", schemaPath: "#/properties/fall/type", keyword: "type", params: { type: "integer" }, schema: schema36.properties.fall.type, parentSchema: schema36.properties.fall, data: data10 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 1e3 || isNaN(data10)) {
          const err30 = { instancePath: instancePath + "/fall", schemaPath: "#/properties/fall/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, schema: 1e3, parentSchema: schema36.properties.fall, data: data10 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err31 = { instancePath: instancePath + "/fall", schemaPath: "#/properties/fall/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema36.properties.fall, data: data10 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema36.type, parentSchema: schema36, data };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema39 = { "title": "SNI route", "description": "Some names of a TLS service and the NodePorts behind them.", "type": "object", "additionalProperties": false, "required": ["name", "hosts", "servers"], "properties": { "name": { "title": "Name", "description": "Name of the route, unique in its service. Its section in haproxy.cfg is `backend sni_SERVICE_NAME`, and so are its rows of the stats page and its labels of the metrics.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["shop"] }, "hosts": { "title": "Hosts", "description": "Names that clients ask for: `shop.example.org` is this name alone, `*.shop.example.org` every name below it. Case does not matter.", "x-synonyms": ["host", "hostnames", "host_names", "domains", "server_names"], "type": "array", "minItems": 1, "items": { "type": "string", "format": "sni-host" }, "examples": [["shop.example.org", "*.shop.example.org"]] }, "servers": { "title": "Servers", "description": "The workers' NodePorts behind the route. They are balanced as the service says.", "x-synonyms": ["backends", "backend_servers", "nodes", "workers", "members", "targets"], "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/server" } } } };
var formats6 = (init_formats(), __toCommonJS(formats_exports)).formats["sni-host"];
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.hosts === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hosts" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.servers === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "servers" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "hosts" || key0 === "servers")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema39, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema39.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema39.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.name.type, parentSchema: schema39.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.hosts !== void 0) {
      let data1 = data.hosts;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err7 = { instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.hosts, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!formats6(data2)) {
              const err8 = { instancePath: instancePath + "/hosts/" + i0, schemaPath: "#/properties/hosts/items/format", keyword: "format", params: { format: "sni-host" }, schema: "sni-host", parentSchema: schema39.properties.hosts.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/hosts/" + i0, schemaPath: "#/properties/hosts/items/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.hosts.items.type, parentSchema: schema39.properties.hosts.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/type", keyword: "type", params: { type: "array" }, schema: schema39.properties.hosts.type, parentSchema: schema39.properties.hosts, data: data1 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.servers !== void 0) {
      let data3 = data.servers;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err11 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.servers, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate22(data3[i1], { instancePath: instancePath + "/servers/" + i1, parentData: data3, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "array" }, schema: schema39.properties.servers.type, parentSchema: schema39.properties.servers, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.port === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.servers === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "servers" }, schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema34.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema34.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema34.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.name.type, parentSchema: schema34.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err7 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, schema: schema35.type, parentSchema: schema35, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err8 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err9 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.mode !== void 0) {
      let data2 = data.mode;
      if (typeof data2 !== "string") {
        const err10 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.mode.type, parentSchema: schema34.properties.mode, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (!(data2 === "tcp")) {
        const err11 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema34.properties.mode.enum }, schema: schema34.properties.mode.enum, parentSchema: schema34.properties.mode, data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.balance !== void 0) {
      let data3 = data.balance;
      if (typeof data3 !== "string") {
        const err12 = { instancePath: instancePath + "/balance", schemaPath: "#/properties/balance/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.balance.type, parentSchema: schema34.properties.balance, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (!(data3 === "roundrobin" || data3 === "leastconn" || data3 === "source" || data3 === "random" || data3 === "first" || data3 === "static-rr")) {
        const err13 = { instancePath: instancePath + "/balance", schemaPath: "#/properties/balance/enum", keyword: "enum", params: { allowedValues: schema34.properties.balance.enum }, schema: schema34.properties.balance.enum, parentSchema: schema34.properties.balance, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.bind !== void 0) {
      let data4 = data.bind;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err14 = { instancePath: instancePath + "/bind", schemaPath: "#/properties/bind/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.bind, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            if (!formats0(data5)) {
              const err15 = { instancePath: instancePath + "/bind/" + i0, schemaPath: "#/properties/bind/items/format", keyword: "format", params: { format: "ip-address" }, schema: "ip-address", parentSchema: schema34.properties.bind.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/bind/" + i0, schemaPath: "#/properties/bind/items/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.bind.items.type, parentSchema: schema34.properties.bind.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        let i1 = data4.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data4[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err17 = { instancePath: instancePath + "/bind", schemaPath: "#/properties/bind/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, schema: true, parentSchema: schema34.properties.bind, data: data4 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/bind", schemaPath: "#/properties/bind/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.bind.type, parentSchema: schema34.properties.bind, data: data4 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.maxconn !== void 0) {
      let data6 = data.maxconn;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err19 = { instancePath: instancePath + "/maxconn", schemaPath: "#/properties/maxconn/type", keyword: "type", params: { type: "integer" }, schema: schema34.properties.maxconn.type, parentSchema: schema34.properties.maxconn, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 1e6 || isNaN(data6)) {
          const err20 = { instancePath: instancePath + "/maxconn", schemaPath: "#/properties/maxconn/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema34.properties.maxconn, data: data6 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          const err21 = { instancePath: instancePath + "/maxconn", schemaPath: "#/properties/maxconn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema34.properties.maxconn, data: data6 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
    }
    if (data.send_proxy !== void 0) {
      let data7 = data.send_proxy;
      if (typeof data7 !== "string") {
        const err22 = { instancePath: instancePath + "/send_proxy", schemaPath: "#/properties/send_proxy/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.send_proxy.type, parentSchema: schema34.properties.send_proxy, data: data7 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (!(data7 === "none" || data7 === "v1" || data7 === "v2")) {
        const err23 = { instancePath: instancePath + "/send_proxy", schemaPath: "#/properties/send_proxy/enum", keyword: "enum", params: { allowedValues: schema34.properties.send_proxy.enum }, schema: schema34.properties.send_proxy.enum, parentSchema: schema34.properties.send_proxy, data: data7 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.servers !== void 0) {
      let data8 = data.servers;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          const err24 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.servers, data: data8 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        const len1 = data8.length;
        for (let i2 = 0; i2 < len1; i2++) {
          if (!validate22(data8[i2], { instancePath: instancePath + "/servers/" + i2, parentData: data8, parentDataProperty: i2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.servers.type, parentSchema: schema34.properties.servers, data: data8 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.sni_routes !== void 0) {
      let data10 = data.sni_routes;
      if (Array.isArray(data10)) {
        const len2 = data10.length;
        for (let i3 = 0; i3 < len2; i3++) {
          if (!validate24(data10[i3], { instancePath: instancePath + "/sni_routes/" + i3, parentData: data10, parentDataProperty: i3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/sni_routes", schemaPath: "#/properties/sni_routes/type", keyword: "type", params: { type: "array" }, schema: schema34.properties.sni_routes.type, parentSchema: schema34.properties.sni_routes, data: data10 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema40 = { "title": "UDP service", "description": "One UDP port of the balancer and the NodePorts behind it.", "type": "object", "additionalProperties": false, "required": ["name", "port", "servers"], "properties": { "name": { "title": "Name", "description": "Name of the service, unique in its list. It names the sections in haproxy.cfg, the rows of the stats page and the labels of the metrics. `stats`, `metrics`, `workers` and names that begin with `udp_` or `sni_` are reserved.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["wireguard"] }, "port": { "title": "Port", "description": "Port that clients connect to.", "x-synonyms": ["listen_port", "bind_port", "frontend_port", "service_port", "external_port"], "$ref": "#/$defs/port", "examples": [51820] }, "mode": { "title": "Mode", "description": "Always `udp`: the list a service stands in decides its protocol.", "x-synonyms": ["protocol", "proto"], "type": "string", "enum": ["udp"], "x-instead": { "tcp": "move the service to haproxy_tcp_backends" }, "default": "udp", "examples": ["udp"] }, "balance": { "title": "Balancing algorithm", "description": "How a new flow gets its server: `roundrobin` in turn, `source` by the client's address (a client keeps its server, and every balancer gives it the same one), `random`.", "x-synonyms": ["algorithm", "lb_algorithm", "balance_method", "scheduler"], "type": "string", "enum": ["roundrobin", "source", "random"], "x-instead": { "leastconn": "the kernel, which carries UDP, keeps no count of connections for each server: use roundrobin or source", "first": "the kernel, which carries UDP, has no limit of connections at which a server is full: use roundrobin or source", "static-rr": "a server that comes or goes always changes the shares of a UDP service: use roundrobin or source" }, "default": "roundrobin", "examples": ["source"] }, "bind": { "title": "Addresses", "description": "IP addresses of the balancer that the service answers on. Without it: every address, IPv4 and, where a server has an IPv6 address, IPv6.", "x-synonyms": ["address", "addresses", "bind_address", "listen", "listen_address", "vip"], "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "format": "ip-address" }, "examples": [["192.0.2.10", "2001:db8::10"]] }, "allow": { "title": "Clients", "description": "Addresses and ranges whose datagrams are let through. Without it: everyone's.", "x-synonyms": ["allowed", "allow_list", "whitelist", "source_ranges"], "type": "array", "minItems": 1, "items": { "type": "string", "format": "ip-range" }, "examples": [["192.0.2.0/24", "2001:db8::/32"]] }, "deny": { "title": "Refused clients", "description": "Addresses and ranges whose datagrams are refused, those in `allow` too. Without it: nobody's.", "x-synonyms": ["denied", "deny_list", "blacklist"], "type": "array", "items": { "type": "string", "format": "ip-range" }, "examples": [["198.51.100.0/24"]] }, "masquerade": { "title": "Masquerade", "description": "Whether the workers see the balancer's address as the sender. `false` keeps the client's address, and works only where the workers' way back to the clients leads through the balancer.", "type": "boolean", "default": true, "examples": [true] }, "flow_timeout": { "title": "Flow timeout", "description": "How long a flow that is silent keeps its server: datagrams of one client's address and port to the service are a flow. A flow that comes back later is a new one.", "x-synonyms": ["timeout", "session_timeout"], "type": "integer", "minimum": 10, "maximum": 432e3, "default": 300, "x-unit": "seconds", "examples": [300] }, "health": { "title": "Health check", "description": "What says whether a worker is well: `kube-proxy` asks kube-proxy's own `/healthz` on the worker, `tcp` connects to `check_port`, `none` asks nobody: a dead worker keeps its flows.", "x-synonyms": ["health_check"], "type": "string", "enum": ["kube-proxy", "tcp", "none"], "default": "kube-proxy", "examples": ["kube-proxy"] }, "check_port": { "title": "Port of the health check", "description": "Port of the workers that the health check asks. `health: kube-proxy` asks port 10256 without it; `health: tcp` needs it, here or at each server.", "x-synonyms": ["health_port", "health_check_port"], "$ref": "#/$defs/port", "examples": [10256] }, "fail_open": { "title": "Fail open", "description": "What happens when the check of every server fails: `true` uses them all but backups, because it is more often the check that is wrong; `false` refuses new flows. Servers in maintenance or drained stay out.", "type": "boolean", "default": true, "examples": [true] }, "servers": { "title": "Servers", "description": "The workers' NodePorts behind the service. Their addresses are IP addresses: the kernel looks no names up.", "x-synonyms": ["backends", "backend_servers", "nodes", "workers", "members", "targets"], "type": "array", "minItems": 1, "maxItems": 51, "items": { "$ref": "#/$defs/server" } } } };
var formats10 = (init_formats(), __toCommonJS(formats_exports)).formats["ip-range"];
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema40.required, parentSchema: schema40, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.port === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, schema: schema40.required, parentSchema: schema40, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.servers === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "servers" }, schema: schema40.required, parentSchema: schema40, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema40.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema40, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema40.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema40.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.name.type, parentSchema: schema40.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err7 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, schema: schema35.type, parentSchema: schema35, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err8 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err9 = { instancePath: instancePath + "/port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.mode !== void 0) {
      let data2 = data.mode;
      if (typeof data2 !== "string") {
        const err10 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.mode.type, parentSchema: schema40.properties.mode, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (!(data2 === "udp")) {
        const err11 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema40.properties.mode.enum }, schema: schema40.properties.mode.enum, parentSchema: schema40.properties.mode, data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.balance !== void 0) {
      let data3 = data.balance;
      if (typeof data3 !== "string") {
        const err12 = { instancePath: instancePath + "/balance", schemaPath: "#/properties/balance/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.balance.type, parentSchema: schema40.properties.balance, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (!(data3 === "roundrobin" || data3 === "source" || data3 === "random")) {
        const err13 = { instancePath: instancePath + "/balance", schemaPath: "#/properties/balance/enum", keyword: "enum", params: { allowedValues: schema40.properties.balance.enum }, schema: schema40.properties.balance.enum, parentSchema: schema40.properties.balance, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.bind !== void 0) {
      let data4 = data.bind;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err14 = { instancePath: instancePath + "/bind", schemaPath: "#/properties/bind/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema40.properties.bind, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            if (!formats0(data5)) {
              const err15 = { instancePath: instancePath + "/bind/" + i0, schemaPath: "#/properties/bind/items/format", keyword: "format", params: { format: "ip-address" }, schema: "ip-address", parentSchema: schema40.properties.bind.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/bind/" + i0, schemaPath: "#/properties/bind/items/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.bind.items.type, parentSchema: schema40.properties.bind.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        let i1 = data4.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data4[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err17 = { instancePath: instancePath + "/bind", schemaPath: "#/properties/bind/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, schema: true, parentSchema: schema40.properties.bind, data: data4 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/bind", schemaPath: "#/properties/bind/type", keyword: "type", params: { type: "array" }, schema: schema40.properties.bind.type, parentSchema: schema40.properties.bind, data: data4 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.allow !== void 0) {
      let data6 = data.allow;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err19 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema40.properties.allow, data: data6 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        const len1 = data6.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (!formats10(data7)) {
              const err20 = { instancePath: instancePath + "/allow/" + i2, schemaPath: "#/properties/allow/items/format", keyword: "format", params: { format: "ip-range" }, schema: "ip-range", parentSchema: schema40.properties.allow.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/allow/" + i2, schemaPath: "#/properties/allow/items/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.allow.items.type, parentSchema: schema40.properties.allow.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: "array" }, schema: schema40.properties.allow.type, parentSchema: schema40.properties.allow, data: data6 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.deny !== void 0) {
      let data8 = data.deny;
      if (Array.isArray(data8)) {
        const len2 = data8.length;
        for (let i3 = 0; i3 < len2; i3++) {
          let data9 = data8[i3];
          if (typeof data9 === "string") {
            if (!formats10(data9)) {
              const err23 = { instancePath: instancePath + "/deny/" + i3, schemaPath: "#/properties/deny/items/format", keyword: "format", params: { format: "ip-range" }, schema: "ip-range", parentSchema: schema40.properties.deny.items, data: data9 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/deny/" + i3, schemaPath: "#/properties/deny/items/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.deny.items.type, parentSchema: schema40.properties.deny.items, data: data9 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/deny", schemaPath: "#/properties/deny/type", keyword: "type", params: { type: "array" }, schema: schema40.properties.deny.type, parentSchema: schema40.properties.deny, data: data8 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.masquerade !== void 0) {
      let data10 = data.masquerade;
      if (typeof data10 !== "boolean") {
        const err26 = { instancePath: instancePath + "/masquerade", schemaPath: "#/properties/masquerade/type", keyword: "type", params: { type: "boolean" }, schema: schema40.properties.masquerade.type, parentSchema: schema40.properties.masquerade, data: data10 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.flow_timeout !== void 0) {
      let data11 = data.flow_timeout;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
        const err27 = { instancePath: instancePath + "/flow_timeout", schemaPath: "#/properties/flow_timeout/type", keyword: "type", params: { type: "integer" }, schema: schema40.properties.flow_timeout.type, parentSchema: schema40.properties.flow_timeout, data: data11 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 > 432e3 || isNaN(data11)) {
          const err28 = { instancePath: instancePath + "/flow_timeout", schemaPath: "#/properties/flow_timeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 432e3 }, schema: 432e3, parentSchema: schema40.properties.flow_timeout, data: data11 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (data11 < 10 || isNaN(data11)) {
          const err29 = { instancePath: instancePath + "/flow_timeout", schemaPath: "#/properties/flow_timeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 10 }, schema: 10, parentSchema: schema40.properties.flow_timeout, data: data11 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.health !== void 0) {
      let data12 = data.health;
      if (typeof data12 !== "string") {
        const err30 = { instancePath: instancePath + "/health", schemaPath: "#/properties/health/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.health.type, parentSchema: schema40.properties.health, data: data12 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (!(data12 === "kube-proxy" || data12 === "tcp" || data12 === "none")) {
        const err31 = { instancePath: instancePath + "/health", schemaPath: "#/properties/health/enum", keyword: "enum", params: { allowedValues: schema40.properties.health.enum }, schema: schema40.properties.health.enum, parentSchema: schema40.properties.health, data: data12 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.check_port !== void 0) {
      let data13 = data.check_port;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err32 = { instancePath: instancePath + "/check_port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, schema: schema35.type, parentSchema: schema35, data: data13 };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 65535 || isNaN(data13)) {
          const err33 = { instancePath: instancePath + "/check_port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema35, data: data13 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (data13 < 1 || isNaN(data13)) {
          const err34 = { instancePath: instancePath + "/check_port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema35, data: data13 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      }
    }
    if (data.fail_open !== void 0) {
      let data14 = data.fail_open;
      if (typeof data14 !== "boolean") {
        const err35 = { instancePath: instancePath + "/fail_open", schemaPath: "#/properties/fail_open/type", keyword: "type", params: { type: "boolean" }, schema: schema40.properties.fail_open.type, parentSchema: schema40.properties.fail_open, data: data14 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.servers !== void 0) {
      let data15 = data.servers;
      if (Array.isArray(data15)) {
        if (data15.length > 51) {
          const err36 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/maxItems", keyword: "maxItems", params: { limit: 51 }, schema: 51, parentSchema: schema40.properties.servers, data: data15 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (data15.length < 1) {
          const err37 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema40.properties.servers, data: data15 };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        const len3 = data15.length;
        for (let i4 = 0; i4 < len3; i4++) {
          if (!validate22(data15[i4], { instancePath: instancePath + "/servers/" + i4, parentData: data15, parentDataProperty: i4, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "array" }, schema: schema40.properties.servers.type, parentSchema: schema40.properties.servers, data: data15 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
  } else {
    const err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema40.type, parentSchema: schema40, data };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema43 = { "title": "User of the stats page", "description": "A user of the stats page.", "type": "object", "additionalProperties": false, "required": ["name", "password_hash"], "properties": { "name": { "title": "Name", "description": "Name of the user.", "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "maxLength": 64, "x-hint": "use only letters, digits, '.', '_', ':' and '-'", "examples": ["ops"] }, "password_hash": { "title": "Password hash", "description": "Hash of the password as crypt(3) knows it; `openssl passwd -6` makes one. Keep it in a vault all the same.", "type": "string", "pattern": "^\\$(1|2[abxy]|5|6|7|y|gy)\\$[./0-9A-Za-z$=,]+$", "x-hint": "make a hash with: openssl passwd -6", "examples": ["$6$rounds=5000$saltsalt$..."] } } };
var pattern11 = new RegExp("^\\$(1|2[abxy]|5|6|7|y|gy)\\$[./0-9A-Za-z$=,]+$", "u");
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.password_hash === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "password_hash" }, schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "password_hash")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema43, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema43.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema43.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.name.type, parentSchema: schema43.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.password_hash !== void 0) {
      let data1 = data.password_hash;
      if (typeof data1 === "string") {
        if (!pattern11.test(data1)) {
          const err6 = { instancePath: instancePath + "/password_hash", schemaPath: "#/properties/password_hash/pattern", keyword: "pattern", params: { pattern: "^\\$(1|2[abxy]|5|6|7|y|gy)\\$[./0-9A-Za-z$=,]+$" }, schema: "^\\$(1|2[abxy]|5|6|7|y|gy)\\$[./0-9A-Za-z$=,]+$", parentSchema: schema43.properties.password_hash, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/password_hash", schemaPath: "#/properties/password_hash/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.password_hash.type, parentSchema: schema43.properties.password_hash, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema43.type, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern9 = new RegExp("^/[A-Za-z0-9._~/-]*$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.haproxy_tcp_backends !== void 0) {
      let data0 = data.haproxy_tcp_backends;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate21(data0[i0], { instancePath: instancePath + "/haproxy_tcp_backends/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err0 = { instancePath: instancePath + "/haproxy_tcp_backends", schemaPath: "#/properties/haproxy_tcp_backends/type", keyword: "type", params: { type: "array" }, schema: schema33.properties.haproxy_tcp_backends.type, parentSchema: schema33.properties.haproxy_tcp_backends, data: data0 };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.haproxy_udp_backends !== void 0) {
      let data2 = data.haproxy_udp_backends;
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate28(data2[i1], { instancePath: instancePath + "/haproxy_udp_backends/" + i1, parentData: data2, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err1 = { instancePath: instancePath + "/haproxy_udp_backends", schemaPath: "#/properties/haproxy_udp_backends/type", keyword: "type", params: { type: "array" }, schema: schema33.properties.haproxy_udp_backends.type, parentSchema: schema33.properties.haproxy_udp_backends, data: data2 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.haproxy_stats_port !== void 0) {
      let data4 = data.haproxy_stats_port;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err2 = { instancePath: instancePath + "/haproxy_stats_port", schemaPath: "#/properties/haproxy_stats_port/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.haproxy_stats_port.type, parentSchema: schema33.properties.haproxy_stats_port, data: data4 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 65535 || isNaN(data4)) {
          const err3 = { instancePath: instancePath + "/haproxy_stats_port", schemaPath: "#/properties/haproxy_stats_port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema33.properties.haproxy_stats_port, data: data4 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err4 = { instancePath: instancePath + "/haproxy_stats_port", schemaPath: "#/properties/haproxy_stats_port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33.properties.haproxy_stats_port, data: data4 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.haproxy_stats_path !== void 0) {
      let data5 = data.haproxy_stats_path;
      const _errs11 = errors;
      const _errs12 = errors;
      if ("/metrics" !== data5) {
        const err5 = {};
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var valid5 = _errs12 === errors;
      if (valid5) {
        const err6 = { instancePath: instancePath + "/haproxy_stats_path", schemaPath: "#/properties/haproxy_stats_path/not", keyword: "not", params: {}, schema: schema33.properties.haproxy_stats_path.not, parentSchema: schema33.properties.haproxy_stats_path, data: data5 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        errors = _errs11;
        if (vErrors !== null) {
          if (_errs11) {
            vErrors.length = _errs11;
          } else {
            vErrors = null;
          }
        }
      }
      if (typeof data5 === "string") {
        if (!pattern9.test(data5)) {
          const err7 = { instancePath: instancePath + "/haproxy_stats_path", schemaPath: "#/properties/haproxy_stats_path/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._~/-]*$" }, schema: "^/[A-Za-z0-9._~/-]*$", parentSchema: schema33.properties.haproxy_stats_path, data: data5 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/haproxy_stats_path", schemaPath: "#/properties/haproxy_stats_path/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_stats_path.type, parentSchema: schema33.properties.haproxy_stats_path, data: data5 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.haproxy_stats_allowed !== void 0) {
      let data6 = data.haproxy_stats_allowed;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (!formats10(data7)) {
              const err9 = { instancePath: instancePath + "/haproxy_stats_allowed/" + i2, schemaPath: "#/properties/haproxy_stats_allowed/items/format", keyword: "format", params: { format: "ip-range" }, schema: "ip-range", parentSchema: schema33.properties.haproxy_stats_allowed.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/haproxy_stats_allowed/" + i2, schemaPath: "#/properties/haproxy_stats_allowed/items/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_stats_allowed.items.type, parentSchema: schema33.properties.haproxy_stats_allowed.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/haproxy_stats_allowed", schemaPath: "#/properties/haproxy_stats_allowed/type", keyword: "type", params: { type: "array" }, schema: schema33.properties.haproxy_stats_allowed.type, parentSchema: schema33.properties.haproxy_stats_allowed, data: data6 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.haproxy_stats_users !== void 0) {
      let data8 = data.haproxy_stats_users;
      if (Array.isArray(data8)) {
        const len3 = data8.length;
        for (let i3 = 0; i3 < len3; i3++) {
          if (!validate31(data8[i3], { instancePath: instancePath + "/haproxy_stats_users/" + i3, parentData: data8, parentDataProperty: i3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/haproxy_stats_users", schemaPath: "#/properties/haproxy_stats_users/type", keyword: "type", params: { type: "array" }, schema: schema33.properties.haproxy_stats_users.type, parentSchema: schema33.properties.haproxy_stats_users, data: data8 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.haproxy_metrics_port !== void 0) {
      let data10 = data.haproxy_metrics_port;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err13 = { instancePath: instancePath + "/haproxy_metrics_port", schemaPath: "#/properties/haproxy_metrics_port/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.haproxy_metrics_port.type, parentSchema: schema33.properties.haproxy_metrics_port, data: data10 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 65535 || isNaN(data10)) {
          const err14 = { instancePath: instancePath + "/haproxy_metrics_port", schemaPath: "#/properties/haproxy_metrics_port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema33.properties.haproxy_metrics_port, data: data10 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err15 = { instancePath: instancePath + "/haproxy_metrics_port", schemaPath: "#/properties/haproxy_metrics_port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33.properties.haproxy_metrics_port, data: data10 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.haproxy_metrics_allowed !== void 0) {
      let data11 = data.haproxy_metrics_allowed;
      if (Array.isArray(data11)) {
        const len4 = data11.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data12 = data11[i4];
          if (typeof data12 === "string") {
            if (!formats10(data12)) {
              const err16 = { instancePath: instancePath + "/haproxy_metrics_allowed/" + i4, schemaPath: "#/properties/haproxy_metrics_allowed/items/format", keyword: "format", params: { format: "ip-range" }, schema: "ip-range", parentSchema: schema33.properties.haproxy_metrics_allowed.items, data: data12 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/haproxy_metrics_allowed/" + i4, schemaPath: "#/properties/haproxy_metrics_allowed/items/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_metrics_allowed.items.type, parentSchema: schema33.properties.haproxy_metrics_allowed.items, data: data12 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/haproxy_metrics_allowed", schemaPath: "#/properties/haproxy_metrics_allowed/type", keyword: "type", params: { type: "array" }, schema: schema33.properties.haproxy_metrics_allowed.type, parentSchema: schema33.properties.haproxy_metrics_allowed, data: data11 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.haproxy_timeout_connect !== void 0) {
      let data13 = data.haproxy_timeout_connect;
      if (typeof data13 === "string") {
        if (!pattern6.test(data13)) {
          const err19 = { instancePath: instancePath + "/haproxy_timeout_connect", schemaPath: "#/properties/haproxy_timeout_connect/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_timeout_connect, data: data13 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (!formats4(data13)) {
          const err20 = { instancePath: instancePath + "/haproxy_timeout_connect", schemaPath: "#/properties/haproxy_timeout_connect/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_timeout_connect, data: data13 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/haproxy_timeout_connect", schemaPath: "#/properties/haproxy_timeout_connect/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_timeout_connect.type, parentSchema: schema33.properties.haproxy_timeout_connect, data: data13 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.haproxy_timeout_check !== void 0) {
      let data14 = data.haproxy_timeout_check;
      if (typeof data14 === "string") {
        if (!pattern6.test(data14)) {
          const err22 = { instancePath: instancePath + "/haproxy_timeout_check", schemaPath: "#/properties/haproxy_timeout_check/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_timeout_check, data: data14 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (!formats4(data14)) {
          const err23 = { instancePath: instancePath + "/haproxy_timeout_check", schemaPath: "#/properties/haproxy_timeout_check/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_timeout_check, data: data14 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/haproxy_timeout_check", schemaPath: "#/properties/haproxy_timeout_check/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_timeout_check.type, parentSchema: schema33.properties.haproxy_timeout_check, data: data14 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.haproxy_timeout_queue !== void 0) {
      let data15 = data.haproxy_timeout_queue;
      if (typeof data15 === "string") {
        if (!pattern6.test(data15)) {
          const err25 = { instancePath: instancePath + "/haproxy_timeout_queue", schemaPath: "#/properties/haproxy_timeout_queue/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_timeout_queue, data: data15 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (!formats4(data15)) {
          const err26 = { instancePath: instancePath + "/haproxy_timeout_queue", schemaPath: "#/properties/haproxy_timeout_queue/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_timeout_queue, data: data15 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/haproxy_timeout_queue", schemaPath: "#/properties/haproxy_timeout_queue/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_timeout_queue.type, parentSchema: schema33.properties.haproxy_timeout_queue, data: data15 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.haproxy_timeout_client !== void 0) {
      let data16 = data.haproxy_timeout_client;
      if (typeof data16 === "string") {
        if (!pattern6.test(data16)) {
          const err28 = { instancePath: instancePath + "/haproxy_timeout_client", schemaPath: "#/properties/haproxy_timeout_client/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_timeout_client, data: data16 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (!formats4(data16)) {
          const err29 = { instancePath: instancePath + "/haproxy_timeout_client", schemaPath: "#/properties/haproxy_timeout_client/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_timeout_client, data: data16 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = { instancePath: instancePath + "/haproxy_timeout_client", schemaPath: "#/properties/haproxy_timeout_client/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_timeout_client.type, parentSchema: schema33.properties.haproxy_timeout_client, data: data16 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.haproxy_timeout_server !== void 0) {
      let data17 = data.haproxy_timeout_server;
      if (typeof data17 === "string") {
        if (!pattern6.test(data17)) {
          const err31 = { instancePath: instancePath + "/haproxy_timeout_server", schemaPath: "#/properties/haproxy_timeout_server/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_timeout_server, data: data17 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (!formats4(data17)) {
          const err32 = { instancePath: instancePath + "/haproxy_timeout_server", schemaPath: "#/properties/haproxy_timeout_server/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_timeout_server, data: data17 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      } else {
        const err33 = { instancePath: instancePath + "/haproxy_timeout_server", schemaPath: "#/properties/haproxy_timeout_server/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_timeout_server.type, parentSchema: schema33.properties.haproxy_timeout_server, data: data17 };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.haproxy_timeout_client_fin !== void 0) {
      let data18 = data.haproxy_timeout_client_fin;
      if (typeof data18 === "string") {
        if (!pattern6.test(data18)) {
          const err34 = { instancePath: instancePath + "/haproxy_timeout_client_fin", schemaPath: "#/properties/haproxy_timeout_client_fin/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_timeout_client_fin, data: data18 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (!formats4(data18)) {
          const err35 = { instancePath: instancePath + "/haproxy_timeout_client_fin", schemaPath: "#/properties/haproxy_timeout_client_fin/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_timeout_client_fin, data: data18 };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      } else {
        const err36 = { instancePath: instancePath + "/haproxy_timeout_client_fin", schemaPath: "#/properties/haproxy_timeout_client_fin/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_timeout_client_fin.type, parentSchema: schema33.properties.haproxy_timeout_client_fin, data: data18 };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.haproxy_maxconn !== void 0) {
      let data19 = data.haproxy_maxconn;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
        const err37 = { instancePath: instancePath + "/haproxy_maxconn", schemaPath: "#/properties/haproxy_maxconn/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.haproxy_maxconn.type, parentSchema: schema33.properties.haproxy_maxconn, data: data19 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 > 1e6 || isNaN(data19)) {
          const err38 = { instancePath: instancePath + "/haproxy_maxconn", schemaPath: "#/properties/haproxy_maxconn/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema33.properties.haproxy_maxconn, data: data19 };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        if (data19 < 1 || isNaN(data19)) {
          const err39 = { instancePath: instancePath + "/haproxy_maxconn", schemaPath: "#/properties/haproxy_maxconn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema33.properties.haproxy_maxconn, data: data19 };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      }
    }
    if (data.haproxy_hard_stop_after !== void 0) {
      let data20 = data.haproxy_hard_stop_after;
      if (typeof data20 === "string") {
        if (!pattern6.test(data20)) {
          const err40 = { instancePath: instancePath + "/haproxy_hard_stop_after", schemaPath: "#/properties/haproxy_hard_stop_after/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m|h|d)$" }, schema: "^[1-9][0-9]*(ms|s|m|h|d)$", parentSchema: schema33.properties.haproxy_hard_stop_after, data: data20 };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (!formats4(data20)) {
          const err41 = { instancePath: instancePath + "/haproxy_hard_stop_after", schemaPath: "#/properties/haproxy_hard_stop_after/format", keyword: "format", params: { format: "haproxy-duration" }, schema: "haproxy-duration", parentSchema: schema33.properties.haproxy_hard_stop_after, data: data20 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      } else {
        const err42 = { instancePath: instancePath + "/haproxy_hard_stop_after", schemaPath: "#/properties/haproxy_hard_stop_after/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_hard_stop_after.type, parentSchema: schema33.properties.haproxy_hard_stop_after, data: data20 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.haproxy_max_old_workers !== void 0) {
      let data21 = data.haproxy_max_old_workers;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
        const err43 = { instancePath: instancePath + "/haproxy_max_old_workers", schemaPath: "#/properties/haproxy_max_old_workers/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.haproxy_max_old_workers.type, parentSchema: schema33.properties.haproxy_max_old_workers, data: data21 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 > 1e3 || isNaN(data21)) {
          const err44 = { instancePath: instancePath + "/haproxy_max_old_workers", schemaPath: "#/properties/haproxy_max_old_workers/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, schema: 1e3, parentSchema: schema33.properties.haproxy_max_old_workers, data: data21 };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (data21 < 1 || isNaN(data21)) {
          const err45 = { instancePath: instancePath + "/haproxy_max_old_workers", schemaPath: "#/properties/haproxy_max_old_workers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema33.properties.haproxy_max_old_workers, data: data21 };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      }
    }
    if (data.haproxy_manage_firewall !== void 0) {
      let data22 = data.haproxy_manage_firewall;
      if (typeof data22 !== "boolean") {
        const err46 = { instancePath: instancePath + "/haproxy_manage_firewall", schemaPath: "#/properties/haproxy_manage_firewall/type", keyword: "type", params: { type: "boolean" }, schema: schema33.properties.haproxy_manage_firewall.type, parentSchema: schema33.properties.haproxy_manage_firewall, data: data22 };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.haproxy_global_extra !== void 0) {
      let data23 = data.haproxy_global_extra;
      if (typeof data23 !== "string") {
        const err47 = { instancePath: instancePath + "/haproxy_global_extra", schemaPath: "#/properties/haproxy_global_extra/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_global_extra.type, parentSchema: schema33.properties.haproxy_global_extra, data: data23 };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.haproxy_defaults_extra !== void 0) {
      let data24 = data.haproxy_defaults_extra;
      if (typeof data24 !== "string") {
        const err48 = { instancePath: instancePath + "/haproxy_defaults_extra", schemaPath: "#/properties/haproxy_defaults_extra/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_defaults_extra.type, parentSchema: schema33.properties.haproxy_defaults_extra, data: data24 };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.haproxy_sections_extra !== void 0) {
      let data25 = data.haproxy_sections_extra;
      if (typeof data25 !== "string") {
        const err49 = { instancePath: instancePath + "/haproxy_sections_extra", schemaPath: "#/properties/haproxy_sections_extra/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_sections_extra.type, parentSchema: schema33.properties.haproxy_sections_extra, data: data25 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.haproxy_adopt !== void 0) {
      let data26 = data.haproxy_adopt;
      if (typeof data26 !== "boolean") {
        const err50 = { instancePath: instancePath + "/haproxy_adopt", schemaPath: "#/properties/haproxy_adopt/type", keyword: "type", params: { type: "boolean" }, schema: schema33.properties.haproxy_adopt.type, parentSchema: schema33.properties.haproxy_adopt, data: data26 };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.haproxy_on_drift !== void 0) {
      let data27 = data.haproxy_on_drift;
      if (typeof data27 !== "string") {
        const err51 = { instancePath: instancePath + "/haproxy_on_drift", schemaPath: "#/properties/haproxy_on_drift/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.haproxy_on_drift.type, parentSchema: schema33.properties.haproxy_on_drift, data: data27 };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if (!(data27 === "mend" || data27 === "report" || data27 === "fail")) {
        const err52 = { instancePath: instancePath + "/haproxy_on_drift", schemaPath: "#/properties/haproxy_on_drift/enum", keyword: "enum", params: { allowedValues: schema33.properties.haproxy_on_drift.enum }, schema: schema33.properties.haproxy_on_drift.enum, parentSchema: schema33.properties.haproxy_on_drift, data: data27 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.haproxy_keep_deployments !== void 0) {
      let data28 = data.haproxy_keep_deployments;
      if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
        const err53 = { instancePath: instancePath + "/haproxy_keep_deployments", schemaPath: "#/properties/haproxy_keep_deployments/type", keyword: "type", params: { type: "integer" }, schema: schema33.properties.haproxy_keep_deployments.type, parentSchema: schema33.properties.haproxy_keep_deployments, data: data28 };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
      if (typeof data28 == "number" && isFinite(data28)) {
        if (data28 > 1e3 || isNaN(data28)) {
          const err54 = { instancePath: instancePath + "/haproxy_keep_deployments", schemaPath: "#/properties/haproxy_keep_deployments/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, schema: 1e3, parentSchema: schema33.properties.haproxy_keep_deployments, data: data28 };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        if (data28 < 2 || isNaN(data28)) {
          const err55 = { instancePath: instancePath + "/haproxy_keep_deployments", schemaPath: "#/properties/haproxy_keep_deployments/minimum", keyword: "minimum", params: { comparison: ">=", limit: 2 }, schema: 2, parentSchema: schema33.properties.haproxy_keep_deployments, data: data28 };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      }
    }
    if (data.haproxy_expect_servers_up !== void 0) {
      let data29 = data.haproxy_expect_servers_up;
      if (typeof data29 !== "boolean") {
        const err56 = { instancePath: instancePath + "/haproxy_expect_servers_up", schemaPath: "#/properties/haproxy_expect_servers_up/type", keyword: "type", params: { type: "boolean" }, schema: schema33.properties.haproxy_expect_servers_up.type, parentSchema: schema33.properties.haproxy_expect_servers_up, data: data29 };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
  } else {
    const err57 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err57];
    } else {
      vErrors.push(err57);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "haproxy_tcp_backends": true, "haproxy_udp_backends": true, "haproxy_stats_port": true, "haproxy_stats_path": true, "haproxy_stats_allowed": true, "haproxy_stats_users": true, "haproxy_metrics_port": true, "haproxy_metrics_allowed": true, "haproxy_timeout_connect": true, "haproxy_timeout_check": true, "haproxy_timeout_queue": true, "haproxy_timeout_client": true, "haproxy_timeout_server": true, "haproxy_timeout_client_fin": true, "haproxy_maxconn": true, "haproxy_hard_stop_after": true, "haproxy_max_old_workers": true, "haproxy_manage_firewall": true, "haproxy_global_extra": true, "haproxy_defaults_extra": true, "haproxy_sections_extra": true, "haproxy_adopt": true, "haproxy_on_drift": true, "haproxy_keep_deployments": true, "haproxy_expect_servers_up": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validate
};
