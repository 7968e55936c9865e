"""What the agent makes of what HAProxy says of its servers. The rows are HAProxy's own: see record_show_stat.py."""

import unittest
from pathlib import Path

import agent

udp = agent.load()
ROWS = udp.rows_of((Path(__file__).parent / "show-stat-2.6.csv").read_text(encoding="utf-8"))
EVERY = (None, udp.UP, udp.LEAVING, udp.DRAINED, udp.LOST, udp.DOWN, udp.OUT, udp.NEW)
CHECKED, TRACKING = "workers", "udp_tracking"


class State(unittest.TestCase):
    def states(self, name, before, proxies=(CHECKED, TRACKING)):
        """The state of the server of this name, and of the one that tracks it: they have to be the same."""
        found = {udp.state_of(ROWS[proxy, name], ROWS, before)[0] for proxy in proxies}
        self.assertEqual(len(found), 1, f"{name}, before {before}: {found}")
        return found.pop()

    def expect(self, expected, name, befores=EVERY, **options):
        for before in befores:
            with self.subTest(name, before=before):
                self.assertEqual(self.states(name, before, **options), expected)

    def test_a_server_whose_check_passes_is_up_whatever_it_was(self):
        self.expect(udp.UP, "up")

    def test_a_server_whose_check_passes_is_said_to_have_passed(self):
        for name in ("up", "leaving"):
            for proxy in (CHECKED, TRACKING):
                self.assertTrue(udp.state_of(ROWS[proxy, name], ROWS, None)[1], name)

    def test_a_server_that_has_passed_no_check_is_not_said_to_have(self):
        for name in ("up_failing", "down", "down_passing", "maint", "drain", "started", "reloaded"):
            for proxy in (CHECKED, TRACKING):
                self.assertFalse(udp.state_of(ROWS[proxy, name], ROWS, None)[1], name)

    def test_a_server_that_begins_to_fail_stays_what_it_was(self):
        self.expect(udp.UP, "up_failing", [udp.UP])
        self.expect(udp.LEAVING, "up_failing", [udp.LEAVING])
        self.expect(udp.DOWN, "up_failing", [udp.DOWN])

    def test_a_server_that_is_down_is_down_whatever_it_was(self):
        before = (None, udp.UP, udp.LEAVING, udp.DOWN, udp.NEW)
        self.expect(udp.DOWN, "down", before)
        self.expect(udp.DOWN, "started_and_failing", before)

    def test_a_server_that_is_down_and_begins_to_pass_is_down(self):
        self.expect(udp.DOWN, "down_passing", [None, udp.UP, udp.DOWN, udp.NEW])

    def test_a_node_that_kube_proxy_says_is_leaving_is_leaving(self):
        self.expect(udp.LEAVING, "leaving")

    def test_a_node_that_is_leaving_and_begins_to_fail_is_leaving(self):
        self.expect(udp.LEAVING, "leaving_failing")

    def test_a_drained_server_is_drained_whatever_its_checks_say_before_it_is_down(self):
        self.expect(udp.DRAINED, "drain")
        self.expect(udp.DRAINED, "drain_failing")
        self.expect(udp.DRAINED, "own_drain", proxies=[TRACKING])

    def test_a_server_of_weight_0_is_drained(self):
        self.expect(udp.DRAINED, "weight_0", proxies=[CHECKED])
        self.expect(udp.DRAINED, "own_weight_0", proxies=[TRACKING])

    def test_the_weight_of_a_tracked_server_is_its_own_matter(self):
        self.expect(udp.UP, "weight_0", proxies=[TRACKING])

    def test_a_server_of_weight_0_that_is_down_loses_its_flows_and_is_never_used_by_fail_open(self):
        self.expect(udp.LOST, "weight_0_down", proxies=[CHECKED])
        self.expect(udp.LOST, "own_weight_0_down", proxies=[TRACKING])

    def test_a_drained_server_that_goes_down_loses_its_flows_and_is_never_used_by_fail_open(self):
        self.expect(udp.LOST, "drain_down", [udp.DRAINED, udp.LOST])

    def test_a_server_that_comes_back_from_maintenance_and_fails_is_down_as_any_other(self):
        self.expect(udp.DOWN, "down", [udp.OUT, udp.NEW])

    def test_a_server_in_maintenance_is_out_whatever_it_was(self):
        self.expect(udp.OUT, "maint")
        self.expect(udp.OUT, "own_maint", proxies=[TRACKING])

    def test_a_server_without_a_check_is_up(self):
        self.assertEqual(udp.state_of(ROWS[TRACKING, "no_check"], ROWS, None), (udp.UP, True))

    def test_a_server_that_was_down_before_a_start_of_haproxy_is_not_revived_until_a_check_passes(self):
        for name in ("started", "reloaded"):
            self.expect(udp.DOWN, name, [udp.DOWN])
        self.expect(udp.UP, "up", [udp.DOWN])

    def test_a_server_that_was_in_use_stays_so_over_a_start_of_haproxy(self):
        for name in ("started", "reloaded"):
            for before in (udp.UP, udp.LEAVING):
                self.expect(before, name, [before])

    def test_a_server_of_which_nothing_is_known_is_new_until_its_first_check(self):
        for name in ("started", "reloaded"):
            self.expect(udp.NEW, name, [None, udp.NEW, udp.OUT, udp.DRAINED])

    def test_a_tracked_server_that_is_not_listed_says_as_much_as_the_status(self):
        row = ROWS[TRACKING, "down"]
        self.assertEqual(udp.state_of(row, {}, udp.UP)[0], udp.DOWN)


