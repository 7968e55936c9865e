"""Prints, as JSON, what the role has to know of a host before it touches it.

It only reads. It needs Python 3.9 and nothing beside the standard library.
"""

import ipaddress
import json
import os
import re
import socket
import subprocess
import sys
import time

CONFIGURATION = "/etc/haproxy/haproxy.cfg"
SCRIPT = "/etc/haproxy/end-sessions.lua"
SOCKET = "/run/haproxy/admin.sock"


def os_release():
    """Return ID, ID_LIKE and VERSION_CODENAME as os-release(5) gives them."""
    fields = {}
    with open("/etc/os-release", encoding="utf-8") as release:
        for line in release:
            key, _, value = line.strip().partition("=")
            fields[key] = value.strip("\"'")
    return {key: fields.get(key, "") for key in ("ID", "ID_LIKE", "VERSION_CODENAME")}


def output(*command):
    """Return what a command prints, or an empty text where it fails or is not there."""
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def is_installed():
    """Whether the package haproxy is installed."""
    return output("dpkg-query", "-W", "-f", "${db:Status-Status}", "haproxy") == "installed"


def is_active():
    """Whether systemd runs HAProxy."""
    return output("systemctl", "is-active", "haproxy") == "active"


def is_stale():
    """Whether HAProxy's worker is older than the configuration file, as after a reload that was lost or failed."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(5)
            connection.connect(SOCKET)
            connection.sendall(b"show info\n")
            answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
        pid = next(line.split(": ")[1] for line in answer.splitlines() if line.startswith("Pid: "))
        return started(pid) < max(os.stat(file).st_mtime for file in (CONFIGURATION, SCRIPT))
    except (OSError, StopIteration):
        return True


def started(pid):
    """Return when a process was started, in seconds since 1970 (starttime of proc(5) counts ticks since boot)."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        ticks = int(stat.read().rpartition(")")[2].split()[19])
    boot = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
    return boot + ticks / os.sysconf("SC_CLK_TCK")


def socket_owners():
    """Return the name and id of the process that holds each socket, by the socket's inode."""
    owners = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/comm", encoding="utf-8") as comm:
                name = comm.read().strip()
            for fd in os.listdir(f"/proc/{pid}/fd"):
                link = os.readlink(f"/proc/{pid}/fd/{fd}")
                if link.startswith("socket:["):
                    owners[link[8:-1]] = {"process": name, "pid": int(pid)}
        except OSError:
            continue  # the process has ended meanwhile
    return owners


def bound_ports():
    """Return the ports of the configuration's bind lines."""
    try:
        with open(CONFIGURATION, encoding="utf-8") as lines:
            return {int(port) for line in lines for port in re.findall(r"^\s*bind\s.*?:(\d+)(?=[\s,]|$)", line)}
    except OSError:
        return set()


def address(text):
    """Return the IP address that /proc/net/tcp writes as host-order words in hexadecimal."""
    words = [bytes.fromhex(text[i : i + 8]) for i in range(0, len(text), 8)]
    if sys.byteorder == "little":
        words = [word[::-1] for word in words]
    return str(ipaddress.ip_address(b"".join(words)))


def tcp_listeners():
    """Return address, port, process and pid of each listening TCP socket (proc(5), state 0A)."""
    owners = socket_owners()
    # In a container root may not see whose sockets HAProxy's are: there its configuration has to tell.
    ours = bound_ports() if is_active() else set()
    listeners = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not os.path.exists(table):
            continue
        with open(table, encoding="utf-8") as sockets:
            for fields in (line.split() for line in list(sockets)[1:]):
                if fields[3] == "0A":
                    host, port = fields[1].split(":")
                    port = int(port, 16)
                    unseen = {"process": "haproxy" if port in ours else "another process", "pid": 0}
                    listeners.append({"address": address(host), "port": port, **owners.get(fields[9], unseen)})
    return listeners


print(
    json.dumps(
        {
            "os": os_release(),
            "installed": is_installed(),
            "enabled": output("systemctl", "is-enabled", "haproxy") == "enabled",
            "active": is_active(),
            "stale": is_stale(),
            "ipv6": os.path.exists("/proc/net/if_inet6"),
            "listeners": tcp_listeners(),
        }
    )
)
