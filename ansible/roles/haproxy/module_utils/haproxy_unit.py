#!/usr/bin/python3
"""What systemd runs for the unit haproxy, beside HAProxy itself.

    haproxy-unit prepare   before a start: HAProxy warns where the file of the servers' state is missing
    haproxy-unit forget    after a start: what it was told of its servers is old from now on
    haproxy-unit reload    a reload that tells the truth: it ends with 0 once a new worker runs the configuration
    haproxy-unit save      before a stop: keeps the servers' state for the next start

HAProxy forgets what was set at runtime, a drain or a maintenance, unless it finds it in a file (configuration.txt,
load-server-state-from-file). And systemd takes a reload for done once the signal is sent: the master keeps the old
worker where the new one cannot start. The role's module deploys with the same functions. Python 3.9, standard library.
"""

import ipaddress
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

CONFIGURATION = "/etc/haproxy/haproxy.cfg"
SOCKET = "/run/haproxy/admin.sock"
MASTER_SOCKET = "/run/haproxy-master.sock"
STATE = "/var/lib/haproxy/server-state"
COUNTS = "/var/lib/haproxy/reloads"
EMPTY_STATE = "1\n"  # the version of the format
PATIENCE = 30.0  # seconds: HAProxy tries for 2 s to bind, and a large configuration takes its time
SETTLED = 3.0  # seconds: longer than HAProxy tries to bind
UNCHECKED = ("1", "0")  # srv_check_status, srv_check_result: `show stat` says INI until the first check


def ask(command, path=SOCKET):
    """Return the answer to one command of the Runtime API; OSError where nothing answers within 5 s."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(path)
        connection.sendall(command.encode() + b"\n")
        if path == MASTER_SOCKET:  # the master waits for more otherwise; a worker would drop what it has not answered
            connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode(errors="replace")


def running():
    """Return pid, version and configuration (its hash, None without one) of the worker that answers; None without one."""
    try:
        answer = ask("show info;show env NODEPORT_CONFIGURATION")
        fields = dict(line.split(": ", 1) for line in answer.splitlines() if ": " in line)
        named = re.search(r"^NODEPORT_CONFIGURATION=(\S+)$", answer, re.MULTILINE)
        return {"pid": int(fields["Pid"]), "version": fields["Version"], "configuration": named[1] if named else None}
    except (OSError, KeyError, ValueError):
        return None


def processes():
    """Return the master's view, by `show proc`: its reloads and failed reloads, the pids of current and of old workers."""
    seen = {"reloads": 0, "failed": 0, "current": [], "old": []}
    part = None
    for line in ask("show proc", MASTER_SOCKET).splitlines():
        fields = line.split()
        if line.startswith("#"):
            part = {"# workers": "current", "# old workers": "old"}.get(line.strip())
        elif fields[1:2] == ["master"]:
            # 2.2 has a column more, the relative pid, and does not count failures.
            counted = re.search(r"(\d+) \[failed: (\d+)\]", line)
            seen["reloads"], seen["failed"] = (int(counted[1]), int(counted[2])) if counted else (int(fields[3]), 0)
        elif fields[1:2] == ["worker"] and part:
            # A worker that 2.2 was left with after a reload that failed stands among the old ones.
            seen[part].append(int(fields[0]))
    return seen


def named_configuration(text):
    """Return the hash that a configuration names itself by; None where it has none."""
    named = re.search(r"^\s*setenv NODEPORT_CONFIGURATION (\S+)$", text, re.MULTILINE)
    return named[1] if named else None


def read(path):
    """Return a file's text, bytes that are no UTF-8 kept as surrogates; None where there is none."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except FileNotFoundError:
        return None


def write_beside(path, text, mode):
    """Write a text to a file of another name in the same folder, and return that name. A full disk shows here."""
    handle, temporary = tempfile.mkstemp(prefix=f".{os.path.basename(path)}.", dir=os.path.dirname(path))
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def write(path, text, mode=0o644):
    """Put a text in a file's place at once: nobody ever reads half of it."""
    os.rename(write_beside(path, text, mode), path)


def same_host(one, other):
    try:
        return ipaddress.ip_address(one) == ipaddress.ip_address(other)
    except ValueError:
        return one == other


