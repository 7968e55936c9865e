"""What the agent puts into the kernel when its files are new, and what it keeps where they cannot be loaded."""

import unittest

import agent
from agent_test import DOWN, STARTED, UP, AgentTest


class Loading(AgentTest):
    def test_the_rules_and_the_live_servers_are_one_transaction(self):
        self.states(UP, DOWN, UP)
        self.started()
        (text,) = self.kernel.loads
        self.assertEqual(text.splitlines()[0], "the rules")
        self.assertEqual(self.servers_in(text), {11, 13})

    def test_a_reload_revives_no_dead_server(self):
        udp = self.started()
        self.states(UP, DOWN, UP)
        udp.look()
        self.states(UP, STARTED, UP)
        udp.load("reload")
        self.assertEqual(self.servers_in(self.kernel.loads[-1]), {11, 13})

    def test_a_restart_of_the_agent_revives_no_dead_server_while_haproxy_starts_or_is_away(self):
        self.states(UP, DOWN, UP)
        self.started()
        self.states(STARTED, STARTED, STARTED)
        self.started()
        self.haproxy.close()
        self.started()
        for text in self.kernel.loads:
            self.assertEqual(self.servers_in(text), {11, 13})

    def test_a_load_that_fails_keeps_what_ran_and_says_so(self):
        udp = self.started()
        self.states(UP, DOWN, UP)
        udp.look()
        ran = (udp.services, udp.states, set(udp.passed), udp.live, udp.hash, udp.kept())
        self.deploy(agent.service("other"), rules="broken", firewall=False)
        self.kernel.problem = "syntax error"
        udp.load("reload")
        self.assertEqual((udp.services, udp.states, udp.passed, udp.live, udp.hash, udp.kept()), ran)
        self.assertTrue(udp.manage_firewall)
        self.assertIn("syntax error", udp.report()["error"])
        self.assertIn(udp.error, udp.warnings())
        self.assertIn("was not loaded: syntax error", self.written.getvalue())

    def test_files_that_cannot_be_read_keep_what_ran(self):
        udp = self.started()
        for text in ("{", '{"services": []}'):
            self.udp.RULES.write_text(f"the rules\n# agent: {text}\n", encoding="utf-8")
            udp.load("reload")
            self.assertEqual([service["name"] for service in udp.services], ["dns"])
            self.assertIn("was not loaded", udp.error)
        self.udp.RULES.unlink()
        udp.load("reload")
        self.assertIn("was not loaded", udp.error)
        self.assertEqual(len(self.kernel.loads), 1)

    def test_a_load_that_succeeds_takes_the_error_back(self):
        udp = self.started()
        self.kernel.problem = "syntax error"
        udp.load("reload")
        self.kernel.problem = ""
        udp.load("reload")
        self.assertEqual((udp.error, udp.warnings()), ("", []))

    def test_the_hash_is_that_of_the_files_that_were_loaded(self):
        udp = self.started()
        first = udp.report()["hash"]
        self.deploy(agent.service(), rules="other rules")
        self.assertEqual(udp.report()["hash"], first)
        udp.load("reload")
        self.assertNotEqual(udp.report()["hash"], first)

    def test_flows_of_a_service_that_is_gone_are_deleted(self):
        udp = self.started()
        self.deploy(agent.service("other", port=54))
        udp.load("reload")
        self.assertEqual(self.kernel.deleted[-1], {self.place(1), self.place(2), self.place(3)})

    def test_flows_of_a_service_that_went_while_the_agent_was_away_are_deleted(self):
        self.started()
        self.deploy(agent.service("other", port=54))
        self.started()
        self.assertEqual(self.kernel.deleted[-1], {self.place(1), self.place(2), self.place(3)})

    def test_a_reload_that_changes_nothing_deletes_no_flow(self):
        udp = self.started()
        self.kernel.deleted.clear()
        udp.load("reload")
        self.assertEqual(set().union(*self.kernel.deleted), set())

    def test_a_server_that_moved_to_another_address_is_not_taken_for_the_old_one(self):
        udp = self.started()
        moved = agent.service()
        moved["servers"][1]["address"] = "192.0.2.13"
        moved["servers"].pop()
        self.deploy(moved)
        self.states(UP, STARTED)
        udp.load("reload")
        self.assertEqual(udp.states["dns"], {"worker-1": "up", "worker-2": "new"})


class Counting(AgentTest):
    def packets(self, udp, server="worker-1", service="dns"):
        return udp.count_traffic()[(service, server), "packets"]

    def test_traffic_never_goes_back_across_loads(self):
        udp = self.started()
        self.kernel.counters = {"service1_server1": 5}
        seen = [self.packets(udp), self.packets(udp)]
        self.kernel.counters = {"service1_server1": 8}  # the table's last count, that no scrape has seen
        udp.load("reload")
        self.kernel.counters = {"service1_server1": 20}  # the new table's: more than the last one's, at the first look
        seen.append(self.packets(udp))
        udp.load("reload")
        self.kernel.counters = {"service1_server1": 2}
        seen.append(self.packets(udp))
        self.assertEqual(seen, [5, 5, 28, 30])

    def test_traffic_does_not_go_back_where_a_load_fails(self):
        udp = self.started()
        self.kernel.counters = {"service1_server1": 5}
        self.kernel.problem = "syntax error"
        udp.load("reload")
        self.kernel.counters = {"service1_server1": 6}
        self.assertEqual(self.packets(udp), 6)

    def test_traffic_does_not_go_back_where_somebody_flushed_the_table(self):
        udp = self.started()
        self.kernel.counters = {"service1_server1": 5}
        self.packets(udp)
        self.kernel.counters, self.kernel.table = {}, ""
        self.assertEqual(self.packets(udp), 5)
        udp.guard()
        self.kernel.counters = {"service1_server1": 1}
        self.assertEqual(self.packets(udp), 6)

    def test_traffic_does_not_go_back_where_somebody_began_the_table_anew(self):
        udp = self.started()
        self.kernel.counters = {"service1_server1": 5}
        self.packets(udp)
        self.kernel.counters = {"service1_server1": 1}
        self.assertEqual(self.packets(udp), 6)

    def test_traffic_before_a_load_belongs_to_the_servers_of_then(self):
        udp = self.started()
        self.kernel.counters = {"service1_server1": 5}
        self.deploy(agent.service("first", ["worker-2"], port=54), agent.service(number=2))
        udp.load("reload")
        self.kernel.counters = {}
        self.assertEqual(self.packets(udp), 5)
        self.assertEqual(self.packets(udp, "worker-2", "first"), 0)

    def test_packets_and_bytes_are_counted_for_each_server(self):
        udp = self.started()
        self.kernel.counters = {"service1_server1": 5, "service1_server2": 3, "of_somebody_else": 9}
        udp.count_traffic()
        expected = {
            (("dns", "worker-1"), "packets"): 5,
            (("dns", "worker-1"), "bytes"): 500,
            (("dns", "worker-2"), "packets"): 3,
            (("dns", "worker-2"), "bytes"): 300,
        }
        self.assertEqual(dict(udp.traffic), expected)


if __name__ == "__main__":
    unittest.main()
