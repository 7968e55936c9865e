"""Tests on the kernel itself, each in an empty network namespace that is gone with the next one.

They need root (in a user namespace of its own, a load of several services is too long for netlink), and nft, conntrack,
iptables and ip. Without those they are skipped.
"""

import contextlib
import ctypes
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import agent  # noqa: E402

EXAMPLES = Path(__file__).parents[5] / "examples"
CLONE_NEWNET = 0x40000000  # sched.h; os.unshare came with Python 3.12
BALANCER, PORT = "192.0.2.2", 51820
UP, DOWN = ("UP", "L7OK"), ("DOWN", "L7STS")
WORKERS = ("k8s-worker-1", "k8s-worker-2", "k8s-worker-3")


def missing():
    """Why the kernel cannot be tested here; empty where it can."""
    absent = [program for program in ("nft", "conntrack", "iptables", "ip") if not shutil.which(program)]
    if absent:
        return f"{', '.join(absent)} missing"
    return "" if os.geteuid() == 0 else "not root"


if missing():
    print(f"skipped: {missing()}", file=sys.stderr)  # unittest only counts


def run(*command):
    """Run a command and return its output; an exception with its words where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


class KernelTest(unittest.TestCase):
    """The guide's WireGuard service on a balancer whose HAProxy says what the test wants."""

    def setUp(self):
        if missing():
            self.skipTest(missing())
        if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET):
            self.skipTest(f"no network namespace: {os.strerror(ctypes.get_errno())}")
        run("ip", "link", "add", "balancer", "type", "veth", "peer", "name", "lan")
        run("ip", "address", "add", f"{BALANCER}/24", "dev", "balancer")
        for link in ("lo", "balancer", "lan"):
            run("ip", "link", "set", link, "up")
        run("ip", "route", "add", "default", "dev", "balancer")
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(contextlib.redirect_stdout(io.StringIO()))
        self.udp = agent.load(self.folder)
        self.haproxy = agent.Haproxy(self.udp.RUNTIME_API)
        self.addCleanup(self.haproxy.close)
        self.deploy()
        self.states(UP, UP, UP)

    def enterContext(self, context):  # unittest has it from Python 3.11 on
        entered = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return entered

    def deploy(self, example="wireguard", **changes):
        """Write the files of an example. changes: of its first service, and `manage_firewall`."""
        shutil.copy(EXAMPLES / example / "udp.nft", self.udp.RULES)
        given = self.udp.services_in(self.udp.RULES.read_text(encoding="utf-8"))
        given["manage_firewall"] = changes.pop("manage_firewall", given["manage_firewall"])
        given["services"][0].update(changes)
        rules = re.sub(r"^# agent: .*\n", "", self.udp.RULES.read_text(encoding="utf-8"), flags=re.MULTILINE)
        self.udp.RULES.write_text(f"{rules}\n# agent: {json.dumps(given)}\n", encoding="utf-8")

    def states(self, *states):
        self.haproxy.rows.update({("wireguard", name): state for name, state in zip(WORKERS, states)})

    def started(self):
        made = self.udp.Agent()
        made.load("start")
        self.assertEqual(made.error, "")
        return made

    def slots(self, name="service1_ipv4"):
        """How many slots each server has in the kernel's map."""
        try:
            listing = json.loads(run("nft", "--json", "list", "map", "inet", "haproxy_udp", name))
        except AssertionError:
            return {}
        (found,) = [entry["map"] for entry in listing["nftables"] if "map" in entry]
        return dict(Counter(server["concat"][0] for _, server in found.get("elem", [])))

    def send(self, source_port, count=1):
        """Send datagrams to the service, as one flow."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.bind((BALANCER, source_port))
            client.connect((BALANCER, PORT))
            for _ in range(count):
                client.send(b"datagram")

    def flows(self):
        """The server that each flow goes to, by its source port."""
        lines = run("conntrack", "-L", "-p", "udp", "--orig-port-dst", str(PORT)).splitlines()
        fields = [[part.split("=")[1] for part in line.split() if "=" in part] for line in lines]
        return {int(found[2]): found[4] for found in fields}

    def until(self, condition, what, seconds=10):
        """Wait for it, and return how long it took in ms."""
        began = time.monotonic()
        while not condition():
            self.assertLess(time.monotonic() - began, seconds, f"not within {seconds} s: {what}")
            time.sleep(0.005)
        return (time.monotonic() - began) * 1000