def addresses(text):
    """Return host and port of each server of a configuration, by backend and name."""
    found = {}
    section = ""
    for line in text.splitlines():
        words = line.split()
        if line[:1].strip() and words[0] in ("backend", "listen"):
            section = words[1]
        elif line[:1].strip() and words[0] != "#":
            section = ""
        elif section and words[:1] == ["server"] and len(words) > 2:
            host, _, port = words[2].rpartition(":")
            found[section, words[1]] = (host.strip("[]"), port)
    return found


def kept_state(state, text):
    """Return the lines of `show servers state` that hold for a configuration, as not checked since.

    HAProxy would take address and port of a server from them although the configuration has new ones: measured on
    2.2, 2.6, 3.0 and 3.2, a changed NodePort stayed the old one.
    """
    now = addresses(text)
    lines = []
    for line in state.splitlines()[1:]:
        words = line.split(" ")
        if line.startswith("#"):
            lines.append(line)
        elif len(words) > 18 and (words[1], words[3]) in now:
            host, port = now[words[1], words[3]]
            if port == words[18] and (same_host(host, words[4]) or host == words[17]):
                lines.append(" ".join([*words[:10], *UNCHECKED, *words[12:]]))
    return "\n".join(["1", *lines, ""])


def save():
    """Keep the servers' state for the process that comes next, where one runs."""
    try:
        write(STATE, kept_state(ask("show servers state"), read(CONFIGURATION) or ""))
    except OSError as error:
        say(f"the state of the servers is not kept: {error}")


def forget():
    """Take away what a process was told of its servers: another that starts later would believe it."""
    try:
        write(STATE, EMPTY_STATE)
    except OSError as error:
        say(f"the old state of the servers is not replaced, but taken away: {error}")
        if os.path.exists(STATE):
            os.truncate(STATE, 0)


def prepare():
    if read(STATE) is None:
        forget()


def say(text):
    print(f"haproxy-unit: {text}", file=sys.stderr, flush=True)


def is_refused():
    """Whether HAProxy finds the configuration wrong; it says itself why."""
    return subprocess.run(["/usr/sbin/haproxy", "-c", "-q", "-f", CONFIGURATION], check=False, stdin=subprocess.DEVNULL).returncode != 0


def became(before, known, wanted, elapsed=0.0):
    """Return whether a reload took, None while nobody can say. before: processes(); known: the worker that ran.

    A configuration of others may have no socket to ask: a new worker that the master has for a while has to do then. What says that it failed differs: from 2.5 on the master counts it; 2.2 is left without a current worker.
    """
    now = running()
    try:
        after = processes()
    except (OSError, ValueError, IndexError):
        return None  # it is loading, and the master of 2.6 would lose another reload now, though the worker may answer
    is_new = now is not None and now["pid"] not in (*before["current"], *before["old"], known)
    if is_new and now["configuration"] == wanted:
        return True
    if after["failed"] > before["failed"] or (after["reloads"] > before["reloads"] and not after["current"]):
        return False
    if wanted is None and now is None and elapsed > SETTLED and set(after["current"]) - {*before["current"], known}:
        return True
    return None


def count(took):
    """Keep how many reloads there were, and how many failed: HAProxy's own exporter does not say."""
    counted = re.match(r"reloads (\d+) failures (\d+)", read(COUNTS) or "") or ("", 0, 0)
    try:
        write(COUNTS, f"reloads {int(counted[1]) + 1} failures {int(counted[2]) + (not took)}\n")
    except OSError as error:
        say(f"this reload is not counted: {error}")


def reload():
    """Reload HAProxy; return whether a new worker runs the configuration."""
    if is_refused():
        say("nothing was reloaded: HAProxy refuses the configuration")
        return False
    before, now = processes(), running()
    wanted = named_configuration(read(CONFIGURATION) or "")
    save()
    os.kill(int(os.environ["MAINPID"]), signal.SIGUSR2)
    begun = time.monotonic()
    took = None
    while took is None and time.monotonic() - begun < PATIENCE:
        time.sleep(0.02)
        took = became(before, now and now["pid"], wanted, time.monotonic() - begun)
    forget()
    count(took)
    if not took:
        say("the new configuration does not run; HAProxy goes on with the one before")
    return bool(took)


def main():
    commands = {"prepare": prepare, "forget": forget, "save": save, "reload": reload}
    if sys.argv[1:] == [] or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]]() is False)


if __name__ == "__main__":
    main()
