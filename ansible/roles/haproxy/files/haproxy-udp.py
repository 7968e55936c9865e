#!/usr/bin/python3
"""haproxy-udp: gives the kernel's UDP balancing the servers that HAProxy finds alive.

The role writes /etc/haproxy/udp.nft: the table `inet haproxy_udp` with empty slot maps, and in its comments the services,
as JSON. This agent follows HAProxy's health checks (a log line is the hint, `show stat` the truth, a slow poll the
net), writes the maps, and deletes the conntrack entries of servers that died: without that a flow that keeps sending
stays on a dead server for ever. What HAProxy or the agent's own end leaves behind goes on working.

    haproxy-udp            run until SIGTERM; SIGHUP reads the files again
    haproxy-udp remove     take the table, its flows and its firewall rules away

Python 3.9, standard library; nft, conntrack, ip and (where there is a firewall of theirs) iptables.
"""

import csv
import functools
import hashlib
import http.server
import ipaddress
import json
import math
import os
import re
import selectors
import shlex
import signal
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

RULES = Path("/etc/haproxy/udp.nft")
STATE = Path("/run/haproxy-udp/state.json")
RUNTIME_API = "/run/haproxy/admin.sock"
EVENTS = "/var/lib/haproxy/udp-events.sock"  # in HAProxy's chroot, as /udp-events.sock
PAGES = "/var/lib/haproxy/udp-agent.sock"
TABLE = ("inet", "haproxy_udp")
COMMENT = "haproxy-udp"
FORWARDING = {4: "net.ipv4.ip_forward", 6: "net.ipv6.conf.all.forwarding"}
FOR_GROUP = 0o660  # the sockets are for root and HAProxy's group, which is the unit's

SLOTS = 1024  # of every service; udp.nft says the same
POLL = 5.0  # seconds between two looks where nothing happens
DELETIONS = 8  # conntrack processes side by side
PATIENCE = 5.0  # seconds to delete the flows of a server that died
SECOND_DELETION = 0.05  # seconds: a datagram under way may confirm its entry after the first deletion
SHORTEST = 0.1  # seconds between two looks at the rules while others change theirs
CODE = Path(__file__).read_bytes()  # what runs, whatever the file says later
NETLINK_NETFILTER, NFNLGRP_NFTABLES = 12, 7  # linux/netlink.h, linux/netfilter/nfnetlink.h

# What a server is to new flows: see docs/explanation/udp.md.
UP, LEAVING, DRAINED, LOST, DOWN, OUT, NEW = "up", "leaving", "drained", "drained and down", "down", "out", "new"


# --- The servers, as HAProxy sees them ---------------------------------------------------------------------------


def ask_haproxy(command):
    """Return HAProxy's answer to one command of its Runtime API; OSError where it does not answer."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        connection.connect(RUNTIME_API)
        connection.sendall(command.encode() + b"\n")
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode(errors="replace")


def rows_of(answer):
    """Return the rows of `show stat` by proxy and server name (Management Guide, 9.1)."""
    lines = csv.DictReader(answer.lstrip("# ").splitlines())
    # HAProxy may have ended in the middle of a line.
    return {(row["pxname"], row["svname"]): row for row in lines if None not in row.values()}


def state_of(row, rows, before):
    """Return a server's state, and whether its last health check passed.

    before: its state at the last look. HAProxy calls every server UP when it starts, until its checks say otherwise;
    what was down before a reload stays down until a check passes.
    """
    status = row["status"]
    result = checked_row(row, rows)["check_status"].lstrip("* ")
    if status.startswith("MAINT"):
        return OUT, False
    if status.startswith("DOWN") and result != "INI":
        # HAProxy says no longer that it was drained, and fail_open has to know.
        return (LOST if row["weight"] == "0" or before in (DRAINED, LOST) else DOWN), False
    if status.startswith("DRAIN") or row["weight"] == "0":
        return DRAINED, False
    if status == "no check":
        return UP, True
    passed = result.startswith(("L4OK", "L6OK", "L7OK"))
    if status.startswith("NOLB"):
        return LEAVING, passed
    if passed:
        return UP, True
    return (before if before in (UP, LEAVING, DOWN) else NEW), False


def checked_row(row, rows):
    """Return the row of the server whose checks decide: its own, or the one that it tracks."""
    return rows.get(tuple(row["tracked"].split("/", 1)), row) if row["tracked"] else row


def is_settled(row, rows):
    """Whether HAProxy has made up its mind: not before the first check, not between `rise` or `fall` of them."""
    checked = checked_row(row, rows)
    return "INI" not in checked["check_status"] and not re.match(r"(UP|DOWN|NOLB) \d", checked["status"])


def servers_for(states, fail_open, live=(), backups=()):
    """Return the names that new flows go to. states: state by server name; live: where they go now; backups: names.

    A server that is in use while nothing is known of it yet, as after a boot, stays in use.
    """
    usable = [name for name, state in states.items() if state == UP or (state == NEW and name in live)]
    leaving = [name for name, state in states.items() if state == LEAVING]
    failed = [name for name, state in states.items() if fail_open and state in (DOWN, NEW)]
    chosen = usable or leaving or failed
    return [name for name in chosen if name not in backups] or chosen


# --- Slots -------------------------------------------------------------------------------------------------------


def deal(servers):
    """Return a server for each slot, in turn and by weight, interleaved (smooth weighted round robin)."""
    credit = dict.fromkeys(range(len(servers)), 0)
    total = sum(server["weight"] for server in servers)
    slots = []
    for _ in range(SLOTS if servers else 0):
        for index, server in enumerate(servers):
            credit[index] += server["weight"]
        best = max(credit, key=credit.get)
        credit[best] -= total
        slots.append(servers[best])
    return slots


def claim(slot, name, weight):
    """Return a server's claim to a slot: weighted rendezvous hashing (Schindelhauer and Schomaker, 2005)."""
    digest = hashlib.blake2b(f"{slot}/{name}".encode(), digest_size=7).digest()
    return -weight / math.log((int.from_bytes(digest, "big") + 0.5) / 2**56)


