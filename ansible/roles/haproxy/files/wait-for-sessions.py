"""Waits until each frontend that is named has had a session since HAProxy was reloaded.

Sent behind running-process.py. Arguments: frontends that had new sessions right before. Exit 1: one has none for 20 s.
"""

import csv
import io
import sys

PATIENCE = 20.0  # seconds


def idle(names):
    """Return those of the frontends that have had no session."""
    rows = csv.DictReader(io.StringIO(ask("show stat").lstrip("# ")))
    return [row["pxname"] for row in rows if row["type"] == "0" and row["pxname"] in names and row["stot"] == "0"]


def main():
    deadline = time.monotonic() + PATIENCE
    while idle(sys.argv[1:]):
        if time.monotonic() > deadline:
            names = ", ".join(idle(sys.argv[1:]))
            sys.exit(f"no client has connected to {names} since the change, and before it they did; the balancers after this one were not touched")
        time.sleep(0.1)


main()
