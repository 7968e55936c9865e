"""What HAProxy says of its frontends and servers, and what a deployment did to them."""

import csv
import io
import re
import time

from ansible.module_utils.haproxy_text import frontends, server_lines
from ansible.module_utils.haproxy_unit import ask

FIRST_CHECKS = 8.0  # seconds: a wrong check is known after one interval and three failures
SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
FRONTEND, SERVER = "0", "2"  # `type` of show stat


def rows():
    """Return the rows of `show stat`, as dictionaries by the names of its columns."""
    return list(csv.DictReader(io.StringIO(ask("show stat").lstrip("# "))))


def servers(stat):
    """Return the row of each server, by backend and name."""
    return {(row["pxname"], row["svname"]): row for row in stat if row["type"] == SERVER}


def is_undecided(row):
    """Whether HAProxy makes up its mind about a server: not checked yet, or on its way up or down (`UP 2/3`)."""
    return row["check_status"] == "INI" or row["check_status"].startswith("* ") or "/" in row["status"]


def interval(words):
    """Return how often the server of a line is checked, in seconds; 0 without a check of its own."""
    parts = re.fullmatch(r"(\d+)(ms|s|m|h|d)", words[words.index("inter") + 1]) if "inter" in words else None
    return int(parts[1]) * SECONDS[parts[2]] if parts else 0


def settled(text):
    """Return the rows once every server has been checked, or what is known after a while.

    text: the configuration; a server that is checked too seldom is not waited for.
    """
    seldom = [key for key, words in server_lines(text).items() if interval(words) > FIRST_CHECKS]
    deadline = time.monotonic() + FIRST_CHECKS
    while True:
        stat = rows()
        awaited = [row for key, row in servers(stat).items() if key not in seldom]
        if time.monotonic() > deadline or not any(map(is_undecided, awaited)):
            return stat
        time.sleep(0.05)


def is_up(row):
    return row["status"].startswith("UP")


def not_listening(stat, text):
    """Return the frontends of a configuration that do not listen."""
    open_now = {row["pxname"] for row in stat if row["type"] == FRONTEND and row["status"] == "OPEN"}
    return [name for name in frontends(text) if name not in open_now]


def busy(stat):
    """Return the frontends with at least two new sessions in the last second; the pages of HAProxy itself do not count."""
    ours = ("stats", "metrics")
    return [row["pxname"] for row in stat if row["type"] == FRONTEND and row["pxname"] not in ours and int(row["rate"] or 0) >= 2]


def losses(before, after, old, new):
    """Return what services lost by a deployment, as texts, without what was taken out or changed.

    before, after: rows of `show stat`; old, new: the two configurations.
    """
    was, now = servers(before), servers(after)
    old_lines, new_lines = server_lines(old), server_lines(new)
    found = []
    for backend in sorted({backend for backend, _ in now}):
        had = [name for (within, name), row in was.items() if within == backend and row["status"] == "UP"]
        has = [name for (within, name), row in now.items() if within == backend and (is_up(row) or row["status"] == "no check")]
        lost = [
            name
            for name in had
            if name not in has and (backend, name) in new_lines and new_lines[backend, name] == old_lines.get((backend, name))
        ]
        if had and not has:
            found.append(f"{backend}: no server is up, {len(had)} were before")
        elif lost:
            found.append(f"{backend}: {len(has)} servers are up, {len(had)} were before")
        else:
            continue
        names = [name for (within, name), row in now.items() if within == backend and name in had and not is_up(row)]
        found += [f"  {name}: {now[backend, name]['status']} {now[backend, name]['check_status']}" for name in names]
    return found
