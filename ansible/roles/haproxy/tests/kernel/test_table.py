"""The table in the kernel: what is in it, and where datagrams go."""

import unittest

from namespace import DOWN, EXAMPLES, UP, KernelTest, run


class Table(KernelTest):
    def test_the_rules_of_every_example_load_and_load_again(self):
        for file in sorted(EXAMPLES.glob("*/udp.nft")):
            with self.subTest(file.parent.name):
                run("nft", "-f", str(file))
                run("nft", "-f", str(file))

    def test_every_field_of_a_service_is_taken_with_its_elements(self):
        self.deploy("udp")
        for service, server in (("dns-1.internal:53", "worker-1"), ("dns-1.internal:53", "worker-2"), ("telemetry", "worker-3")):
            self.haproxy.rows[service, server] = UP
        self.started()
        self.assertEqual(self.slots("service1_ipv4"), {"192.0.2.11": 1024})
        self.assertEqual(self.slots("service1_ipv6"), {"2001:db8::12": 1024})
        self.assertEqual(self.slots("service3_ipv4"), {"192.0.2.13": 1024})

    def test_a_load_fills_the_maps_with_the_live_servers(self):
        self.started()
        self.assertEqual(sorted(self.slots().values()), [341, 341, 342])
        self.states(UP, DOWN, UP)
        self.started()
        self.assertEqual(self.slots(), {"192.168.1.11": 512, "192.168.1.13": 512})

    def test_a_load_that_the_kernel_refuses_leaves_everything_as_it_was(self):
        udp = self.started()
        before = run("nft", "list", "ruleset")
        rules = self.udp.RULES.read_text(encoding="utf-8")
        self.udp.RULES.write_text(f"{rules}\nadd nonsense\n", encoding="utf-8")
        udp.load("reload")
        self.assertIn("nonsense", udp.error)
        self.assertEqual(run("nft", "list", "ruleset"), before)

    def test_removal_leaves_nothing_and_tables_of_others_as_they_were(self):
        run("nft", "add", "table", "inet", "theirs")
        before = run("nft", "list", "ruleset")
        self.started()
        self.send(4001)
        self.udp.Agent().remove()
        self.assertEqual(run("nft", "list", "ruleset"), before)
        self.assertEqual(self.flows(), {})


class Traffic(KernelTest):
    def test_flows_go_round_and_a_flow_stays_where_it_is(self):
        self.started()
        for port in (4001, 4002, 4003, 4001, 4002, 4003):
            self.send(port)
        self.assertEqual(self.flows(), {4001: "192.168.1.11", 4002: "192.168.1.12", 4003: "192.168.1.13"})

    def test_flows_of_a_server_that_died_move_and_no_others(self):
        udp = self.started()
        for port in (4001, 4002, 4003):
            self.send(port)
        self.states(UP, DOWN, UP)
        udp.look()
        self.assertEqual(self.flows(), {4001: "192.168.1.11", 4003: "192.168.1.13"})
        self.assertEqual(udp.moved["wireguard", "k8s-worker-2"], 1)
        self.send(4002)
        self.assertIn(self.flows()[4002], ("192.168.1.11", "192.168.1.13"))

    def test_a_flow_keeps_its_timeout_over_a_load(self):
        udp = self.started()
        self.send(4001)
        for why in ("reload", "somebody changed the table"):
            udp.load(why)
            self.send(4001)
        seconds = int(run("conntrack", "-L", "-p", "udp", "--orig-port-dst", "51820").split()[2])
        self.assertGreater(seconds, 30)  # the kernel's own for a flow that nobody answers; ours is 60

    def test_a_load_leaves_nothing_of_the_last_deployment(self):
        self.deploy("udp")
        udp = self.started()
        self.deploy("wireguard")
        udp.load("reload")
        listing = run("nft", "--stateless", "list", "table", "inet", "haproxy_udp")
        self.assertNotIn("service2", listing)
        udp.load("reload")
        self.assertEqual(run("nft", "--stateless", "list", "table", "inet", "haproxy_udp"), listing)

    def test_a_flow_that_was_pinned_to_the_balancer_is_deleted_at_start(self):
        run("nft", "add", "table", "inet", "theirs")  # what makes the kernel track flows before there are our rules
        run("nft", "add", "chain", "inet", "theirs", "input", "{ type filter hook input priority 0; }")
        run("nft", "add", "rule", "inet", "theirs", "input", "ct", "state", "new", "accept")
        with self.assertRaises(ConnectionRefusedError):  # nothing listens there: ICMP for the first, at the second
            self.send(4001, count=2)
        self.assertEqual(self.flows(), {4001: "192.0.2.2"})
        self.started()
        self.assertEqual(self.flows(), {})
        self.send(4001)
        self.assertEqual(self.flows(), {4001: "192.168.1.11"})

    def test_without_a_server_a_client_is_told_at_once_and_no_flow_is_pinned(self):
        self.deploy(fail_open=False)
        self.states(DOWN, DOWN, DOWN)
        udp = self.started()
        self.assertEqual(self.slots(), {})
        with self.assertRaises(OSError):
            self.send(4001, count=2)
        self.assertEqual(self.flows(), {})
        self.states(DOWN, UP, DOWN)
        udp.look()
        self.send(4001)
        self.assertEqual(self.flows(), {4001: "192.168.1.12"})

    def test_datagrams_are_counted_for_the_server_they_go_to_across_loads(self):
        udp = self.started()
        self.send(4001, count=5)
        udp.load("reload")
        self.send(4001, count=2)
        self.assertEqual(udp.count_traffic()[("wireguard", "k8s-worker-1"), "packets"], 7)
        self.assertEqual(udp.count_traffic()[("wireguard", "k8s-worker-2"), "packets"], 0)


if __name__ == "__main__":
    unittest.main()
