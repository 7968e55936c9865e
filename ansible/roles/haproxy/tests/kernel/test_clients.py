"""Clients and workers in namespaces of their own, with the balancer between them: who is answered, and as whom."""

import json
import os
import subprocess
import sys
import unittest

from namespace import UP, KernelTest, run

# Answers each datagram with the address that it came from, and says once that it listens.
ECHO = """
import selectors, socket
sockets = selectors.DefaultSelector()
for host in ("192.0.2.11", "192.0.2.13", "2001:db8::12"):
    for port in (30053, 30125, 31820):
        receiver = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
        receiver.bind((host, port))
        sockets.register(receiver, selectors.EVENT_READ)
print("ready", flush=True)
while True:
    for key, _ in sockets.select():
        _, client = key.fileobj.recvfrom(100)
        key.fileobj.sendto(client[0].encode(), client)
"""
# Prints the answer to a datagram, or why there was none to three: the first may be lost while a neighbour is looked up.
ASK = """
import socket, sys
source, host, port = sys.argv[1:]
with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM) as client:
    client.settimeout(0.5)
    client.bind((source, 0))
    client.connect((host, int(port)))
    for _ in range(3):
        try:
            client.send(b"datagram")
            words = client.recv(100).decode()
            break
        except OSError as problem:
            words = type(problem).__name__
    print(words)
"""
CONNECT = "import socket, sys; socket.create_connection((sys.argv[1], 1), timeout=0.5)"
SILENCE, REFUSED = "TimeoutError", "ConnectionRefusedError"


class Clients(KernelTest):
    """The network of examples/udp: workers at 192.0.2.11, .13 and 2001:db8::12, the balancer at .10 and ::10."""

    def setUp(self):
        super().setUp()
        run("ip", "link", "delete", "balancer")
        self.clients, self.workers = (self.namespace(name) for name in ("clients", "workers"))
        self.link(self.clients, ["10.0.0.1/8", "203.0.113.1/24", "fd00::1/64"], ["10.0.0.2/8", "10.66.0.2/8", "203.0.113.2/24", "fd00::2/64"])
        self.link(self.workers, ["192.0.2.10/24", "2001:db8::10/64"], ["192.0.2.11/24", "192.0.2.13/24", "2001:db8::12/64"])
        for namespace, gateways in ((self.clients, ("10.0.0.1", "fd00::1")), (self.workers, ("192.0.2.10", "2001:db8::10"))):
            for gateway in gateways:
                run("ip", "-n", namespace, "route", "add", "default", "via", gateway)
        for name in ("ipv4.ip_forward", "ipv6.conf.all.forwarding"):
            run("sysctl", "--write", f"net.{name}=1")
        echo = self.within(self.workers, ECHO)
        self.assertEqual(echo.stdout.readline(), "ready\n")
        for service in ("dns-1.internal:53", "wireguard", "telemetry"):
            self.haproxy.rows.update({(service, f"worker-{number}"): UP for number in (1, 2, 3)})

    def namespace(self, name):
        full = f"haproxy-udp-test-{os.getpid()}-{name}"
        run("ip", "netns", "add", full)
        self.addCleanup(run, "ip", "netns", "delete", full)
        run("ip", "-n", full, "link", "set", "lo", "up")
        for where in ([], ["ip", "netns", "exec", full]):
            run(*where, "sysctl", "--write", "net.ipv6.conf.default.accept_dad=0")  # addresses are there at once
        return full

    def link(self, namespace, ours, theirs):
        name = namespace.rpartition("-")[2]
        run("ip", "link", "add", name, "type", "veth", "peer", "name", "balancer", "netns", namespace)
        for where, link, addresses in (((), name, ours), (("-n", namespace), "balancer", theirs)):
            for address in addresses:
                run("ip", *where, "address", "add", address, "dev", link, *(["nodad"] if ":" in address else []))
            run("ip", *where, "link", "set", link, "up")

    def within(self, namespace, program, *arguments):
        command = ["ip", "netns", "exec", namespace, sys.executable, "-c", program, *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def answer(self, source, host, port):
        """Who the worker says it was asked by; otherwise why there is no answer."""
        return self.within(self.clients, ASK, source, host, str(port)).stdout.read().strip()

    def assert_answers(self, *expected):
        for source, host, port, who in expected:
            with self.subTest(f"{source} to {host} port {port}"):
                self.assertEqual(self.answer(source, host, port), who)

    def test_both_families_are_answered_by_whom_the_service_is_open_to(self):
        self.deploy("udp")
        self.started()
        self.assert_answers(
            ("10.0.0.2", "192.0.2.10", 53, "10.0.0.2"),  # masquerade: false
            ("fd00::2", "2001:db8::10", 53, "fd00::2"),
            ("10.66.0.2", "192.0.2.10", 53, SILENCE),  # deny
            ("203.0.113.2", "192.0.2.10", 53, SILENCE),  # not in allow
            ("203.0.113.2", "192.0.2.10", 8125, "192.0.2.10"),  # masquerade
            ("10.0.0.2", "10.0.0.1", 8125, "192.0.2.10"),
            ("10.0.0.2", "10.0.0.1", 53, REFUSED),  # bound elsewhere: the balancer's own port, where nothing listens
            ("fd00::2", "2001:db8::10", 8125, REFUSED),  # no server of the family
        )

    def test_a_service_on_every_ipv4_address_is_none_over_ipv6(self):
        self.deploy("udp")
        self.started()
        self.assert_answers(("10.0.0.2", "10.0.0.1", 51820, "192.0.2.10"), ("fd00::2", "2001:db8::10", 51820, REFUSED))

    def test_a_host_that_forwarded_nothing_forwards_its_services_and_nothing_else(self):
        self.deploy("udp")
        self.started()
        self.assertEqual(self.connection("192.0.2.11"), "refused")  # forwarded: nothing listens there
        rules = self.udp.RULES.read_text(encoding="utf-8")
        guard = "add chain inet haproxy_udp forward { type filter hook forward priority filter; policy accept; }"
        ports = json.dumps([53, 8125, 51820]).strip("[]")
        lines = [
            guard,
            f"add rule inet haproxy_udp forward meta l4proto udp ct status dnat ct original proto-dst {{ {ports} }} accept",
            "add rule inet haproxy_udp forward drop",
        ]
        self.udp.RULES.write_text("\n".join([rules, *lines, ""]), encoding="utf-8")
        self.started()
        self.assertEqual(self.connection("192.0.2.11"), "lost")
        self.assert_answers(("10.0.0.2", "192.0.2.10", 53, "10.0.0.2"))

    def connection(self, host):
        """What becomes of a TCP connection through the balancer."""
        done = subprocess.run(
            ["ip", "netns", "exec", self.clients, sys.executable, "-c", CONNECT, host], capture_output=True, text=True, timeout=10, check=False
        )
        return "refused" if "ConnectionRefusedError" in done.stderr else "lost"


if __name__ == "__main__":
    unittest.main()
