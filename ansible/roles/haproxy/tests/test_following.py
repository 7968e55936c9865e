"""What the agent does when HAProxy's servers change, and when others change the kernel's rules."""

import json
import subprocess
import unittest
from unittest import mock

import agent
from agent_test import DOWN, STARTED, UP, WORKERS, AgentTest


class Following(AgentTest):
    def test_a_server_that_dies_loses_its_slots_and_then_its_flows(self):
        udp = self.started()
        self.states(UP, DOWN, UP)
        udp.look()
        text = self.kernel.loads[-1]
        self.assertEqual(text.splitlines()[:2], [f"flush map inet haproxy_udp service1_ipv{v}" for v in (4, 6)])
        self.assertEqual(self.servers_in(text), {11, 13})
        self.assertEqual(self.kernel.deleted[-1], {self.place(2)})

    def test_its_flows_are_deleted_once_more(self):
        udp = self.started()
        self.states(UP, DOWN, UP)
        udp.look()
        udp.delete_again()
        self.assertEqual(self.kernel.deleted[-1], {self.place(2)})
        self.assertEqual(udp.again, set())

    def test_flows_are_not_deleted_once_more_where_the_server_is_back(self):
        udp = self.started()
        self.states(UP, DOWN, UP)
        udp.look()
        self.states(UP, UP, UP)
        udp.look()
        udp.delete_again()
        self.assertEqual(self.kernel.deleted[-1], set())

    def test_a_look_that_finds_nothing_new_changes_nothing(self):
        udp = self.started()
        before = len(self.kernel.commands)
        udp.look()
        self.assertEqual(self.kernel.commands[before:], [])

    def test_a_server_that_is_drained_or_leaving_keeps_its_flows(self):
        udp = self.started()
        self.kernel.deleted.clear()
        self.states(("DRAIN", "L7OK"), ("NOLB", "L7OKC"), UP)
        udp.look()
        self.assertEqual(self.servers_in(self.kernel.loads[-1]), {13})
        self.assertEqual(self.kernel.deleted, [])

    def test_a_server_in_maintenance_loses_its_flows(self):
        udp = self.started()
        self.states(("MAINT", ""), UP, UP)
        udp.look()
        self.assertEqual(self.kernel.deleted[-1], {self.place(1)})

    def test_where_every_check_fails_no_flow_is_deleted_and_it_is_said(self):
        udp = self.started()
        self.kernel.deleted.clear()
        self.states(DOWN, DOWN, DOWN)
        udp.look()
        self.assertEqual(set().union(*self.kernel.deleted), set())
        self.assertIn("fail_open", self.written.getvalue())
        self.assertTrue(udp.report()["services"]["dns"]["fail_open"])

    def test_without_fail_open_the_maps_are_emptied_where_every_check_fails(self):
        self.deploy(agent.service(fail_open=False))
        udp = self.started()
        self.states(DOWN, DOWN, DOWN)
        udp.look()
        self.assertEqual(self.servers_in(self.kernel.loads[-1]), set())
        self.assertIn("new flows are rejected", self.written.getvalue())

    def two_families(self, *states, fail_open=True):
        """The names that new flows go to: a worker and its stand-in, each with an IPv4 and an IPv6 address."""
        addresses = ("192.0.2.11", "2001:db8::11", "198.51.100.11", "2001:db8:1::11")
        service = agent.service(servers=("v4", "v6", "far-v4", "far-v6"), fail_open=fail_open)
        for server, address in zip(service["servers"], addresses):
            server.update(address=address, backup=server["name"].startswith("far"))
        self.deploy(service)
        self.haproxy.rows = {("dns", server["name"]): state for server, state in zip(service["servers"], states)}
        return self.started().live["dns"]

    def test_a_backup_stands_in_for_servers_of_its_own_family(self):
        self.assertEqual(self.two_families(UP, UP, UP, UP), ["v4", "v6"])
        self.assertEqual(self.two_families(UP, DOWN, UP, UP), ["v4", "far-v6"])
        self.assertEqual(self.two_families(DOWN, UP, UP, UP), ["v6", "far-v4"])

    def test_one_family_fails_open_though_the_other_one_lives(self):
        self.assertEqual(self.two_families(UP, DOWN, UP, DOWN), ["v4", "v6"])
        self.assertEqual(self.two_families(UP, DOWN, UP, DOWN, fail_open=False), ["v4"])

    def test_a_haproxy_that_does_not_answer_changes_nothing_and_is_said_once(self):
        udp = self.started()
        self.haproxy.close()
        udp.look()
        udp.look()
        self.assertEqual(len(self.kernel.loads), 1)
        self.assertFalse(udp.haproxy)
        self.assertEqual(self.written.getvalue().count("HAProxy does not answer"), 1)
        self.haproxy = agent.Haproxy(self.udp.RUNTIME_API)
        self.states(UP, UP, DOWN)
        udp.look()
        self.assertTrue(udp.haproxy)
        self.assertEqual(self.servers_in(self.kernel.loads[-1]), {11, 12})

    def test_a_service_changes_without_the_others(self):
        self.deploy(agent.service(), agent.service("other", number=2, port=54))
        self.states(UP, UP, UP, service="other")
        udp = self.started()
        self.states(UP, DOWN, UP, service="other")
        udp.look()
        self.assertNotIn("service1_", self.kernel.loads[-1])
        self.assertEqual(self.kernel.deleted[-1], {self.place(2, port=54)})

    def test_maps_that_cannot_be_changed_are_loaded_anew(self):
        udp = self.started()
        self.states(UP, DOWN, UP)
        run = self.kernel.run

        def without_the_maps(*command, text=None, **options):
            if text and text.startswith("flush map"):
                raise RuntimeError("No such file or directory")
            return run(*command, text=text, **options)

        with mock.patch.object(self.udp, "run", without_the_maps):
            udp.look()
        self.assertTrue(self.kernel.loads[-1].startswith("the rules"))
        self.assertEqual(self.servers_in(self.kernel.loads[-1]), {11, 13})
        self.assertIn(self.place(2), set().union(*self.kernel.deleted))

    def test_a_service_of_which_no_check_has_ever_passed_is_warned_of(self):
        self.states(DOWN, DOWN, DOWN)
        udp = self.started()
        self.assertIn("no server has passed its health check", "".join(udp.warnings()))
        self.assertFalse(udp.report()["services"]["dns"]["ever_passed"])
        self.states(UP, DOWN, DOWN)
        udp.look()
        self.states(DOWN, DOWN, DOWN)
        udp.look()
        self.assertEqual(udp.warnings(), [])
        self.assertTrue(udp.report()["services"]["dns"]["ever_passed"])

    def test_what_is_known_outlives_the_agent(self):
        udp = self.started()
        self.states(UP, DOWN, ("DRAIN", ""))
        udp.look()
        again = self.udp.Agent()
        self.assertEqual((again.states, again.passed, again.places), (udp.states, udp.passed, udp.places))

    def test_what_was_known_and_cannot_be_read_is_unknown(self):
        self.started()
        for text in ("", "{}", "[]", '{"states": {"dns": {}}, "passed": 1, "places": []}'):
            self.udp.STATE.write_text(text, encoding="utf-8")
            self.assertEqual(self.udp.Agent().states, {})

    def test_flows_of_a_server_of_which_nothing_is_known_yet_stay(self):
        self.states(STARTED, STARTED, STARTED)
        udp = self.started()
        self.states(UP, STARTED, STARTED)
        udp.look()
        self.assertEqual(udp.live["dns"], list(WORKERS))
        self.assertNotIn(self.place(2), set().union(*self.kernel.deleted))
        self.states(UP, DOWN, STARTED)
        udp.look()
        self.assertEqual(udp.live["dns"], ["worker-1", "worker-3"])
        self.assertIn({self.place(2)}, self.kernel.deleted)

    def test_an_answer_that_haproxy_did_not_end_says_nothing_of_the_rest(self):
        rows = self.udp.rows_of("# pxname,svname,status,weight\nudp_dns,worker-1,UP,1\nudp_dns,worker-2,U")
        self.assertEqual(list(rows), [("udp_dns", "worker-1")])

    def test_a_kernel_that_does_not_forward_is_warned_of(self):
        udp = self.started()
        with mock.patch.object(self.udp, "is_off", lambda setting: "ipv4" in setting):
            self.assertIn("net.ipv4.ip_forward is 0", " ".join(udp.warnings()))
        with mock.patch.object(self.udp, "is_off", lambda setting: "ipv6" in setting):
            self.assertEqual(udp.warnings(), [])


