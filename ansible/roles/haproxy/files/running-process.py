"""What the scripts of the role share: they are sent to a host behind this text, in one piece.

It asks the HAProxy that runs. Python 3.9, standard library.
"""

import os
import socket
import time

CONFIGURATION = "/etc/haproxy/haproxy.cfg"
SOCKET = "/run/haproxy/admin.sock"


def ask(command):
    """Return HAProxy's answer to one command of its Runtime API; OSError where it does not answer."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(SOCKET)
        connection.sendall(command.encode() + b"\n")
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def started(pid):
    """Return when a process was started, in seconds since 1970 (starttime of proc(5) counts ticks since boot)."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        ticks = int(stat.read().rpartition(")")[2].split()[19])
    boot = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
    return boot + ticks / os.sysconf("SC_CLK_TCK")


def written(files):
    """Return when the newest of some files was written. A time in the future says nothing: the clock was set."""
    times = [os.stat(file).st_mtime for file in files]
    return max((seconds for seconds in times if seconds <= time.time()), default=0)