@functools.lru_cache(maxsize=64)
def ranking(servers):
    """Return for each slot the servers' places in the list, the highest claim first. servers: (name, weight) each."""
    places = range(len(servers))
    return [bytes(sorted(places, key=lambda place: claim(slot, *servers[place]), reverse=True)) for slot in range(SLOTS)]


def hash_slots(servers, usable=None):
    """Return for each slot the usable server with the highest claim: a server that goes moves its own slots only."""
    usable = servers if usable is None else usable
    if not usable:
        return []
    ranked = ranking(tuple((server["name"], server["weight"]) for server in servers))
    return [next(servers[place] for place in places if servers[place] in usable) for places in ranked]


def keys_for(listing):
    """Return how each slot's number is given to nft. listing: what it makes of slot 1, see slot_one.

    nft 0.9.8 and 1.1.7 put it into the kernel in network byte order, where the lookup's number, which is in the
    machine's, finds slot 0 alone; 1.0.6 and 1.1.3 do not. What is listed is what the lookup sees.
    """
    found = re.search(r"elements = \{ (\d+) :", listing)
    turned = found and found[1] != "1"
    return [int.from_bytes(slot.to_bytes(4, "little"), "big") if turned else slot for slot in range(SLOTS)]


def slot_one():
    """Return nft's listing of a map like ours with slot 1, in a table that is there for that moment."""
    table = "inet haproxy_udp_probe"
    new = f"add table {table}; delete table {table}; add table {table}"
    key = f"add map {table} key {{ typeof numgen inc mod {SLOTS} : ip daddr . udp dport; }}"
    run("nft", f"{new}; {key}; add element {table} key {{ 1 : 192.0.2.1 . 1 }}", check=False)
    listing = run("nft", "list", "table", *table.split(), check=False)
    run("nft", "delete", "table", *table.split(), check=False)
    return listing


def elements_of(service, names, keys=range(SLOTS)):
    """Return the nft commands that fill a service's maps with the servers of these names. keys: see keys_for."""
    commands = []
    for family, version in (("ipv4", 4), ("ipv6", 6)):
        servers = [s for s in service["servers"] if s["name"] in names and version_of(s["address"]) == version]
        slots = hash_slots(service["servers"], servers) if service["balance"] == "source" else deal(servers)
        if slots:
            slot_map = ", ".join(f"{slot} : {s['address']} . {s['port']}" for slot, s in zip(keys, slots))
            commands.append(f"add element {' '.join(TABLE)} {service['id']}_{family} {{ {slot_map} }}")
    return commands


def services_in(rules):
    """Return what udp.nft says to the agent, in comments: rules and servers of two deployments are never mixed."""
    return json.loads("\n".join(re.findall(r"^# agent: (.*)$", rules, re.MULTILINE)))


def version_of(address):
    return 6 if ":" in address else 4


# --- The kernel --------------------------------------------------------------------------------------------------