class Guarding(AgentTest):
    def test_a_table_that_somebody_changed_is_loaded_anew(self):
        udp = self.started()
        self.kernel.table = ""
        udp.guard()
        self.assertEqual(len(self.kernel.loads), 2)
        self.assertEqual(udp.restored, 1)

    def test_a_table_that_was_gone_as_soon_as_it_was_loaded_is_loaded_anew(self):
        self.kernel.table = ""
        udp = self.started()
        udp.guard()
        self.assertEqual(len(self.kernel.loads), 2)

    def test_what_could_not_be_loaded_is_tried_again_and_its_problem_said_once(self):
        self.kernel.problem, self.kernel.table = "out of memory", ""
        udp = self.started()
        udp.guard()
        self.assertEqual(self.written.getvalue().count("not loaded"), 1)
        self.kernel.problem = ""
        udp.guard()
        self.assertEqual((udp.error, len(self.kernel.loads)), ("", 1))

    def test_a_table_that_is_as_it_was_left_is_not(self):
        udp = self.started()
        udp.guard()
        self.assertEqual(len(self.kernel.loads), 1)
        self.assertEqual(udp.restored, 0)

    def chain_that_drops(self):
        chain = {"family": "inet", "table": "theirs", "name": "forward", "hook": "forward", "policy": "drop"}
        self.kernel.forward = json.dumps({"nftables": [{"chain": chain}]})

    def test_a_firewall_that_drops_is_opened(self):
        self.chain_that_drops()
        self.started()
        self.assertIn("insert", [command[1] for command in self.kernel.commands])

    def test_a_firewall_that_is_not_ours_to_change_is_only_reported(self):
        self.chain_that_drops()
        self.deploy(agent.service(), firewall=False)
        udp = self.started()
        self.assertNotIn("insert", [command[1] for command in self.kernel.commands])
        (warning,) = udp.report()["warnings"]
        self.assertIn("nft insert rule inet theirs forward", warning)

    def test_a_reported_command_can_be_given_to_a_shell(self):
        self.chain_that_drops()
        self.deploy(agent.service(), firewall=False)
        (command,) = self.started().blocked
        words = subprocess.check_output(["sh", "-c", f"printf '%s\\n' {command}"], text=True).splitlines()
        self.assertEqual(words[-2:], ["comment", '"haproxy-udp:53"'])

    def test_removal_takes_the_table_the_flows_and_what_was_known_away(self):
        self.started()
        self.udp.Agent().remove()
        self.assertEqual(self.kernel.loads[-1], "add table inet haproxy_udp\ndelete table inet haproxy_udp\n")
        self.assertEqual(self.kernel.deleted[-1], {self.place(1), self.place(2), self.place(3)})
        self.assertFalse(self.udp.STATE.exists())


if __name__ == "__main__":
    unittest.main()
