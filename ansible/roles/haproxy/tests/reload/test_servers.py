"""What the fields of a server make HAProxy do: backups, weight 0, the PROXY protocol and its checks."""

import socket

from haproxy import PATIENCE, HAProxyTest, wait_until

SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"  # of the PROXY protocol, version 2


class Backups(HAProxyTest):
    def setUp(self):
        super().setUp()
        self.first, self.far, self.farther = self.worker(), self.worker(), self.worker()
        lines = [self.first.line("first"), f"{self.far.line('far')} backup", f"{self.farther.line('farther')} backup"]
        self.start({"service": ["balance roundrobin", "option allbackups", *lines]})

    def test_share_the_sessions_once_no_other_server_is_up_and_not_before(self):
        for _ in range(3):
            self.session("service", self.first)
        self.first.die()
        wait_until("the server is down", lambda: "DOWN" in self.status("first"))
        self.session("service", self.far)
        self.session("service", self.farther)

    def test_are_used_where_the_others_have_weight_0(self):
        self.ask("set server service/first weight 0")
        self.session("service", self.far)
        self.session("service", self.farther)

    def test_lose_their_sessions_when_they_die(self):
        self.first.die()
        wait_until("the server is down", lambda: "DOWN" in self.status("first"))
        session = self.session("service", self.far)
        self.far.die()
        session.wait_for_end()

    def status(self, server):
        """Return the status of a server."""
        rows = (line.split(",") for line in self.ask("show stat").splitlines())
        return next(row[17] for row in rows if row[:2] == ["service", server])


class ProxyProtocol(HAProxyTest):
    def setUp(self):
        super().setUp()
        self.pod = socket.create_server(("127.0.0.1", 0))
        self.pod.settimeout(PATIENCE)
        self.addCleanup(self.pod.close)
        self.port = self.pod.getsockname()[1]

    def test_begins_a_session_with_the_clients_address(self):
        self.start({"service": [f"server w 127.0.0.1:{self.port} send-proxy no-check"]})
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.folder / "service.sock"))
            client.sendall(b"hello\n")
            with self.pod.accept()[0] as session, session.makefile("rb") as lines:
                self.assertRegex(lines.readline(), rb"^PROXY [^\r]+\r\n$")
                self.assertEqual(lines.readline(), b"hello\n")

    def test_is_sent_with_a_check_that_has_no_port_of_its_own_so_that_the_pod_sees_it(self):
        self.start({"service": [f"server w 127.0.0.1:{self.port} send-proxy-v2 check inter 10m"]})
        with self.pod.accept()[0] as check:
            check.settimeout(PATIENCE)
            self.assertEqual(check.recv(len(SIGNATURE)), SIGNATURE)

    def test_is_not_sent_with_a_check_that_names_its_port_which_no_pod_sees(self):
        self.start({"service": [f"server w 127.0.0.1:{self.port} send-proxy-v2 check port {self.port} inter 10m"]})
        wait_until("the check", lambda: ",L4OK," in self.ask("show stat"))
        with socket.create_connection(("127.0.0.1", self.port)) as own:
            own.sendall(b"the first one")
            with self.pod.accept()[0] as first:
                self.assertEqual(first.recv(64), b"the first one")
