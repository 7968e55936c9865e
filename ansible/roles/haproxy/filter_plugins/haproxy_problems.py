"""What the role refuses before it touches a host, without Node and without collections.

`haproxy_problems` judges the variables by files/haproxy.schema.json, the same contract that the tools of this
project use, and by the rules that a schema cannot say. argument_specs is no help there: it turns a port given
as text into a number, names no index, and cannot compare two services.
"""

import ipaddress
import json
import re
from pathlib import Path

SCHEMA = json.loads((Path(__file__).parents[1] / "files" / "haproxy.schema.json").read_text(encoding="utf-8"))
RESERVED = re.compile(r"stats|metrics|workers|(udp|sni)_.*")
SECRET = re.compile(r"password|secret|token|haproxy_stats_users")
OLDEST = (2, 2)  # HAProxy; what the templates are tested with
LEAST_FREE = 8 * 1024 * 1024  # bytes: ten deployments with 5,000 servers and room for a start
UDP_PACKAGES = ("conntrack", "iproute2", "nftables")
LONGEST_MS = 2**31 - 1  # HAProxy keeps a duration in a signed 32-bit number of ms (manual, 2.5)
UNIT_MS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
TYPES = {
    "object": (dict, "a mapping"),
    "array": (list, "a list"),
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "boolean": (bool, "true or false"),
}


def _address(text):
    """Return an IP address as sockets see it: ::ffff:192.0.2.1 is 192.0.2.1."""
    address = ipaddress.ip_address(text)
    return getattr(address, "ipv4_mapped", None) or address


def _is_ip(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text


def _is_range(text):
    address, slash, length = text.partition("/")
    if not _is_ip(address):
        return False
    widest = ipaddress.ip_address(address).max_prefixlen
    return not slash or (re.fullmatch(r"0|[1-9][0-9]{0,2}", length) is not None and int(length) <= widest)


def _is_server_address(text):
    if _is_ip(text):
        return not _address(text).is_unspecified  # HAProxy takes it for the address the client connected to
    return _is_host_name(text)


def _is_host_name(text):
    labels = text.split(".")
    label = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")  # RFC 1123, 2.1
    return len(text) <= 253 and all(label.fullmatch(part) for part in labels) and not re.fullmatch(r"[0-9]+", labels[-1])


def _is_sni_host(text):
    return _is_host_name(text[2:] if text.startswith("*.") else text)  # never an address: RFC 6066, 3


def _is_duration(text):
    parts = re.fullmatch(r"([0-9]+)(ms|s|m|h|d)", text)
    return not parts or int(parts[1]) * UNIT_MS[parts[2]] <= LONGEST_MS  # the form is the pattern's matter


FORMATS = {
    "ip-address": (_is_ip, "write an IPv4 or IPv6 address"),
    "ip-range": (_is_range, "write an IP address or a range such as 192.0.2.0/24"),
    "server-address": (_is_server_address, "write the worker's IP address or host name"),
    "sni-host": (_is_sni_host, "write a DNS name, or *.NAME for every name below it"),
    "haproxy-duration": (_is_duration, "HAProxy's longest duration is 24d"),
}


def _child(path, key):
    return f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}" if path else key


def _shown(value, path):
    return "the value, which is not shown here," if SECRET.search(path) else repr(value)


def _resolve(schema):
    """Return a schema with what its $ref points at merged in."""
    if "$ref" not in schema:
        return schema
    return {**SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], **schema}


def _typed(value, kind):
    return isinstance(value, TYPES[kind][0]) and (kind == "boolean" or not isinstance(value, bool))


def _shape(value, schema, path):
    """Yield the problems of one value by its schema. It knows the keywords that our schema uses."""
    schema = _resolve(schema)
    kind = schema["type"]
    if not _typed(value, kind):
        yield f"{path}: {_shown(value, path)} is not {TYPES[kind][1]}{_as_number(value, kind)}"
    elif kind == "object":
        yield from _object(value, schema, path)
    elif kind == "array":
        yield from _array(value, schema, path)
    else:
        yield from _scalar(value, schema, path)


def _as_number(value, kind):
    if kind != "integer" or not isinstance(value, str) or not value.isdigit():
        return ""
    return f"; write it without quotes: {value} (with -e as JSON; Jinja gives numbers from ansible-core 2.19 on)"