def run(*command, text=None, check=True, words=False):
    """Run a command and return its output, or its words on stderr; RuntimeError with those where it fails."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=30, check=False)
    if check and done.returncode:
        raise RuntimeError(f"{shlex.join(command)}: {done.stderr.strip() or done.returncode}")
    return done.stderr if words else done.stdout


def fingerprint():
    """Return the table's text without elements and counters; empty where it is gone.

    With its handles: a table that somebody loaded anew has the same text and other handles, and its maps are empty.
    """
    return run("nft", "--handle", "--stateless", "--terse", "list", "table", *TABLE, check=False)


def replacing(rules, table):
    """Return udp.nft with what takes the table's content away in place of its `delete table`.

    table: its listing. The table itself stays, for its `ct timeout` objects: the kernel takes the timeout of one that is
    deleted off all flows, and a silent one would be forgotten long before its flow_timeout.
    """
    found = re.findall(r"^\t(chain|map|set|counter) (\S+) \{", table, re.MULTILINE)
    kinds = ("chain", "map", "set", "counter")  # what refers to others goes first
    names = sorted(found, key=lambda one: kinds.index(one[0]))
    whole = " ".join(TABLE)
    commands = [f"flush table {whole}", *(f"delete {kind} {whole} {name}" for kind, name in names)]
    return re.sub(rf"^delete table {whole}$", "\n".join(commands), rules, flags=re.MULTILINE)


def is_off(setting):
    """Whether a setting of the kernel is 0."""
    try:
        return Path("/proc/sys", *setting.split(".")).read_text(encoding="utf-8").strip() == "0"
    except OSError:
        return True


def place_of(service, server):
    """What names a server's flows: the service's port, the server's address, its port."""
    return service["port"], str(ipaddress.ip_address(server["address"])), server["port"]


def checks_of(service):
    """What names a service's checks: where they change, none of them has passed yet."""
    return " ".join([service["name"], service["health"], *(str(server["check_port"]) for server in service["servers"])])


def places_by_name(services):
    return {service["name"]: {server["name"]: place_of(service, server) for server in service["servers"]} for service in services}


def delete_flows(places):
    """Delete the conntrack entries of these places, side by side, and return how many there were, by place.

    A place may end with a client's address: only that client's flows are meant then.
    """
    with ThreadPoolExecutor(DELETIONS) as pool:
        return Counter(dict(zip(places, pool.map(delete_flows_of, places))))


def delete_flows_of(place):
    """Delete one place's flows, and say how many there were.

    conntrack stops at the first entry that has gone by itself meanwhile, and is asked again then.
    """
    port, address, server_port, *client = map(str, place)
    flow = ["--orig-port-dst", port, "--reply-src", address, "--reply-port-src", server_port, *(["-s", *client] if client else [])]
    deleted, until = 0, time.monotonic() + PATIENCE
    while True:
        # Exit 1 says that there were none; how many there were stands in stderr.
        words = run("conntrack", "-D", "-f", f"ipv{version_of(address)}", "-p", "udp", *flow, check=False, words=True)
        deleted += int((re.search(r"(\d+) flow entries", words) or [0, 0])[1])
        if "Operation failed" not in words or time.monotonic() > until:
            break
    if "flow entries" not in words:
        say(f"not all flows of {address} port {server_port} were deleted: {words.strip()}")
    return deleted


def flows():
    """Yield each UDP conntrack entry as (client, port, destination, answering address, answering port, answered)."""
    for family in ("ipv4", "ipv6"):
        for line in run("conntrack", "-L", "-f", family, "-p", "udp", check=False).splitlines():
            ends = re.findall(r"\b(?:src|dst|sport|dport)=(\S+)", line)
            if len(ends) == 8:
                client, destination, _, port, answering, _, answering_port, _ = ends
                yield client, int(port), destination, answering, int(answering_port), "[UNREPLIED]" not in line


def own_addresses():
    """Return the addresses of this host, but those of the loopback interface's networks."""
    links = json.loads(run("ip", "-json", "address"))
    found = (ipaddress.ip_address(entry["local"]) for link in links for entry in link["addr_info"] if "local" in entry)
    return {str(address) for address in found if not address.is_loopback}


def strays(services, kept, own):
    """Yield the places of flows to our services that lead to no server that is kept: pinned to the balancer itself
    (they came while there were no rules), to a server that is gone, or from a client that is not allowed."""
    by_port = {}
    for service in services:
        by_port.setdefault(service["port"], []).append(service)
    for client, port, destination, answering, answering_port, _ in flows():
        for service in by_port.get(port, []):
            if destination in own and is_bound(service, destination):
                place = (port, answering, answering_port)
                if place not in kept:
                    yield place
                elif not is_allowed(service, client):
                    yield (*place, client)


def is_bound(service, destination):
    """Whether a service listens on one of the host's addresses."""
    addresses = [ipaddress.ip_address(text) for text in service["bind"]]
    wanted = ipaddress.ip_address(destination)
    wide = {address.version for address in addresses if address.is_unspecified}
    return not addresses or wanted in addresses or 6 in wide or (4 in wide and wanted.version == 4)


