"""An agent with files of its own, a HAProxy that is a socket, and a kernel that is what it was told."""

import contextlib
import io
import json
import tempfile
import unittest
from collections import Counter

import agent

UP, DOWN, STARTED = ("UP", "L7OK"), ("DOWN", "L7STS"), ("UP 1/2", "INI")
WORKERS = ("worker-1", "worker-2", "worker-3")


class Kernel:
    """Takes the agent's commands, and answers as if it had run them."""

    def __init__(self):
        self.commands, self.loads, self.deleted = [], [], []
        self.table, self.counters, self.forward, self.problem = "the table", {}, "", ""

    def run(self, *command, text=None, **_):
        self.commands.append(command)
        if text is not None:
            if self.problem:
                raise RuntimeError(self.problem)
            self.loads.append(text)
        words = " ".join(command)
        if words.endswith("list table inet haproxy_udp"):
            return self.table
        if words.startswith("nft --json list counters"):
            found = [{"counter": {"name": name, "packets": count, "bytes": 100 * count}} for name, count in self.counters.items()]
            return json.dumps({"nftables": found})
        return {"ip -json address": "[]", "nft --json list chains": self.forward}.get(words, "")

    def delete_flows(self, places):
        self.deleted.append(set(places))
        return Counter(dict.fromkeys(places, 7))


class AgentTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.udp, self.kernel = agent.load(folder.name), Kernel()
        self.udp.run, self.udp.delete_flows = self.kernel.run, self.kernel.delete_flows
        self.haproxy = agent.Haproxy(self.udp.RUNTIME_API)
        self.addCleanup(lambda: self.haproxy.close())
        self.written = io.StringIO()
        output = contextlib.redirect_stdout(self.written)
        output.__enter__()
        self.addCleanup(output.__exit__, None, None, None)
        self.deploy(agent.service())
        self.states(UP, UP, UP)

    def deploy(self, *services, rules="the rules", firewall=True):
        given = {"services": services, "manage_firewall": firewall}
        self.udp.RULES.write_text(f"{rules}\n# agent: {json.dumps(given)}\n", encoding="utf-8")

    def states(self, *states, service="dns"):
        self.haproxy.rows.update({(service, name): state for name, state in zip(WORKERS, states)})

    def started(self):
        """An agent that has loaded its files."""
        made = self.udp.Agent()
        made.load("start")
        return made

    def place(self, number, port=53):
        return port, f"192.0.2.{10 + number}", 30053

    def servers_in(self, text):
        """The last octets of the servers that a load gives slots to."""
        return {number for number in (11, 12, 13) if f" : 192.0.2.{number} . 30053" in text}
