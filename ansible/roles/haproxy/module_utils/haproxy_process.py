"""The HAProxy that systemd runs: made to run what is on the disk, and looked at then."""

import re
import time

from ansible.module_utils import haproxy_servers as servers
from ansible.module_utils import haproxy_text as text
from ansible.module_utils import haproxy_unit as unit
from ansible.module_utils.haproxy_drift import is_active, needs_reading
from ansible.module_utils.haproxy_files import Failure, run

START_PATIENCE = 10.0  # seconds


def read_units():
    """Have systemd read units that are newer than what it knows, also those of a deployment that was killed."""
    if needs_reading():
        run("systemctl", "daemon-reload")


def start_or_reload(wanted, services):
    """Have HAProxy run what is on the disk; Failure with its own words where it does not."""
    since = time.time()
    if is_active():
        ended = run("systemctl", "reload", "haproxy")
    else:
        run("systemctl", "reset-failed", "haproxy")
        ended = run("systemctl", "start", "haproxy")
    if wanted is None and ended.returncode == 0:
        return  # a configuration of others, which may have no socket to ask
    deadline = time.monotonic() + (START_PATIENCE if ended.returncode == 0 else 0)
    worker = unit.running()
    while (worker is None or worker["configuration"] != wanted) and time.monotonic() < deadline:
        time.sleep(0.05)
        worker = unit.running()
    if ended.returncode != 0 or worker is None or worker["configuration"] != wanted:
        raise Failure(["HAProxy does not run the new configuration. Its own words:", *words_since(since, services)])


def words_since(since, services):
    said = run("journalctl", "--unit", "haproxy", "--since", f"@{since - 0.5:.3f}", "--output", "cat", "--no-pager").stdout
    alerts = "\n".join(line for line in said.splitlines() if re.search("ALERT|emerg", line))
    return text.words_of_haproxy(alerts, unit.read(unit.CONFIGURATION) or "", services) or ["none; more of it: journalctl -u haproxy -n 50"]


def rows():
    """Return the rows of `show stat`; none where HAProxy does not answer."""
    try:
        return servers.rows()
    except OSError:
        return []


def verify(new, old, before, expect_servers_up):
    """Look at the process that runs now; Failure where it listens less, or has fewer servers up, than it should."""
    if unit.named_configuration(new) is None:
        return
    stat = servers.settled(new)
    silent = servers.not_listening(stat, new)
    if silent:
        raise Failure([f"these frontends do not listen: {', '.join(silent)}"])
    lost = servers.losses(before, stat, old, new) if expect_servers_up else []
    if lost:
        mend = "Where this is meant, deploy with haproxy_expect_servers_up: false."
        raise Failure(["services lost servers by it:", *lost, mend])
