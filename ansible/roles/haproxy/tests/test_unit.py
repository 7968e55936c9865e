"""What the unit's program makes of HAProxy's answers: `show proc` and `show servers state` as four versions gave them."""

import os
import tempfile
import unittest
from unittest import mock

import deployment  # noqa: F401  makes the next import possible
from ansible.module_utils import haproxy_unit as unit

AFTER_RELOAD_22 = """#<PID>          <type>          <relative PID>  <reloads>       <uptime>        <version>
459             master          0               1               0d00h00m09s     2.2.9-2+deb11u7
# workers
481             worker          1               0               0d00h00m01s     2.2.9-2+deb11u7
# old workers
462             worker          [was: 1]        1               0d00h00m09s     2.2.9-2+deb11u7
# programs
"""
FAILED_22 = """#<PID>          <type>          <relative PID>  <reloads>       <uptime>        <version>
459             master          0               3               0d00h00m12s     2.2.9-2+deb11u7
# workers
# old workers
481             worker          [was: 1]        2               0d00h00m04s     2.2.9-2+deb11u7
# programs
"""
BEFORE_30 = """#<PID>          <type>          <reloads>       <uptime>        <version>
275             master          1 [failed: 0]   0d00h00m08s     3.0.11-1+deb13u5
# workers
298             worker          0               0d00h00m01s     3.0.11-1+deb13u5
# programs
"""
FAILED_30 = """#<PID>          <type>          <reloads>       <uptime>        <version>
275             master          2 [failed: 1]   0d00h00m11s     3.0.11-1+deb13u5
# workers
298             worker          1               0d00h00m04s     3.0.11-1+deb13u5
# programs
"""
LOADING_32 = """#<PID>          <type>          <reloads>       <uptime>        <version>
286             master          2 [failed: 0]   0d00h00m10s     3.2.26-1
# workers
326             worker          0               0d00h00m01s     3.2.26-1
# old workers
308             worker          1               0d00h00m02s     3.2.26-1
"""
FAILED_32 = LOADING_32.replace("[failed: 0]", "[failed: 1]").replace("326             worker          0               0d00h00m01s     3.2.26-1\n", "")
STATE = """1
# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight srv_time_since_last_change srv_check_status srv_check_result srv_check_health srv_check_state srv_agent_state bk_f_forced_id srv_f_forced_id srv_fqdn srv_port srvrecord srv_use_ssl srv_check_port srv_check_addr srv_agent_addr srv_agent_port
3 db 1 w1 127.0.0.1 2 0 1 1 10 6 3 4 6 0 0 0 - 9999 - 0 0 - - 0
3 db 2 w2 127.0.0.2 0 8 1 1 12 8 2 0 6 0 0 0 - 9999 - 0 0 - - 0
3 db 3 w3 127.0.0.3 2 0 1 1 12 6 3 4 6 0 0 0 - 9999 - 0 0 - - 0
3 db 4 w4 2001:db8::1 2 0 1 1 12 6 3 4 6 0 0 0 - 9999 - 0 0 - - 0
3 db 5 w5 192.0.2.9 2 0 1 1 12 6 3 4 6 0 0 0 w5.example.org 9999 - 0 0 - - 0
4 MASTER 1 cur-1 - 2 0 0 0 8 1 0 0 0 0 0 0 - 0 -
"""
CONFIGURATION = """backend db
    server w1 127.0.0.1:9999 check
    server w2 127.0.0.2:9998 check
    server w4 [2001:db8:0::1]:9999 check
    server w5 w5.example.org:9999 check
"""


def master(answer):
    return mock.patch.object(unit, "ask", lambda command, path=unit.SOCKET: answer)