def is_allowed(service, client):
    """Whether a client's address may use a service."""
    address = ipaddress.ip_address(client)
    within = {key: any(address in ipaddress.ip_network(text, strict=False) for text in service[key]) for key in ("allow", "deny")}
    return not within["deny"] and (within["allow"] or not service["allow"])


# --- Firewalls of others -----------------------------------------------------------------------------------------


def iptables_rule(port):
    tracked = ["-m", "conntrack", "--ctstate", "DNAT", "--ctorigdstport", str(port)]
    return ["-p", "udp", *tracked, "-m", "comment", "--comment", f"{COMMENT}:{port}", "-j", "ACCEPT"]


def iptables_commands(program, ports):
    """Return the commands that let our flows through a FORWARD chain whose policy is DROP, and take old ones away."""
    rules = run(program, "-w", "5", "-S", "FORWARD", check=False).splitlines()
    there = {int(found[1]) for rule in rules if (found := re.search(rf"{COMMENT}:(\d+)", rule))}
    wanted = set(ports) if "-P FORWARD DROP" in rules else set()
    insert = [[program, "-w", "5", "-I", "FORWARD", *iptables_rule(port)] for port in sorted(wanted - there)]
    return insert + [[program, "-w", "5", "-D", "FORWARD", *iptables_rule(port)] for port in sorted(there - wanted)]


def nft_commands(family, table, chain, ports):
    """Return the commands that do the same to a base chain of somebody's own nftables rules.

    A rule for each port: nft 1.0.6 cannot read back what it lists of a set of them.
    """
    name = (family, table, chain)
    rules = run("nft", "--handle", "--stateless", "list", "chain", *name, check=False)
    there = {int(port): handle for port, handle in re.findall(rf'comment "{COMMENT}:(\d+)".* # handle (\d+)', rules)}
    commands = [["nft", "delete", "rule", *name, "handle", there[port]] for port in sorted(there.keys() - ports)]
    for port in sorted(ports - there.keys()):
        flow = f"meta l4proto udp ct status dnat ct original proto-dst {port} accept comment"
        commands.append(["nft", "insert", "rule", *name, *flow.split(), f'"{COMMENT}:{port}"'])
    return commands


def firewall_commands(ports):
    """Return what has to be run so that no chain which drops by default stops our flows."""
    commands = []
    listing = json.loads(run("nft", "--json", "list", "chains", check=False) or '{"nftables": []}')
    chains = [entry["chain"] for entry in listing["nftables"] if entry.get("chain", {}).get("hook") == "forward"]
    for chain in chains:
        name = (chain["family"], chain["table"], chain["name"])
        program = {"ip": "iptables", "ip6": "ip6tables"}.get(name[0])
        theirs = name[1:] == ("filter", "FORWARD") and program and is_installed(program)
        if theirs:
            commands += iptables_commands(program, ports)
        elif name[:2] != TABLE and name[0] in ("ip", "ip6", "inet"):
            commands += nft_commands(*name, ports if chain.get("policy") == "drop" else set())
    for program, tables in (("iptables-legacy", "ip_tables_names"), ("ip6tables-legacy", "ip6_tables_names")):
        names = Path("/proc/net", tables)
        if names.exists() and "filter" in names.read_text().split() and is_installed(program):
            commands += iptables_commands(program, ports)
    return commands


def is_installed(program):
    return any(os.access(os.path.join(folder, program), os.X_OK) for folder in os.get_exec_path())


# What a file, another program or HAProxy may do to us; anything else is a fault of ours.
PROBLEMS = (OSError, ValueError, KeyError, TypeError, RuntimeError, subprocess.SubprocessError)


# --- The agent ---------------------------------------------------------------------------------------------------