class Choice(unittest.TestCase):
    def choose(self, fail_open=True, live=(), backups=(), **states):
        return udp.servers_for(states, fail_open, live, backups)

    def test_servers_that_are_up_get_all_new_flows(self):
        chosen = self.choose(a=udp.UP, b=udp.LEAVING, c=udp.DRAINED, d=udp.DOWN, e=udp.OUT, f=udp.NEW, g=udp.UP)
        self.assertEqual(chosen, ["a", "g"])

    def test_servers_that_are_leaving_are_used_where_none_is_up(self):
        for fail_open in (True, False):
            self.assertEqual(self.choose(fail_open, a=udp.DOWN, b=udp.LEAVING, c=udp.NEW), ["b"])

    def test_where_every_check_fails_all_servers_are_used(self):
        self.assertEqual(self.choose(a=udp.DOWN, b=udp.NEW), ["a", "b"])

    def test_without_fail_open_none_is_used_where_every_check_fails(self):
        self.assertEqual(self.choose(fail_open=False, a=udp.DOWN, b=udp.NEW), [])

    def test_servers_in_maintenance_and_drained_ones_never_fail_open(self):
        self.assertEqual(self.choose(a=udp.DOWN, b=udp.OUT, c=udp.DRAINED, d=udp.LOST), ["a"])
        self.assertEqual(self.choose(b=udp.OUT, c=udp.DRAINED, d=udp.LOST), [])

    def test_a_server_in_use_of_which_nothing_is_known_yet_stays_in_use(self):
        chosen = self.choose(a=udp.UP, b=udp.NEW, c=udp.NEW, live=["a", "b"])
        self.assertEqual(chosen, ["a", "b"])
        self.assertEqual(self.choose(a=udp.DOWN, b=udp.NEW, live=["a", "b"]), ["b"])

    def test_backups_get_new_flows_while_no_other_is_up(self):
        backups = ["b", "c"]
        self.assertEqual(self.choose(backups=backups, a=udp.UP, b=udp.UP, c=udp.UP), ["a"])
        for other in (udp.DOWN, udp.LEAVING, udp.DRAINED, udp.OUT, udp.LOST):
            self.assertEqual(self.choose(backups=backups, a=other, b=udp.UP, c=udp.UP), ["b", "c"])

    def test_backups_never_fail_open_beside_others(self):
        self.assertEqual(self.choose(backups=["b"], a=udp.DOWN, b=udp.DOWN), ["a"])
        self.assertEqual(self.choose(backups=["b"], a=udp.OUT, b=udp.DOWN), ["b"])

    def test_backups_alone_are_used_as_others_are(self):
        self.assertEqual(self.choose(backups=["a", "b"], a=udp.UP, b=udp.UP), ["a", "b"])

    def test_a_service_without_servers_uses_none(self):
        self.assertEqual(self.choose(), [])


if __name__ == "__main__":
    unittest.main()
