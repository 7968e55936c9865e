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
RESERVED = re.compile(r"stats|metrics|udp_.*")
WILDCARDS = ("::", "0.0.0.0")  # noqa: S104 - compared with, never bound
LONGEST_MS = 2**31 - 1  # HAProxy keeps a duration in a signed 32-bit number of ms (manual, 2.5)
UNIT_MS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
TYPES = {
    "object": (dict, "a mapping"),
    "array": (list, "a list"),
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "boolean": (bool, "true or false"),
}


def _is_ip(text, parse=ipaddress.ip_address):
    try:
        parse(text)
    except ValueError:
        return False
    return "%" not in text


def _is_range(text):
    prefixed = re.fullmatch(r"[^/]+(/[0-9]+)?", text)  # no netmasks: 10.0.0.0/255.0.0.0
    return bool(prefixed) and _is_ip(text, lambda value: ipaddress.ip_network(value, strict=False))


def _is_server_address(text):
    labels = text.split(".")
    label = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")  # RFC 1123, 2.1
    named = len(text) <= 253 and all(label.fullmatch(part) for part in labels) and not labels[-1].isdigit()
    return _is_ip(text) or named


def _is_duration(text):
    parts = re.fullmatch(r"([0-9]+)(ms|s|m|h|d)", text)
    return not parts or int(parts[1]) * UNIT_MS[parts[2]] <= LONGEST_MS  # the form is the pattern's matter


FORMATS = {
    "ip-address": (_is_ip, "write an IPv4 or IPv6 address"),
    "ip-range": (_is_range, "write an IP address or a range such as 192.0.2.0/24"),
    "server-address": (_is_server_address, "write an IP address or a host name"),
    "haproxy-duration": (_is_duration, "HAProxy's longest duration is 24d"),
}


def _child(path, key):
    return f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}" if path else key


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
        mend = f"; write it without quotes: {value}" if kind == "integer" and isinstance(value, str) and value.isdigit() else ""
        yield f"{path}: {value!r} is not {TYPES[kind][1]}{mend}"
    elif kind == "object":
        yield from _object(value, schema, path)
    elif kind == "array":
        if len(value) < schema.get("minItems", 0):
            yield f"{path}: the list is empty; give it at least {schema['minItems']} entry"
        for index, item in enumerate(value):
            yield from _shape(item, schema["items"], _child(path, index))
    else:
        yield from _scalar(value, schema, path)


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
        yield f"{path}: {value!r} is not allowed; use one of: {', '.join(schema['enum'])}"
    elif "pattern" in schema and not re.fullmatch(schema["pattern"], value):
        yield f"{path}: {value!r} is not allowed; {schema['x-hint']}"
    elif len(str(value)) > schema.get("maxLength", 10**6):
        yield f"{path}: the text is too long; use at most {schema['maxLength']} characters"
    elif right and not right(value):
        yield f"{path}: {value!r} is not allowed; {mend}"


def _unknown(given):
    for name in given:
        if name not in SCHEMA["properties"]:
            yield f"{name}: the role has no such variable; see its defaults/main.yaml for those it has"


def _names(given):
    """Yield names that are used twice or reserved: two sections of one name stop HAProxy."""
    for variable in ("haproxy_tcp_backends", "haproxy_udp_backends"):
        for path, service in _entries(given, variable):
            if RESERVED.fullmatch(service["name"]):
                yield f"{path}.name: {service['name']!r} is reserved; give the service another name"
            yield from _twice(((f"{path}.servers[{i}].name", s["name"]) for i, s in enumerate(service["servers"])))
        yield from _twice((f"{path}.name", service["name"]) for path, service in _entries(given, variable))


def _twice(named):
    seen = {}
    for path, name in named:
        if name in seen:
            yield f"{path}: {name!r} is already the name of {seen[name].rpartition('.')[0]}; give one of them another name"
        seen.setdefault(name, path)


def _entries(given, variable):
    for index, service in enumerate(given.get(variable, [])):
        yield f"{variable}[{index}]", service


def _meet(one, other):
    """Whether two bind addresses cannot hold the same port: `::` takes IPv4 along, 0.0.0.0 takes no IPv6."""
    one, other = ipaddress.ip_address(one), ipaddress.ip_address(other)
    wide = {str(one), str(other)} & set(WILDCARDS)
    return one == other or "::" in wide or (bool(wide) and one.version == other.version)


def _tcp_ports(given):
    """Yield path, owner, addresses and port of everything that listens on TCP."""
    for name, owner in (("haproxy_stats_port", "the stats page"), ("haproxy_metrics_port", "the metrics")):
        port = given.get(name, SCHEMA["properties"][name]["default"])
        if port:
            yield name, owner, ["::"], port
    for path, service in _entries(given, "haproxy_tcp_backends"):
        yield f"{path}.port", f"service {service['name']!r}", service.get("bind", ["::"]), service["port"]


def _ports(given):
    taken = []
    for path, owner, addresses, port in _tcp_ports(given):
        rival = next((name for name, ports in taken if any(p == port and _meet(a, b) for a, p in ports for b in addresses)), None)
        if rival:
            yield f"{path}: port {port} is already used by {rival}; give one of them another port"
        taken.append((owner, [(a, port) for a in addresses]))


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
    problems += [*_names(given), *_ports(given)]
    if given.get("haproxy_udp_backends"):
        problems.append("haproxy_udp_backends: UDP services cannot be deployed yet; empty the list")
    return problems


def haproxy_host_problems(given, host):
    """Return why a host cannot run the services, as texts. host: what files/probe.py printed."""
    problems = []
    family = [host["os"]["ID"], *host["os"]["ID_LIKE"].split()]
    if "debian" not in family:
        problems.append(f"the host runs {host['os']['ID']}; the role knows Debian and Ubuntu")
    foreign = [listener for listener in host["listeners"] if listener["process"] != "haproxy"]
    for path, _, addresses, port in _tcp_ports(given):
        holder = next((item for item in foreign if item["port"] == port and any(_meet(item["address"], a) for a in addresses)), None)
        if holder:
            owner = f"{holder['process']} (pid {holder['pid']})" if holder["pid"] else holder["process"]
            off = " (0 turns it off)" if path.startswith(("haproxy_stats", "haproxy_metrics")) else ""
            problems.append(f"{path}: {owner} on this host already listens on port {port}; stop it, or set another port{off}")
    return problems


class FilterModule:
    """The filters of the role."""

    def filters(self):
        return {"haproxy_problems": haproxy_problems, "haproxy_host_problems": haproxy_host_problems}
