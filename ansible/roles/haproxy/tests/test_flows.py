"""Which conntrack entries are the agent's, and how it deletes them. The lines are conntrack 1.4.7's own."""

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import agent

udp = agent.load()

IPV4 = """\
udp      17 29 src=192.0.2.1 dst=192.0.2.2 sport=40005 dport=51820 packets=1 bytes=34 src=198.51.100.11 dst=198.51.100.2 \
sport=31820 dport=40005 packets=1 bytes=34 mark=0 use=1
udp      17 28 src=192.0.2.1 dst=192.0.2.2 sport=40004 dport=51820 packets=1 bytes=34 [UNREPLIED] src=198.51.100.11 \
dst=198.51.100.2 sport=31820 dport=40004 packets=0 bytes=0 mark=0 use=1
udp      17 27 src=192.0.2.1 dst=192.0.2.2 sport=40001 dport=51820 [UNREPLIED] src=198.51.100.11 dst=198.51.100.2 \
sport=31820 dport=40001 mark=0 use=1
udp      17 298 src=192.0.2.1 dst=192.0.2.2 sport=40002 dport=51820 src=198.51.100.11 dst=198.51.100.2 sport=31820 \
dport=40002 [ASSURED] mark=0 use=1
"""
IPV6 = """\
udp      17 28 src=2001:db8:1::1 dst=2001:db8:1::2 sport=40003 dport=51820 src=2001:db8:2::11 dst=2001:db8:2::2 \
sport=31820 dport=40003 mark=0 use=1
"""


def conntrack_says(**lines):
    """Answer `conntrack -L` with these lines by family."""
    return mock.patch.object(udp, "run", lambda *command, **_: lines.get(command[command.index("-f") + 1], ""))


class Listed(unittest.TestCase):
    def test_a_flow_is_read_with_and_without_counts_and_whether_it_was_answered_or_not(self):
        with conntrack_says(ipv4=IPV4):
            self.assertEqual(list(udp.flows()), [("192.0.2.1", 51820, "192.0.2.2", "198.51.100.11", 31820, answered) for answered in (True, False, False, True)])

    def test_a_flow_over_ipv6_is_read(self):
        with conntrack_says(ipv6=IPV6):
            self.assertEqual(list(udp.flows()), [("2001:db8:1::1", 51820, "2001:db8:1::2", "2001:db8:2::11", 31820, True)])

    def test_a_line_that_is_no_flow_is_passed_over(self):
        with conntrack_says(ipv4=f"\nudp      17 29 src=192.0.2.1\n{IPV4}"):
            self.assertEqual(len(list(udp.flows())), 4)


class Strays(unittest.TestCase):
    KEPT = {(51820, "192.0.2.11", 31820)}

    def strays(self, *flows, **fields):
        service = agent.service(port=51820, **fields)
        with mock.patch.object(udp, "flows", lambda: [(*flow, True) for flow in flows]):
            return list(udp.strays([service], self.KEPT, {"192.0.2.2", "192.0.2.3", "2001:db8:1::2"}))

    def test_a_flow_to_a_server_that_is_kept_is_none(self):
        self.assertEqual(self.strays(("198.51.100.1", 51820, "192.0.2.2", "192.0.2.11", 31820)), [])

    def test_a_flow_that_is_pinned_to_the_balancer_is_one(self):
        pinned = ("198.51.100.1", 51820, "192.0.2.2", "192.0.2.2", 51820)
        self.assertEqual(self.strays(pinned), [(51820, "192.0.2.2", 51820)])

    def test_a_flow_to_a_server_that_is_gone_is_one(self):
        gone = ("198.51.100.1", 51820, "192.0.2.2", "192.0.2.19", 31820)
        self.assertEqual(self.strays(gone), [(51820, "192.0.2.19", 31820)])

    def test_a_flow_to_another_port_of_a_server_is_one(self):
        moved = ("198.51.100.1", 51820, "192.0.2.2", "192.0.2.11", 31821)
        self.assertEqual(self.strays(moved), [(51820, "192.0.2.11", 31821)])

    def test_a_flow_to_another_host_that_this_one_only_routes_is_none(self):
        self.assertEqual(self.strays(("198.51.100.1", 51820, "203.0.113.9", "203.0.113.9", 51820)), [])

    def test_a_flow_to_another_port_is_none(self):
        self.assertEqual(self.strays(("198.51.100.1", 53, "192.0.2.2", "192.0.2.2", 53)), [])

    def test_a_flow_to_an_address_that_the_service_does_not_listen_on_is_none(self):
        other = ("198.51.100.1", 51820, "192.0.2.3", "192.0.2.3", 51820)
        self.assertEqual(self.strays(other, bind=["192.0.2.2"]), [])
        self.assertEqual(len(self.strays(other, bind=["192.0.2.3"])), 1)

    def test_a_flow_of_a_client_that_is_not_allowed_is_one_of_that_client_alone(self):
        flow = ("198.51.100.1", 51820, "192.0.2.2", "192.0.2.11", 31820)
        self.assertEqual(self.strays(flow, deny=["198.51.100.0/24"]), [(51820, "192.0.2.11", 31820, "198.51.100.1")])
        self.assertEqual(self.strays(flow, allow=["198.51.100.0/24"]), [])


