"""The metrics page is Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats), read strictly."""

import re
import threading
import unittest
from unittest import mock

import agent

LABEL = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)')


def read_page(text):
    """Return the values by metric and labels, and the types. ValueError where the page is not as the format says."""
    if not text.endswith("\n"):
        raise ValueError("the last line has no end")
    values, types, helped, family = {}, {}, set(), None
    for line in text.splitlines():
        if line.startswith("# "):
            _, kind, name, words = line.split(" ", 3)
            if name != family and (name in helped or name in types):
                raise ValueError(f"{name} is in two pieces")
            family = name
            if kind == "HELP" and name not in helped and words:
                helped.add(name)
            elif kind == "TYPE" and name not in types and words in ("counter", "gauge"):
                types[name] = words
            else:
                raise ValueError(line)
            continue
        found = re.fullmatch(r"([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)", line)
        if not found or found[1] != family or family not in types:
            raise ValueError(f"no sample of {family}: {line}")
        labels, rest = {}, found[2] or ""
        while rest:
            label = LABEL.match(rest)
            if not label or label[1] in labels:
                raise ValueError(line)
            labels[label[1]], rest = label[2], rest[label.end() :]
        key = (found[1], frozenset(labels.items()))
        if key in values:
            raise ValueError(f"twice: {line}")
        values[key] = float(found[3])
    return values, types


class Page(unittest.TestCase):
    def page(self, change=lambda made: None, flows=()):
        udp = agent.load("/nonexistent")
        with mock.patch.object(udp, "slot_one", str):  # the page has no slots, and nft may not be there
            made = udp.Agent()
        made.services = [agent.service("dns-1.internal:53"), agent.service("other", ["worker-1"], number=2, port=54)]
        made.live = {"dns-1.internal:53": ["worker-1", "worker-3"], "other": ["worker-1"]}
        made.states = {"other": {"worker-1": "down"}}
        made.traffic[("dns-1.internal:53", "worker-1"), "bytes"] = 2**53
        made.count_traffic = lambda: made.traffic
        change(made)
        with mock.patch.object(udp, "flows", lambda: flows):
            return read_page(udp.metrics_page(made, threading.RLock())), udp

    def value(self, metric, flows=(), change=lambda made: None, **labels):
        (values, _), _ = self.page(change, flows)
        return values[f"haproxy_udp_{metric}", frozenset(labels.items())]

    def test_the_page_is_text_that_prometheus_takes(self):
        (values, types), udp = self.page()
        self.assertEqual(set(types), {f"haproxy_udp_{name}" for name in udp.METRICS})
        self.assertEqual({name for name, _ in values}, set(types))

    def test_the_page_of_no_services_is_text_too(self):
        (values, _), _ = self.page(lambda made: made.services.clear())
        self.assertEqual(len(values), 5)

    def test_counters_are_called_total_and_gauges_are_not(self):
        (_, types), _ = self.page()
        for name, kind in types.items():
            self.assertEqual(name.endswith("_total"), kind == "counter", name)

    def test_labels_are_those_of_haproxys_own_metrics(self):
        server = {"proxy": "udp_dns-1.internal:53", "server": "worker-1"}
        self.assertEqual(self.value("server_live", **server), 1)
        self.assertEqual(self.value("server_bytes_total", **server), 2**53)
        self.assertEqual(self.value("service_live_servers", proxy="udp_dns-1.internal:53"), 2)

    def test_a_server_without_new_flows_is_not_live(self):
        self.assertEqual(self.value("server_live", proxy="udp_dns-1.internal:53", server="worker-2"), 0)

    def test_flows_are_counted_for_the_server_that_answers(self):
        flows = [("198.51.100.1", 53, "192.0.2.2", "192.0.2.11", 30053, answered) for answered in (True, False)]
        flows += [("198.51.100.1", 54, "192.0.2.2", "192.0.2.11", 30053, True), ("198.51.100.1", 53, "192.0.2.2", "192.0.2.2", 53, True)]
        self.assertEqual(self.value("server_unanswered_flows", flows, proxy="udp_dns-1.internal:53", server="worker-1"), 1)
        self.assertEqual(self.value("server_flows", flows, proxy="udp_dns-1.internal:53", server="worker-1"), 2)
        self.assertEqual(self.value("server_flows", flows, proxy="udp_dns-1.internal:53", server="worker-2"), 0)
        self.assertEqual(self.value("server_flows", flows, proxy="udp_other", server="worker-1"), 1)

    def test_a_service_whose_checks_all_fail_is_told_from_one_that_works(self):
        self.assertEqual(self.value("service_fail_open", proxy="udp_other"), 1)

    def test_a_load_that_failed_is_told(self):
        self.assertEqual(self.value("loaded"), 1)
        self.assertEqual(self.value("loaded", change=lambda made: setattr(made, "error", "syntax error")), 0)

    def test_a_haproxy_that_is_away_is_told(self):
        self.assertEqual(self.value("haproxy_up", change=lambda made: setattr(made, "haproxy", False)), 0)

    def test_a_firewall_that_blocks_is_told(self):
        self.assertEqual(self.value("firewall_blocks"), 0)
        self.assertEqual(self.value("firewall_blocks", change=lambda made: made.blocked.append("iptables")), 1)


class Reader(unittest.TestCase):
    """The strict reader of this file refuses what Prometheus would."""

    def test_pages_that_are_not_as_the_format_says_are_refused(self):
        head = "# HELP a b\n# TYPE a gauge\n"
        for text in (f"{head}a 1", f"{head}b 1\n", "a 1\n", f"{head}a one\n", f'{head}a{{b="c}} 1\n', f"{head}a 1\na 2\n"):
            with self.subTest(text), self.assertRaises(ValueError):
                read_page(text)
        other = head.replace(" a ", " b ")
        with self.assertRaises(ValueError):
            read_page(f"{head}a 1\n{other}b 1\n# HELP a b\n")


if __name__ == "__main__":
    unittest.main()
