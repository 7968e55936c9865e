"""Prints, as JSON, what the role has to know of a host before it touches it.

It only reads. It needs Python 3.9 and nothing beside the standard library.
"""

import json
import os
import subprocess


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


def installed_version():
    """Return the version of the package haproxy, empty where it is not installed."""
    status, _, version = output("dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", "haproxy").partition(" ")
    return version if status == "installed" else ""


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


def address(text):
    """Return the IP address that /proc/net/tcp writes as host-order words in hexadecimal."""
    import ipaddress
    import sys

    words = [bytes.fromhex(text[i : i + 8]) for i in range(0, len(text), 8)]
    if sys.byteorder == "little":
        words = [word[::-1] for word in words]
    return str(ipaddress.ip_address(b"".join(words)))


def tcp_listeners():
    """Return address, port, process and pid of each listening TCP socket (proc(5), state 0A)."""
    owners = socket_owners()
    listeners = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not os.path.exists(table):
            continue
        with open(table, encoding="utf-8") as sockets:
            for fields in (line.split() for line in list(sockets)[1:]):
                if fields[3] == "0A":
                    host, port = fields[1].split(":")
                    owner = owners.get(fields[9], {"process": "another process", "pid": 0})
                    listeners.append({"address": address(host), "port": int(port, 16), **owner})
    return listeners


print(
    json.dumps(
        {
            "os": os_release(),
            "version": installed_version(),
            "enabled": output("systemctl", "is-enabled", "haproxy") == "enabled",
            "active": output("systemctl", "is-active", "haproxy") == "active",
            "ipv6": os.path.exists("/proc/net/if_inet6"),
            "listeners": tcp_listeners(),
        }
    )
)