class Bound(unittest.TestCase):
    def expect(self, bind, **expected):
        service = {"bind": bind}
        found = {"ipv4": udp.is_bound(service, "192.0.2.10"), "ipv6": udp.is_bound(service, "2001:db8::10")}
        self.assertEqual(found, expected)

    def test_a_service_without_bind_listens_everywhere(self):
        self.expect([], ipv4=True, ipv6=True)

    def test_the_ipv4_wildcard_is_every_ipv4_address(self):
        self.expect(["0.0.0.0"], ipv4=True, ipv6=False)

    def test_the_ipv6_wildcard_is_every_address(self):
        self.expect(["::"], ipv4=True, ipv6=True)

    def test_a_service_with_addresses_listens_on_those(self):
        self.expect(["192.0.2.10"], ipv4=True, ipv6=False)
        self.expect(["192.0.2.11", "2001:0DB8:0:0::10"], ipv4=False, ipv6=True)


class Allowed(unittest.TestCase):
    def expect(self, expected, client, allow=(), deny=()):
        self.assertIs(udp.is_allowed({"allow": allow, "deny": deny}, client), expected)

    def test_without_lists_every_client_is_allowed(self):
        self.expect(True, "192.0.2.1")
        self.expect(True, "2001:db8::1")

    def test_with_an_allow_list_only_those_are(self):
        self.expect(True, "10.1.2.3", allow=["10.0.0.0/8", "fd00::/8"])
        self.expect(True, "fd00::1", allow=["10.0.0.0/8", "fd00::/8"])
        self.expect(False, "192.0.2.1", allow=["10.0.0.0/8", "fd00::/8"])
        self.expect(False, "2001:db8::1", allow=["10.0.0.0/8"])

    def test_deny_wins_over_allow(self):
        self.expect(False, "10.66.0.1", allow=["10.0.0.0/8"], deny=["10.66.0.0/16"])

    def test_a_single_address_and_an_address_within_a_network_are_ranges_too(self):
        self.expect(False, "192.0.2.1", deny=["192.0.2.1"])
        self.expect(False, "192.0.2.1", deny=["192.0.2.9/24"])
        self.expect(True, "192.0.2.1", deny=["192.0.2.2"])


class Deleted(unittest.TestCase):
    """With a conntrack that writes down what it was asked, and deletes as many flows as its port's last digit."""

    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.asked = Path(folder, "asked")
        program = Path(folder, "conntrack")
        program.write_text(
            f'#!/bin/sh\necho "$*" >> {self.asked}\nn=${{7#${{7%?}}}}\n'
            'echo "conntrack v1.4.7 (conntrack-tools): $n flow entries have been deleted." >&2\n[ "$n" != 0 ]\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
        self.enterContext(mock.patch.dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}"))

    def enterContext(self, context):  # unittest has it from Python 3.11 on
        self.addCleanup(context.__exit__, None, None, None)
        return context.__enter__()

    def lines(self):
        return sorted(self.asked.read_text(encoding="utf-8").splitlines())

    def test_flows_are_named_by_the_service_and_the_server_that_answers(self):
        udp.delete_flows({(53, "192.0.2.11", 30053), (53, "2001:db8::12", 30053)})
        self.assertEqual(
            self.lines(),
            [
                "-D -f ipv4 -p udp --orig-port-dst 53 --reply-src 192.0.2.11 --reply-port-src 30053",
                "-D -f ipv6 -p udp --orig-port-dst 53 --reply-src 2001:db8::12 --reply-port-src 30053",
            ],
        )

    def test_flows_of_one_client_are_named_by_it(self):
        udp.delete_flows({(53, "192.0.2.11", 30053, "198.51.100.1")})
        expected = "-D -f ipv4 -p udp --orig-port-dst 53 --reply-src 192.0.2.11 --reply-port-src 30053 -s 198.51.100.1"
        self.assertEqual(self.lines(), [expected])

    def test_the_deleted_flows_are_counted_by_place_and_none_is_no_fault(self):
        counts = udp.delete_flows({(53, "192.0.2.11", 30053), (50, "192.0.2.11", 30053)})
        self.assertEqual(counts, {(53, "192.0.2.11", 30053): 3, (50, "192.0.2.11", 30053): 0})

    def test_conntrack_that_stops_at_an_entry_which_has_gone_is_asked_again(self):
        said = ["Operation failed: such conntrack doesn't exist", "conntrack v1.4.7: 5 flow entries have been deleted."]
        with mock.patch.object(udp, "run", lambda *_, **__: said.pop(0)):
            self.assertEqual(udp.delete_flows_of((53, "192.0.2.11", 30053)), 5)
        self.assertEqual(said, [])

    def test_a_service_of_51_servers_loses_all_of_them_at_once(self):
        places = {(51, f"192.0.2.{number}", 30053) for number in range(1, 52)}
        self.assertEqual(sum(udp.delete_flows(places).values()), 51)

    def test_nothing_is_asked_where_nothing_is_to_be_deleted(self):
        self.assertEqual(sum(udp.delete_flows(set()).values()), 0)
        self.assertFalse(self.asked.exists())


if __name__ == "__main__":
    unittest.main()
