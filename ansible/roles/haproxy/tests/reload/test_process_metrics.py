"""What /metrics/process says."""

import re

from haproxy import HAProxyTest, wait_until


class ProcessMetrics(HAProxyTest):
    def setUp(self):
        super().setUp()
        self.server = self.worker()
        self.backends = {"service": [self.server.line("w")]}

    def test_old_processes_and_their_sessions_are_counted_until_they_end(self):
        self.start(self.backends)
        first = [self.session("service", self.server) for _ in range(2)]
        self.reload(self.backends)
        second = self.session("service", self.server)
        self.reload(self.backends)
        wait_until("two processes", lambda: self.counted() == ("2", "3"))
        for session in first:
            session.close()
        wait_until("one process", lambda: self.counted() == ("1", "1"))
        second.close()
        wait_until("none", lambda: self.counted() == ("0", "0"))

    def counted(self):
        return self.metric("old_processes"), self.metric("old_sessions")

    def test_reloads_are_read_from_the_file_that_the_unit_keeps(self):
        self.start(self.backends)
        self.assertEqual((self.metric("reloads_total"), self.metric("reload_failures_total")), ("0", "0"))
        (self.folder / "reloads").write_text("reloads 7 failures 2\n", encoding="utf-8")
        self.assertEqual((self.metric("reloads_total"), self.metric("reload_failures_total")), ("7", "2"))

    def test_the_configuration_is_the_one_that_the_process_runs(self):
        self.start(self.backends)
        self.write(self.backends)
        self.assertEqual(self.metric("configuration_info"), '{hash="generation1"} 1')
        self.reload(self.backends)
        # For a moment after a reload, the old process of HAProxy 2.2 may still take a connection.
        wait_until("the new one", lambda: self.metric("configuration_info") == '{hash="generation3"} 1')

    def test_each_metric_has_a_help_a_type_and_a_number(self):
        self.start(self.backends)
        one = r"# HELP (\w+) [A-Z][^\n]*\.\n# TYPE \1 (counter|gauge)\n\1(\{[a-z]+=\"\w*\"\})? \d+\n"
        self.assertRegex(self.metrics(), re.compile(rf"\A({one})+\Z".replace(r"\1", r"\2")))
