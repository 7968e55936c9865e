"""Whom a client gets by the name that it asks for, with the lines that the role writes."""

import os
import select
import socket
import ssl
from pathlib import Path

from haproxy import PATIENCE, HAProxyTest

# `SNI_EXAMPLE` says where the example is, where that is not this repository.
EXAMPLE = Path(os.environ.get("SNI_EXAMPLE") or Path(__file__).parents[5] / "examples/sni/haproxy.cfg")


def hello(name=None):
    """Return the first bytes that a TLS client sends."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    sent = ssl.MemoryBIO()
    try:
        context.wrap_bio(ssl.MemoryBIO(), sent, server_hostname=name).do_handshake()
    except ssl.SSLWantReadError:
        return sent.read()


class SniRoutes(HAProxyTest):
    def setUp(self):
        super().setUp()
        self.pools = {name: self.worker() for name in ("https", "sni_https_shop", "sni_https_mail")}

    def lines(self):
        """Return what the example has below the bind of its service, its servers being the workers of this test."""
        section = "https"
        for line in EXAMPLE.read_text(encoding="utf-8").partition("listen https\n")[2].splitlines()[1:]:
            words = line.split()
            section = words[1] if words[:1] == ["backend"] else section
            yield f"    {self.pools[section].line(words[1])}" if words[:1] == ["server"] else line

    def routed(self, *parts):
        """Return the pool that a client gets who sends this, and the client's and the server's end of its session."""
        client = socket.socket(socket.AF_UNIX)
        self.addCleanup(client.close)
        client.settimeout(PATIENCE)
        client.connect(str(self.folder / "https.sock"))
        for part in parts:
            client.sendall(part)
        listening = {worker.traffic: name for name, worker in self.pools.items()}
        (traffic,), _, _ = select.select(list(listening), [], [], PATIENCE)
        server, _ = traffic.accept()
        self.addCleanup(server.close)
        server.settimeout(PATIENCE)
        sent = b"".join(parts)
        self.assertEqual(server.recv(len(sent), socket.MSG_WAITALL) if sent else b"", sent)
        return listening[traffic], client, server

    def test_a_client_gets_the_servers_of_the_name_that_it_asks_for(self):
        self.start({"https": self.lines()})
        for name, pool in {
            "shop.example.org": "sni_https_shop",
            "Shop.Example.ORG": "sni_https_shop",
            "a.shop.example.org": "sni_https_shop",
            "A.b.Shop.example.org": "sni_https_shop",
            "mail.example.org": "sni_https_mail",
            "a.mail.example.org": "https",
            "workshop.example.org": "https",
            "shop.example.org.net": "https",
            "example.org": "https",
            None: "https",
        }.items():
            with self.subTest(name):
                self.assertEqual(self.routed(hello(name))[0], pool)

    def test_a_hello_that_comes_in_parts_is_waited_for(self):
        self.start({"https": self.lines()})
        whole = hello("shop.example.org")
        self.assertEqual(self.routed(*(whole[at : at + 1] for at in range(len(whole))))[0], "sni_https_shop")

    def test_a_client_without_tls_gets_the_other_servers_at_once(self):
        self.start({"https": (line.replace("inspect-delay 5s", "inspect-delay 1h") for line in self.lines())})
        self.assertEqual(self.routed(b"GET / HTTP/1.0\r\n\r\n")[0], "https")

    def test_a_client_that_waits_for_the_server_gets_the_other_servers_after_the_delay(self):
        self.start({"https": (line.replace("inspect-delay 5s", "inspect-delay 100ms") for line in self.lines())})
        self.assertEqual(self.routed()[0], "https")

    def test_sessions_of_a_route_end_when_its_worker_dies_after_a_reload_too(self):
        self.start({"https": self.lines()})
        _, before, _ = self.routed(hello("shop.example.org"))
        self.reload({"https": self.lines()})
        _, after, _ = self.routed(hello("shop.example.org"))
        _, client, server = self.routed(hello("mail.example.org"))
        self.pools["sni_https_shop"].die()
        for ended in (before, after):
            self.assertEqual(ended.recv(1), b"")
        client.sendall(b"x")
        self.assertEqual(server.recv(1), b"x")