class ShowProc(unittest.TestCase):
    def test_reads_the_pids_of_current_and_old_workers(self):
        with master(AFTER_RELOAD_22):
            self.assertEqual(unit.processes(), {"reloads": 1, "failed": 0, "current": [481], "old": [462]})
        with master(LOADING_32):
            self.assertEqual(unit.processes(), {"reloads": 2, "failed": 0, "current": [326], "old": [308]})

    def outcome(self, before, after, answering=None, wanted="new"):
        with master(before):
            seen = unit.processes()
        with master(after), mock.patch.object(unit, "running", lambda: answering):
            return unit.became(seen, seen["current"][0], wanted)

    def test_a_worker_that_could_not_start_is_seen_on_every_version(self):
        old = {"pid": 298, "configuration": "old", "version": ""}
        self.assertIs(self.outcome(BEFORE_30, FAILED_30, old), False)
        self.assertIs(self.outcome(AFTER_RELOAD_22, FAILED_22, {**old, "pid": 481}), False)
        self.assertIs(self.outcome(LOADING_32.replace("326", "308"), FAILED_32, {**old, "pid": 308}), False)

    def test_while_the_new_worker_loads_nobody_can_say(self):
        before = BEFORE_30.replace("298", "308")
        self.assertIsNone(self.outcome(before, LOADING_32, {"pid": 308, "configuration": "old", "version": ""}))

    def test_a_configuration_without_a_socket_is_taken_for_running_once_it_stayed(self):
        with master(BEFORE_30):
            seen = unit.processes()
        with master(BEFORE_30.replace("298", "326")), mock.patch.object(unit, "running", lambda: None):
            self.assertIsNone(unit.became(seen, None, None, elapsed=1.0))
            self.assertIs(unit.became(seen, None, None, elapsed=4.0), True)

    def test_a_new_worker_counts_only_once_the_master_answers_too(self):
        with master(BEFORE_30):
            seen = unit.processes()
        answering = {"pid": 326, "configuration": "new", "version": ""}
        with mock.patch.object(unit, "ask", side_effect=ConnectionRefusedError), mock.patch.object(unit, "running", lambda: answering):
            self.assertIsNone(unit.became(seen, 298, "new"))

    def test_a_new_worker_counts_only_with_the_configuration_that_was_meant(self):
        self.assertIs(self.outcome(BEFORE_30, BEFORE_30, {"pid": 326, "configuration": "new", "version": ""}), True)
        self.assertIsNone(self.outcome(BEFORE_30, BEFORE_30, {"pid": 326, "configuration": "other", "version": ""}))

    def test_the_worker_of_before_does_not_count_though_its_configuration_is_the_same(self):
        self.assertIsNone(self.outcome(BEFORE_30, BEFORE_30, {"pid": 298, "configuration": "new", "version": ""}))


class KeptState(unittest.TestCase):
    def kept(self):
        rows = [line.split(" ") for line in unit.kept_state(STATE, CONFIGURATION).splitlines() if line[:1].isdigit() and " " in line]
        return {row[3]: row for row in rows}

    def test_a_server_whose_port_changed_starts_anew(self):
        self.assertNotIn("w2", self.kept())

    def test_a_server_that_is_gone_and_the_master_are_left_out(self):
        self.assertEqual(sorted(self.kept()), ["w1", "w4", "w5"])

    def test_a_service_that_was_two_sections_and_becomes_one_keeps_its_state(self):
        one = CONFIGURATION.replace("backend db", "listen db\n    bind :9999")
        self.assertEqual(unit.kept_state(STATE, one), unit.kept_state(STATE, CONFIGURATION))

    def test_ipv6_is_compared_as_an_address_and_a_name_as_a_name(self):
        self.assertIn("w4", self.kept())
        self.assertIn("w5", self.kept())

    def test_every_server_counts_as_not_checked_yet(self):
        self.assertEqual({tuple(row[10:12]) for row in self.kept().values()}, {("1", "0")})

    def test_the_rest_of_a_line_stays(self):
        self.assertEqual(self.kept()["w1"][:10], "3 db 1 w1 127.0.0.1 2 0 1 1 10".split())

    def test_without_servers_the_format_is_still_named(self):
        self.assertEqual(unit.kept_state("1\n", ""), "1\n")


class Writing(unittest.TestCase):
    def test_a_text_that_cannot_be_written_leaves_the_old_one_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "haproxy.cfg")
            unit.write(path, "old")
            with mock.patch("os.fsync", side_effect=OSError(28, "No space left on device")), self.assertRaises(OSError):
                unit.write(path, "new")
            self.assertEqual(unit.read(path), "old")
            self.assertEqual(os.listdir(folder), ["haproxy.cfg"])

    def test_a_full_disk_makes_no_failure_of_a_reload_that_took(self):
        with tempfile.TemporaryDirectory() as folder:
            counts, state = os.path.join(folder, "reloads"), os.path.join(folder, "state")
            unit.write(state, STATE)
            full = mock.patch("os.fsync", side_effect=OSError(28, "No space left on device"))
            with full, mock.patch.object(unit, "COUNTS", counts), mock.patch.object(unit, "STATE", state), mock.patch.object(unit, "say"):
                unit.count(True)
                unit.forget()
            self.assertEqual(unit.read(state), "")

    def test_reloads_and_failures_are_counted(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(unit, "COUNTS", os.path.join(folder, "reloads")):
            for took in (True, False, None):
                unit.count(took)
            self.assertEqual(unit.read(unit.COUNTS), "reloads 3 failures 2\n")
