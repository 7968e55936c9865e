"""Prints, as JSON, what the role has to know of a host before it touches it.

Sent behind running-process.py, udp-process.py and probe-udp.py. It only reads. Arguments: the addresses that services are to listen on.
"""

import glob
import hashlib
import ipaddress
import json
import re
import shutil
import subprocess
import sys

FOLDERS = ("/etc/haproxy", "/var/lib/haproxy", "/var/lib/nodeport-haproxy")  # that the role writes to
BOOL_SAMPLE_CONVERSION = (3, 1)  # the first HAProxy that has this directive for Lua, and warns where it is not set
CAP_SYS_RESOURCE = 24  # capabilities(7): may raise the limit of open files


def os_release():
    """Return ID, ID_LIKE and VERSION_CODENAME as os-release(5) gives them."""
    fields = {}
    with open("/etc/os-release", encoding="utf-8") as release:
        for line in release:
            key, _, value = line.strip().partition("=")
            fields[key] = value.strip("\"'")
    return {key: fields.get(key, "") for key in ("ID", "ID_LIKE", "VERSION_CODENAME")}


def output(*command):
    """Return what a command prints, also where it ends with an error; an empty text where it is not there."""
    try:
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def open_files():
    """Return how many files a service may have open at most: the first process' limit, or the kernel's."""
    with open("/proc/1/status", encoding="utf-8") as status:
        capabilities = next(int(line.split()[1], 16) for line in status if line.startswith("CapEff:"))
    if capabilities >> CAP_SYS_RESOURCE & 1:
        with open("/proc/sys/fs/nr_open", encoding="utf-8") as kernel:
            return int(kernel.read())
    with open("/proc/1/limits", encoding="utf-8") as limits:
        return next(int(line.split()[4]) for line in limits if line.startswith("Max open files"))


def is_usable(text):
    """Whether a socket can be bound to the address on this host, which `ip_nonlocal_bind` allows for any."""
    family = socket.AF_INET6 if ipaddress.ip_address(text).version == 6 else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.bind((text, 0))
    except OSError:
        return False
    return True


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
    """Return the ports of the bind lines of the configuration and of those that were deployed before it."""
    ports = set()
    for path in (CONFIGURATION, *glob.glob("/var/lib/nodeport-haproxy/deployments/*/haproxy.cfg")):
        try:
            with open(path, encoding="utf-8") as lines:
                ports |= {int(port) for line in lines for port in re.findall(r"^\s*bind\s.*?:(\d+)(?=[\s,]|$)", line)}
        except OSError:
            continue
    return ports


def address(text):
    """Return the IP address that /proc/net/tcp writes as host-order words in hexadecimal."""
    words = [bytes.fromhex(text[i : i + 8]) for i in range(0, len(text), 8)]
    if sys.byteorder == "little":
        words = [word[::-1] for word in words]
    return str(ipaddress.ip_address(b"".join(words)))


def sockets(protocol, state):
    """Yield address, port and inode of each socket of a protocol in a state (proc(5))."""
    for table in (f"/proc/net/{protocol}", f"/proc/net/{protocol}6"):
        if os.path.exists(table):
            with open(table, encoding="utf-8") as lines:
                for fields in (line.split() for line in list(lines)[1:]):
                    if fields[3] == state:
                        host, port = fields[1].split(":")
                        yield address(host), int(port, 16), fields[9]


def tcp_listeners(active, owners):
    """Return address, port, process and pid of each listening TCP socket."""
    # In a container root may not see whose sockets HAProxy's are: there its configuration has to tell.
    ours = bound_ports() if active else set()
    listeners = []
    for host, port, inode in sockets("tcp", "0A"):
        unseen = {"process": "haproxy" if port in ours else "another process", "pid": 0}
        listeners.append({"address": host, "port": port, **owners.get(inode, unseen)})
    return listeners


def is_package(name):
    return output("dpkg-query", "-W", "-f", "${db:Status-Status}", name) == "installed"


def haproxy_version():
    """Return the version of the package that is installed, or that would be; empty where nobody knows."""
    installed = output("dpkg-query", "-W", "-f", "${Version}", "haproxy")
    candidate = re.search(r"^ *Candidate: (\S+)$", output("apt-cache", "policy", "haproxy"), re.MULTILINE)
    return installed or (candidate[1] if candidate else "")


def is_since(version, first):
    """Whether a package's version is this release of HAProxy, or a later one."""
    parts = re.match(r"(?:\d+:)?(\d+)\.(\d+)", version)
    return parts is not None and (int(parts[1]), int(parts[2])) >= first


def configuration():
    """Return whose haproxy.cfg stands there: `ours`, `package`, `foreign`, or `none`."""
    try:
        with open(CONFIGURATION, "rb") as file:
            text = file.read()
    except OSError:
        return "none"
    if b"setenv NODEPORT_CONFIGURATION " in text:
        return "ours"
    listed = output("dpkg-query", "-W", "-f", "${Conffiles}", "haproxy")
    known = re.search(rf"^ *{CONFIGURATION} (\w+)", listed, re.MULTILINE)
    digest = hashlib.md5(text, usedforsecurity=False).hexdigest()  # what dpkg keeps of a configuration file
    return "package" if known and known[1] == digest else "foreign"


def main():
    active = output("systemctl", "is-active", "haproxy") == "active"
    owners = socket_owners()
    version = haproxy_version()
    facts = {
        "os": os_release(),
        "installed": is_package("haproxy"),
        "version": version,
        "bool_sample_conversion": is_since(version, BOOL_SAMPLE_CONVERSION),
        "packages": [name for name in ("haproxy", *UDP_PACKAGES) if is_package(name)],
        "udp": udp_facts(owners),
        "enabled": output("systemctl", "is-enabled", "haproxy"),
        "active": active,
        "configuration": configuration(),
        "free": {folder: shutil.disk_usage(folder).free for folder in ("/etc", "/var/lib", *FOLDERS) if os.path.isdir(folder)},
        "ipv6": os.path.exists("/proc/net/if_inet6"),
        "open_files": open_files(),
        "unusable_addresses": [text for text in sys.argv[1:] if not is_usable(text)],
        "listeners": tcp_listeners(active, owners),
    }
    print(json.dumps(facts))


main()