def _array(value, schema, path):
    if len(value) < schema.get("minItems", 0):
        yield f"{path}: the list is empty; give it at least {schema['minItems']} entry"
    if len(value) > schema.get("maxItems", len(value)):
        yield f"{path}: the list has {len(value)} entries; use at most {schema['maxItems']}"
    for index, item in enumerate(value):
        if schema.get("uniqueItems") and item in value[:index]:
            yield f"{_child(path, index)}: {_shown(item, path)} is in the list already; take it out"
        yield from _shape(item, schema["items"], _child(path, index))


def _object(value, schema, path):
    known = schema["properties"]
    for key in value:
        if key not in known:
            yield f"{_child(path, key)}: there is no such key; use one of: {', '.join(known)}"
    for key in schema.get("required", []):
        if key not in value:
            yield f"{path}: {key} is missing; add it: {known[key].get('description', '')}"
    for key in known:
        if key in value:
            yield from _shape(value[key], known[key], _child(path, key))


def _scalar(value, schema, path):
    low, high = schema.get("minimum"), schema.get("maximum")
    right, mend = FORMATS.get(schema.get("format"), (None, ""))
    if (low is not None and value < low) or (high is not None and value > high):
        yield f"{path}: {value} is out of range; use {low} to {high}"
    elif "enum" in schema and value not in schema["enum"]:
        instead = schema.get("x-instead", {}).get(value, f"use one of: {', '.join(schema['enum'])}")
        yield f"{path}: {_shown(value, path)} is not allowed; {instead}"
    elif ("pattern" in schema and not re.fullmatch(schema["pattern"], value)) or (
        "not" in schema and value == schema["not"]["const"]
    ):
        yield f"{path}: {_shown(value, path)} is not allowed; {schema['x-hint']}"
    elif "maxLength" in schema and len(value) > schema["maxLength"]:
        yield f"{path}: the text is too long; use at most {schema['maxLength']} characters"
    elif right and not right(value):
        yield f"{path}: {_shown(value, path)} is not allowed; {mend}"


def _unknown(given):
    for name in given:
        if name not in SCHEMA["properties"]:
            yield f"{name}: the role has no such variable; see its defaults/main.yaml for those it has"


def _entries(given, variable):
    for index, entry in enumerate(given.get(variable, [])):
        yield f"{variable}[{index}]", entry


def _names(given):
    """Yield names that are used twice or reserved: two sections of one name stop HAProxy."""
    for variable in ("haproxy_tcp_backends", "haproxy_udp_backends"):
        for path, service in _entries(given, variable):
            if RESERVED.fullmatch(service["name"]):
                yield f"{path}.name: {service['name']!r} is reserved; give the service another name"
            for place, pool in _pools(path, service):
                yield from _twice((f"{place}.servers[{i}]", server) for i, server in enumerate(pool["servers"]))
        yield from _twice(_entries(given, variable))
    yield from _route_names(given)
    yield from _twice(_entries(given, "haproxy_stats_users"))


def _weights(given):
    """Yield services and routes that give no server any connections."""
    for variable in ("haproxy_tcp_backends", "haproxy_udp_backends"):
        for path, service in _entries(given, variable):
            for place, pool in _pools(path, service):
                if all(server.get("weight") == 0 for server in pool["servers"]):
                    yield f"{place}.servers: every server has weight 0, so no client gets one of them; give one of them a weight, or take it out"


def _pools(path, service):
    """Yield path and owner of each list of servers of a service: its own, and those of its routes."""
    yield path, service
    for index, route in enumerate(service.get("sni_routes", [])):
        yield f"{path}.sni_routes[{index}]", route


def _route_names(given):
    """Yield routes whose section another one has: route `c` of service `a_b` is called as route `b_c` of service `a`."""
    sections = {}
    for path, service in _entries(given, "haproxy_tcp_backends"):
        for place, route in list(_pools(path, service))[1:]:
            section = f"sni_{service['name']}_{route['name']}"
            if section in sections:
                yield f"{place}.name: its section is called {section}, as that of {sections[section]}; give one of them another name"
            sections.setdefault(section, place)


def _twice(entries):
    seen = {}
    for path, entry in entries:
        name = entry["name"]
        if name in seen:
            yield f"{path}.name: {name!r} is already the name of {seen[name]}; give one of them another name"
        seen.setdefault(name, path)


def _meet(one, other):
    """Whether two bind addresses cannot hold the same port: `::` takes IPv4 along, 0.0.0.0 takes no IPv6."""
    one, other = _address(one), _address(other)
    wide = [address for address in (one, other) if address.is_unspecified]
    return one == other or any(address.version == 6 for address in wide) or (bool(wide) and one.version == other.version)