class Agent:
    """What is known, and what follows from it. One thread changes it; the pages read it."""

    def __init__(self):
        self.keys = keys_for(slot_one())
        self.services = []
        self.manage_firewall = True
        self.hash = ""
        self.states = {}  # by service, by server: what HAProxy said last
        self.passed = set()  # checks_of() services of which a server has passed one
        self.settled = False  # whether HAProxy has made up its mind about every server
        self.live = {}  # by service: the servers in the maps
        self.places = set()  # where flows have been sent to
        self.table = ""  # its fingerprint after the last load
        self.again = set()  # places whose entries are deleted once more, and when
        self.again_at = 0.0
        self.haproxy = True  # whether it answered
        self.error = ""
        self.blocked = []  # commands that the firewall needs and that are not ours to run
        self.failovers, self.moved = Counter(), Counter()  # by (service, server)
        self.restored = 0  # how often the table was put back
        self.traffic, self.counted = Counter(), {}  # since the start; what the kernel's counters said last
        self.remember()

    def remember(self):
        """Take up what the last run knew."""
        try:
            known = json.loads(STATE.read_text(encoding="utf-8"))
            states, passed = known["states"], set(known["passed"])
            self.places = {tuple(place) for place in known["places"]}
            self.states, self.passed = states, passed
        except PROBLEMS:
            return

    def save(self):
        known = {"states": self.states, "passed": sorted(self.passed), "places": sorted(self.places)}
        STATE.parent.mkdir(exist_ok=True)
        new = STATE.with_suffix(".new")
        new.write_text(json.dumps(known), encoding="utf-8")
        new.replace(STATE)

    # Loading

    def read(self):
        """Read what the role wrote."""
        rules = RULES.read_text(encoding="utf-8")
        given = services_in(rules)
        before = places_by_name(self.services)
        self.services, self.manage_firewall = given["services"], given["manage_firewall"]
        places = places_by_name(self.services)
        # A server that moved to another address is a new one.
        self.states = {
            service: {
                server: state
                for server, state in self.states.get(service, {}).items()
                if server in servers and before.get(service, {}).get(server, servers[server]) == servers[server]
            }
            for service, servers in places.items()
        }
        self.passed = self.passed & {checks_of(service) for service in self.services}
        self.hash = hashlib.sha256(rules.encode() + CODE).hexdigest()
        return rules

    def load(self, why):
        """Put the whole table into the kernel, with the servers that live, in one transaction. The files that cannot be
        loaded change nothing: what runs goes on."""
        before = self.services, self.manage_firewall, self.states, self.passed, self.hash
        try:
            self.count_traffic()  # by the services whose counters these are
            rules = self.read()
            self.follow()
            live = {service["name"]: self.choose(service) for service in self.services}
            elements = [command for s in self.services for command in elements_of(s, live[s["name"]], self.keys)]
            run("nft", "-f", "-", text="\n".join([replacing(rules, fingerprint()), *elements, ""]))
        except PROBLEMS as problem:
            self.services, self.manage_firewall, self.states, self.passed, self.hash = before
            error = f"udp.nft was not loaded: {problem}"
            if error != self.error:
                say(error)
            self.error = error
            return
        self.live, self.error, self.table = live, "", fingerprint()
        self.counted = {}  # the counters of the new table begin at 0
        say(f"loaded {len(self.services)} services ({why})")
        notify_systemd()
        self.reconcile()
        self.open_firewall()

    def reconcile(self):
        """Delete flows to our services that lead nowhere, and to servers that are not kept."""
        gone = self.places - self.kept()
        self.places = self.kept()
        try:
            places = gone | set(strays(self.services, self.kept(), own_addresses()))
            denied = {place for place in places if len(place) > 3}
            deleted = sum(self.delete(places - denied).values())
            if denied:
                # There may be thousands, a process each: a failover does not wait for them.
                threading.Thread(target=lambda: [delete_flows_of(place) for place in denied], daemon=True).start()
        except PROBLEMS as problem:
            say(f"the flows there are were not looked through: {problem}")
            return
        if deleted:
            say(f"deleted {deleted} flows that led to no live server")
        self.save()

    def delete(self, places):
        """Delete flows now, and once more when no datagram can be under way by the old map."""
        self.again |= places
        self.again_at = time.monotonic() + SECOND_DELETION
        return delete_flows(places)

    # Following HAProxy

    def follow(self):
        """Ask HAProxy for the state of every server. Where it does not answer, what it said last stays."""
        try:
            rows = rows_of(ask_haproxy("show stat -1 4 -1"))
        except PROBLEMS as problem:
            if self.haproxy:
                say(f"HAProxy does not answer ({problem}); its last word stays")
            self.haproxy = self.settled = False
            return
        if not self.haproxy:
            say("HAProxy answers again")
        self.haproxy = self.settled = True
        for service in self.services:
            states = self.states.setdefault(service["name"], {})
            for server in service["servers"]:
                row = rows.get((f"udp_{service['name']}", server["name"]))
                self.settled &= row is not None and is_settled(row, rows)
                if row:
                    state, passed = state_of(row, rows, states.get(server["name"]))
                    states[server["name"]] = state
                    self.passed |= {checks_of(service)} if passed else set()

    def choose(self, service):
        states = self.states.get(service["name"], {})
        chosen = set()
        # An IPv4 client gets to IPv4 servers only: what lives of the other family helps it nothing.
        for version in FORWARDING:
            family = [server for server in service["servers"] if version_of(server["address"]) == version]
            known = {server["name"]: states.get(server["name"], NEW) for server in family}
            # Rules from before there were backups say nothing of them.
            backups = [server["name"] for server in family if server.get("backup")]
            chosen |= set(servers_for(known, service["fail_open"], self.live.get(service["name"], []), backups))
        return [server["name"] for server in service["servers"] if server["name"] in chosen]

    def kept(self):
        """The places whose flows stay: servers that new flows go to, that are only leaving, or of which nothing is known."""
        return {
            place_of(service, server)
            for service in self.services
            for server in service["servers"]
            if server["name"] in self.live.get(service["name"], [])
            or self.states.get(service["name"], {}).get(server["name"], NEW) in (UP, LEAVING, DRAINED, NEW)
        }

    def look(self):
        """Follow HAProxy, and change the maps of the services whose servers changed, all in one transaction."""
        before, open_before = self.kept(), {service["name"]: self.fails_open(service) for service in self.services}
        known = json.dumps([self.states, sorted(self.passed)])
        self.follow()
        live = {service["name"]: self.choose(service) for service in self.services}
        changed = [service for service in self.services if live[service["name"]] != self.live.get(service["name"])]
        commands = []
        for service in changed:
            maps = (f"{service['id']}_ipv4", f"{service['id']}_ipv6")
            commands += [f"flush map {' '.join(TABLE)} {name}" for name in maps]
            commands += elements_of(service, live[service["name"]], self.keys)
        if commands:
            try:
                run("nft", "-f", "-", text="\n".join([*commands, ""]))
            except PROBLEMS as problem:
                say(f"the maps were not changed: {problem}")
                self.load("the table was not as it was left")
                return
        was, self.live = self.live, live
        self.drop(before - self.kept())
        for service in self.services:
            if service in changed or self.fails_open(service) != open_before[service["name"]]:
                self.tell(service, was.get(service["name"], []))
        if json.dumps([self.states, sorted(self.passed)]) != known or changed:
            self.places |= self.kept()
            self.save()

    def drop(self, places):
        """Delete the flows of servers that died."""
        if not places:
            return
        self.places -= places
        deleted = self.delete(places)
        for service in self.services:
            for server in service["servers"]:
                place = place_of(service, server)
                if place in places:
                    self.failovers[service["name"], server["name"]] += 1
                    self.moved[service["name"], server["name"]] += deleted[place]

    def tell(self, service, was):
        now, states = self.live[service["name"]], self.states[service["name"]]
        other = [name for name in [*was, *now] if (name in was) != (name in now)]
        changes = ", ".join(f"{name} is {states.get(name, 'gone')}" for name in other)
        words = f"new flows go to {', '.join(now)}" if now else "no server is left, new flows are rejected"
        if self.fails_open(service):
            words = f"every check fails, so these are used (fail_open): {', '.join(now)}"
        say(f"{service['name']}: {'; '.join(filter(None, [changes, words]))}")

    def fails_open(self, service):
        states = self.states.get(service["name"], {})
        live = self.live.get(service["name"], [])
        return bool(live) and all(states.get(name, NEW) in (DOWN, NEW) for name in live)

    def delete_again(self):
        places, self.again = self.again, set()
        delete_flows(places - self.kept())

    # Others on the host

    def guard(self):
        """Put back what somebody took away: the table, and the rule in the firewall. Try again what could not be loaded."""
        found = fingerprint()
        if self.error:
            self.load("tried again")
        # An empty one was taken after somebody had flushed what had just been loaded.
        elif found != self.table or not found:
            self.restored += 1
            self.load("somebody changed the table")
        else:
            self.open_firewall()

    def open_firewall(self):
        ports = {service["port"] for service in self.services}
        self.blocked = []
        try:
            for command in firewall_commands(ports):
                if self.manage_firewall:
                    run(*command)
                    say(f"firewall: {shlex.join(command)}")
                elif not {"-D", "delete"} & set(command):
                    self.blocked.append(shlex.join(command))
        except PROBLEMS as problem:
            self.blocked.append(str(problem))

    def remove(self):
        """Take away everything that the agent and its files brought."""
        self.manage_firewall, self.services = True, []
        run("nft", "-f", "-", text=f"add table {' '.join(TABLE)}\ndelete table {' '.join(TABLE)}\n")
        for _ in range(2):
            delete_flows(self.places)
        self.open_firewall()
        STATE.unlink(missing_ok=True)
        if self.blocked:
            sys.exit(f"rules stay in a firewall: {'; '.join(self.blocked)}")

    # Telling

    def warnings(self):
        found = [self.error] if self.error else []
        for service in self.services:
            states = self.states.get(service["name"], {}).values()
            if checks_of(service) not in self.passed and states and all(state == DOWN for state in states):
                ports = ", ".join(str(port) for port in sorted({s["check_port"] for s in service["servers"]} - {None}))
                found.append(
                    f"{service['name']}: no server has passed its health check ({service['health']}, port {ports}) yet, so there "
                    "is no failover. Let the workers answer there, use `health: tcp` with a check_port of theirs, or `health: none`."
                )
        if self.blocked:
            found.append(f"a firewall drops forwarded traffic; let the UDP services through: {'; '.join(self.blocked)}")
        return found + [f"{name} is 0, so no datagram is forwarded: something has set it after the role" for name in self.not_forwarding()]

    def not_forwarding(self):
        """The settings of the kernel that keep it from forwarding to our servers."""
        versions = {version_of(server["address"]) for service in self.services for server in service["servers"]}
        return [name for version, name in FORWARDING.items() if version in versions and is_off(name)]

    def report(self):
        """What the role asks for."""
        services = {
            service["name"]: {
                "live": self.live.get(service["name"], []),
                "fail_open": self.fails_open(service),
                "ever_passed": checks_of(service) in self.passed,
                "servers": {s["name"]: self.states.get(service["name"], {}).get(s["name"], NEW) for s in service["servers"]},
            }
            for service in list(self.services)
        }
        known = {"hash": self.hash, "error": self.error, "settled": self.settled}
        return {**known, "services": services, "warnings": self.warnings()}

    def count_traffic(self):
        """Return packets and bytes by counter. A load begins at zero: what was counted before it is kept."""
        listing = json.loads(run("nft", "--json", "list", "counters", "table", *TABLE, check=False) or '{"nftables": []}')
        found = [entry["counter"] for entry in listing["nftables"] if "counter" in entry]
        now = {(counter["name"], unit): counter[unit] for counter in found for unit in ("packets", "bytes")}
        names = {s["id"]: (service["name"], s["name"]) for service in self.services for s in service["servers"]}
        for (counter, unit), number in now.items():
            if counter in names:
                before = self.counted.get((counter, unit), 0)
                self.traffic[names[counter], unit] += number - (before if before <= number else 0)
        self.counted = now
        return self.traffic


