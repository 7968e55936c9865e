"""How a host differs from its last deployment."""

import os
import re
import time

from ansible.module_utils import haproxy_history as history
from ansible.module_utils import haproxy_unit as unit
from ansible.module_utils.haproxy_files import LOADED, configuration_of, run

DROP_IN = "/etc/systemd/system/haproxy.service.d/nodeport.conf"


def is_active(name="haproxy"):
    return run("systemctl", "is-active", "--quiet", name).returncode == 0


def drift(known, disk, worker):
    """Return how a host differs from its last deployment, as sentences."""
    last = history.current(known)
    if last is None:
        return []
    found = []
    for file in history.contents(last):
        now = unit.read(file["path"])
        if now is None:
            found.append(f"{file['path']} is gone since deployment {last['number']}")
        elif now != file["content"]:
            found.append(f"{file['path']} was changed by hand since deployment {last['number']}")
    if worker is None:
        found.append("HAProxy does not run" if not is_active() else "HAProxy does not answer on its socket")
    elif not found:  # a file changed by hand is newer than the process, and that is said already
        found += worker_drift(disk, worker)
    if needs_reading():
        found.append("systemd has not read the unit since it was changed")
    if run("systemctl", "is-enabled", "--quiet", "haproxy").returncode != 0:
        found.append("HAProxy is not started at boot")
    return found


def needs_reading():
    """Whether systemd knows another unit than the disk. It does not notice a folder of drop-ins that is new."""
    known = run("systemctl", "show", "--property", "NeedDaemonReload,DropInPaths", "haproxy").stdout
    return "NeedDaemonReload=yes" in known or (DROP_IN in known) != os.path.exists(DROP_IN)


def worker_drift(disk, worker):
    if is_behind(disk, worker):
        yield "HAProxy runs another configuration than its files: a reload was lost, or it failed"
    if is_outdated(worker):
        yield f"HAProxy {installed()} is installed, and {worker['version']} runs"


def installed():
    """Return the version of the program on the disk; None where it says none."""
    said = re.search(r"version (\S+)", run("/usr/sbin/haproxy", "-v").stdout)
    return said and said[1]


def is_outdated(worker):
    """Whether the package was replaced under the process that runs."""
    return installed() not in (None, worker["version"])


def is_behind(disk, worker):
    """Whether the worker was started before its files were written, or runs another configuration than they say."""
    loaded = [file for file in disk if file["kind"] in LOADED and file["content"] is not None]
    wanted = unit.named_configuration(configuration_of(disk)["content"] or "")
    return worker["configuration"] != wanted or started(worker["pid"]) < max((written(file["path"]) for file in loaded), default=0)


def started(pid):
    """Return when a process was started, in seconds since 1970 (starttime of proc(5) counts ticks since boot)."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        ticks = int(stat.read().rpartition(")")[2].split()[19])
    return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME) + ticks / os.sysconf("SC_CLK_TCK")


def written(path):
    """Return when a file was written or came to its place. A time in the future says nothing: the clock was set."""
    changed = max(os.stat(path).st_mtime, os.stat(path).st_ctime)
    return changed if changed <= time.time() else 0