def _tcp_listeners(given):
    """Yield path, owner, addresses and port of everything that listens on TCP."""
    for name, owner in (("haproxy_stats_port", "the stats page"), ("haproxy_metrics_port", "the metrics")):
        port = given.get(name, SCHEMA["properties"][name]["default"])
        if port:
            yield name, owner, ["::"], port
    for path, service in _entries(given, "haproxy_tcp_backends"):
        yield f"{path}.port", f"service {service['name']!r}", service.get("bind", ["::"]), service["port"]


def _udp_listeners(given):
    for path, service in _entries(given, "haproxy_udp_backends"):
        yield f"{path}.port", f"service {service['name']!r}", service.get("bind", ["::"]), service["port"]


def _ports(listeners):
    taken = []
    for path, owner, addresses, port in listeners:
        rival = next((name for name, ports in taken if any(p == port and _meet(a, b) for a, p in ports for b in addresses)), None)
        if rival:
            yield f"{path}: port {port} is already used by {rival}; give one of them another port"
        taken.append((owner, [(a, port) for a in addresses]))


def _udp(given):
    """Yield what only UDP services can have wrong: the kernel carries them."""
    behind = {}
    for path, service in _entries(given, "haproxy_udp_backends"):
        yield from _udp_addresses(path, service)
        yield from _check_port(path, service)
        for index, server in enumerate(service["servers"]):
            if "maxconn" in server:
                yield f"{path}.servers[{index}].maxconn: a server of a UDP service has no limit, because the kernel carries the flows and keeps no count; take the line out"
            yield from _endpoint(f"{path}.servers[{index}].address", service, server, behind)


def _udp_addresses(path, service):
    """Yield addresses that no datagram has or goes to."""
    servers = [(f"{path}.servers[{i}].address", server["address"]) for i, server in enumerate(service["servers"])]
    listed = [(f"{path}.{key}[{i}]", text) for key in ("bind", "allow", "deny") for i, text in enumerate(service.get(key, []))]
    for where, text in [*servers, *listed]:
        address = text.partition("/")[0]
        if not _is_ip(address):
            yield f"{where}: {text!r} is a host name, and the kernel, which carries UDP, looks no names up; write the IP address"
        elif ":" in address and _address(address).version == 4:
            yield f"{where}: {text!r} is an IPv4 address written as IPv6, which no datagram has; write it as IPv4"
    for where, text in servers:
        if _is_ip(text) and ":" in text and _address(text).version == 4:
            continue  # said already
        if _is_ip(text) and _address(text).is_loopback:
            yield f"{where}: {text!r} is a loopback address, where no client's datagram is sent; write the worker's own"


def _check_port(path, service):
    checked = [server for server in service["servers"] if server.get("check", True)]
    if service.get("health") != "tcp" or "check_port" in service or all("check_port" in server for server in checked):
        return
    yield f"{path}.health: nothing says which port to connect to; add check_port to the service, or to each server that is checked"


def _endpoint(path, service, server, behind):
    """Yield a server that counters and masquerading cannot tell from another: conntrack has nothing else to go by."""
    if not _is_ip(server["address"]):
        return
    address = _address(server["address"])
    rival = behind.setdefault((service["port"], address, server["port"]), path)
    if rival != path:
        yield (
            f"{path}: NodePort {server['port']} of {address} is already behind UDP port {service['port']}, as {rival}; "
            "take one of the two out, or give one of the services another port"
        )


def haproxy_problems(given):
    """Return the problems of the public variables as texts, each with the variable's path and the mend.

    given: every variable whose name begins with `haproxy_`, by name.
    """
    problems = list(_unknown(given))
    for name, schema in SCHEMA["properties"].items():
        if name in given:
            problems += _shape(given[name], schema, name)
    if problems:
        return problems
    return [*_names(given), *_weights(given), *_ports(_tcp_listeners(given)), *_ports(_udp_listeners(given)), *_udp(given)]


def haproxy_host_problems(given, host, run_tags):
    """Return why a host cannot run the services, as texts. host: what files/probe.py printed."""
    held = [*_held_ports(given, host), *_held_udp_ports(given, host)]
    system = [*_system(given, host, run_tags), *_version(given, host), *_configuration(given, host), *_space(host)]
    return [*system, *_capacity(given, host), *_addresses(given, host), *held]