def say(words):
    print(words, flush=True)


# --- Metrics -----------------------------------------------------------------------------------------------------

METRICS = {
    "server_packets_total": ("counter", "Datagrams of clients that were sent to a server."),
    "server_bytes_total": ("counter", "Bytes of these datagrams, with their IP headers."),
    "server_flows": ("gauge", "Flows that the kernel keeps for a server."),
    "server_unanswered_flows": ("gauge", "Those of them in which the server has sent nothing."),
    "server_live": ("gauge", "Whether new flows go to a server."),
    "server_failovers_total": ("counter", "How often a server was taken out with its flows."),
    "server_moved_flows_total": ("counter", "Flows that were moved off a server."),
    "service_live_servers": ("gauge", "Servers that new flows go to."),
    "service_fail_open": ("gauge", "Whether all servers are used because every check fails."),
    "service_check_ever_passed": ("gauge", "Whether a server has ever passed its check: 0 is no failover."),
    "tables_restored_total": ("counter", "How often somebody changed the rules and they were put back."),
    "haproxy_up": ("gauge", "Whether HAProxy answers the agent."),
    "loaded": ("gauge", "Whether the files of the last deployment are loaded."),
    "firewall_blocks": ("gauge", "Whether a firewall needs a rule that is not the agent's to set."),
    "forwarding": ("gauge", "Whether the kernel forwards to the servers."),
}


