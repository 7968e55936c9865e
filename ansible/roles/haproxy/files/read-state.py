"""Prints `show stat` of the running HAProxy once it serves every service that is named.

A reload is asynchronous, and it is reported as done even when the new process could not start: so the
running process is asked, for up to 10 s, until each NAME of the arguments has a frontend.
Exit 1: HAProxy does not answer, or a service is missing in it.
"""

import socket
import sys
import time

SOCKET = "/run/haproxy/admin.sock"
PATIENCE = 10.0  # seconds


def ask(command):
    """Return HAProxy's answer to one command of its Runtime API."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(SOCKET)
        connection.sendall(command.encode() + b"\n")
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def missing(stat, names):
    """Return the names that have no frontend in the answer to `show stat`."""
    frontends = {fields[0] for fields in (line.split(",", 2) for line in stat.splitlines()) if fields[1:2] == ["FRONTEND"]}
    return [name for name in names if name not in frontends]


def main(names):
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            stat = ask("show stat")
            lost = missing(stat, names)
            problem = f"HAProxy runs without {', '.join(lost)}: the reload did not take"
        except OSError as error:
            lost, problem = names, f"HAProxy does not answer on {SOCKET}: {error}"
        else:
            if not lost:
                print(stat)
                return
        if time.monotonic() > deadline:
            sys.exit(f"{problem}. Its own words are in: journalctl -u haproxy -n 50")
        time.sleep(0.05)


main(sys.argv[1:])