def _system(given, host, run_tags):
    if "debian" not in [host["os"]["ID"], *host["os"]["ID_LIKE"].split()]:
        yield f"the host runs {host['os']['ID']}; the role knows Debian and Ubuntu"
    if host["enabled"] == "masked":
        yield "the unit haproxy.service is masked; run: systemctl unmask haproxy"
    needed = ["haproxy", *(UDP_PACKAGES if given["haproxy_udp_backends"] else [])]
    missing = [name for name in needed if name not in host["packages"]]
    if missing and not {"all", "haproxy_install"} & set(run_tags):
        yield f"these packages are not installed: {', '.join(missing)}; run the tag haproxy_install too"


def _version(given, host):
    """Yield a version that the templates are not for."""
    parts = re.match(r"(?:\d+:)?(\d+)\.(\d+)", host["version"])
    if parts and (int(parts[1]), int(parts[2])) < OLDEST:
        yield f"HAProxy {host['version']} on this host is too old; use Debian 11, Ubuntu 22.04 or newer, whose package is 2.2 or newer"
    yield from _unreadable_checks(given, host)


def _unreadable_checks(given, host):
    """Yield UDP services whose checks the host's HAProxy cannot run: 2.2 has no `error-status L7OKC`."""
    if host["version"].startswith("2.2.") or (not host["version"] and host["os"]["VERSION_CODENAME"] == "bullseye"):
        for path, service in _entries(given, "haproxy_udp_backends"):
            if service.get("health", "kube-proxy") == "kube-proxy":
                mend = "write health: tcp and check_port: 10256, or use Debian 12"
                yield f"{path}.health: HAProxy {host['version'] or '2.2'} on this host cannot read kube-proxy's answers; {mend}"


def _configuration(given, host):
    """Yield a configuration that somebody else wrote: it is not ours to replace unasked."""
    if host["configuration"] == "foreign" and not given["haproxy_adopt"]:
        mend = "take over what it serves into the variables, then deploy once with haproxy_adopt: true, which keeps it in the history"
        yield f"/etc/haproxy/haproxy.cfg on this host was written by somebody else; {mend}"


def _space(host):
    for folder, free in host["free"].items():
        if free < LEAST_FREE:
            yield f"{folder} on this host has {free // 1024} kB left; free at least {LEAST_FREE // 1024 // 1024} MB"


def _capacity(given, host):
    services = given["haproxy_tcp_backends"] + given["haproxy_udp_backends"]
    needed = 2 * given["haproxy_maxconn"] + 100 + sum(2 + len(pool["servers"]) for service in services for _, pool in _pools("", service))
    if needed > host["open_files"]:
        most = given["haproxy_maxconn"] - (needed - host["open_files"] + 1) // 2
        yield f"haproxy_maxconn: the host allows {host['open_files']} open files, {needed} are needed; use at most {most}"


def _addresses(given, host):
    for path, service in _entries(given, "haproxy_tcp_backends"):
        for index, address in enumerate(service.get("bind", [])):
            if address in host["unusable_addresses"]:
                yield f"{path}.bind[{index}]: {address} is no address of the host; give the host the address, take it out, or set net.ipv4.ip_nonlocal_bind (IPv6: net.ipv6.ip_nonlocal_bind) to 1 where it comes later, as a VIP does"


def _held_ports(given, host):
    foreign = [listener for listener in host["listeners"] if listener["process"] != "haproxy"]
    for path, _, addresses, port in _tcp_listeners(given):
        holder = next((item for item in foreign if item["port"] == port and any(_meet(item["address"], a) for a in addresses)), None)
        if holder:
            owner = f"{holder['process']} (pid {holder['pid']})" if holder["pid"] else holder["process"]
            off = " (0 turns it off)" if path in ("haproxy_stats_port", "haproxy_metrics_port") else ""
            yield f"{path}: {owner} on this host already listens on port {port}; stop it, or set another port{off}"


def _held_udp_ports(given, host):
    """Yield UDP ports that a process of the host receives on: its datagrams would go to the workers."""
    for path, service in _entries(given, "haproxy_udp_backends"):
        addresses = service.get("bind", ["::"])
        for receiver in host["udp"]["receivers"]:
            if receiver["port"] == service["port"] and any(_meet(receiver["address"], a) for a in addresses):
                owner = f"{receiver['process']} (pid {receiver['pid']})" if receiver["pid"] else receiver["process"]
                where = f"UDP port {receiver['port']} of {receiver['address']}"
                mend = "stop it, set another port, or list the balancer's other addresses in bind"
                yield f"{path}.port: {owner} on this host receives on {where}; {mend}"
                break


class FilterModule:
    """The filters of the role: judges of its variables, and of a host for them."""

    def filters(self):
        return {"haproxy_problems": haproxy_problems, "haproxy_host_problems": haproxy_host_problems}