def samples(agent, tracked):
    """Yield (metric, labels, value). Labels are those of HAProxy's own exporter, so that series can be joined.

    tracked: how many flows the kernel keeps, by place and whether they were answered.
    """
    traffic = agent.count_traffic()
    for service in list(agent.services):
        proxy = f'proxy="udp_{service["name"]}"'
        live = agent.live.get(service["name"], [])
        yield "service_live_servers", proxy, len(live)
        yield "service_fail_open", proxy, int(agent.fails_open(service))
        yield "service_check_ever_passed", proxy, int(checks_of(service) in agent.passed)
        for server in service["servers"]:
            names = service["name"], server["name"]
            labels = f'{proxy},server="{server["name"]}"'
            yield "server_live", labels, int(server["name"] in live)
            place = place_of(service, server)
            yield "server_flows", labels, tracked[place, True] + tracked[place, False]
            yield "server_unanswered_flows", labels, tracked[place, False]
            yield "server_failovers_total", labels, agent.failovers[names]
            yield "server_moved_flows_total", labels, agent.moved[names]
            yield "server_packets_total", labels, traffic[names, "packets"]
            yield "server_bytes_total", labels, traffic[names, "bytes"]
    yield "tables_restored_total", "", agent.restored
    yield "haproxy_up", "", int(agent.haproxy)
    yield "loaded", "", int(not agent.error)
    yield "firewall_blocks", "", int(bool(agent.blocked))
    yield "forwarding", "", int(not agent.not_forwarding())


def metrics_page(agent, lock):
    """Return the samples in Prometheus' text format, each metric in one piece."""
    # Not under the lock: listing 100,000 flows takes longer than a failover may.
    tracked = Counter(((port, address, server_port), answered) for _, port, _, address, server_port, answered in flows())
    found = {}
    with lock:
        measured = list(samples(agent, tracked))
    for metric, labels, value in measured:
        found.setdefault(metric, []).append(f"haproxy_udp_{metric}{{{labels}}} {value}" if labels else f"haproxy_udp_{metric} {value}")
    lines = []
    for metric, (kind, words) in METRICS.items():
        if metric in found:
            lines += [f"# HELP haproxy_udp_{metric} {words}", f"# TYPE haproxy_udp_{metric} {kind}", *found[metric]]
    return "\n".join([*lines, ""])


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 16


def serve_pages(agent, lock):
    """Answer /metrics/udp, which HAProxy passes on, and /state, which the role reads."""

    class Pages(http.server.BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self):
            path = self.path.partition("?")[0]
            kind, status = "text/plain; version=0.0.4", 200
            if path == "/metrics/udp":
                text = metrics_page(agent, lock)
            elif path == "/state":
                with lock:
                    kind, text = "application/json", json.dumps(agent.report())
            else:
                status, text = 404, "There is /metrics/udp and /state.\n"
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass  # a scrape every few seconds is no news

    Path(PAGES).unlink(missing_ok=True)
    server = Server(PAGES, Pages)
    os.chmod(PAGES, FOR_GROUP)
    threading.Thread(target=server.serve_forever, daemon=True).start()


# --- Running -----------------------------------------------------------------------------------------------------


def event_socket():
    """HAProxy's log lines of changes of state. Their text does not matter: `show stat` says what is so."""
    Path(EVENTS).unlink(missing_ok=True)
    events = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
    events.bind(EVENTS)
    os.chmod(EVENTS, FOR_GROUP)
    return events


def rules_socket():
    """The kernel's word that somebody changed nftables rules (nfnetlink's multicast group)."""
    rules = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_NONBLOCK, NETLINK_NETFILTER)
    rules.bind((0, 1 << (NFNLGRP_NFTABLES - 1)))
    return rules


def drain(source):
    try:
        while source.recv(65536):
            pass
    except OSError:
        pass  # empty, or (ENOBUFS) more than fits: the hint is the same


def notify_systemd():
    """Say that the rules are in the kernel (sd_notify(3)): the network may come up."""
    address = os.environ.get("NOTIFY_SOCKET")
    if address:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notification:
            notification.sendto(b"READY=1", "\0" + address[1:] if address.startswith("@") else address)


def main():
    wake, woken = socket.socketpair()
    woken.setblocking(False)
    signal.set_wakeup_fd(woken.fileno())
    received = []
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, lambda number, _: received.append(number))
    sources = {"events": event_socket(), "rules": rules_socket(), "signals": wake}
    wake.setblocking(False)
    selector = selectors.DefaultSelector()
    for name, source in sources.items():
        selector.register(source, selectors.EVENT_READ, name)
    lock = threading.RLock()
    agent = Agent()
    agent.load("start")
    serve_pages(agent, lock)
    notify_systemd()  # also where the load failed: it is tried again, and the network may come up
    guarded_at = guard_at = 0.0  # when the rules were looked at last, and when they are next
    while signal.SIGTERM not in received:
        due = min(guard_at, agent.again_at if agent.again else math.inf)
        ready = {key.data for key, _ in selector.select(max(0.0, min(POLL, due - time.monotonic())))}
        for name in ready:
            drain(sources[name])
        with lock:
            if signal.SIGHUP in received:
                received.remove(signal.SIGHUP)
                agent.load("reload")
            agent.look()
            now = time.monotonic()
            if agent.again and now >= agent.again_at:
                agent.delete_again()
            if "rules" in ready:
                guard_at = min(guard_at, max(now, guarded_at + SHORTEST))
            if now >= guard_at:
                agent.guard()
                guarded_at, guard_at = now, now + POLL


if __name__ == "__main__":
    if sys.argv[1:] == ["remove"]:
        Agent().remove()
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        main()
