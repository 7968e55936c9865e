"""What the role refuses of a host; the variables are judged in examples/refused and by scripts/test/judges.py."""

import importlib.util
import unittest
from pathlib import Path

PLUGIN = Path(__file__).parents[1] / "filter_plugins/haproxy_problems.py"
SPEC = importlib.util.spec_from_file_location("haproxy_problems", PLUGIN)
problems = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(problems)

HOST = {
    "os": {"ID": "debian", "ID_LIKE": "", "VERSION_CODENAME": "bookworm"},
    "packages": ["haproxy"],
    "version": "2.6.12",
    "enabled": "enabled",
    "configuration": "ours",
    "free": {},
    "unusable_addresses": [],
    "listeners": [],
    "udp": {"receivers": []},
}


class Capacity(unittest.TestCase):
    def said(self, open_files, service):
        given = {
            "haproxy_tcp_backends": [{"name": "https", "port": 443, **service}],
            "haproxy_udp_backends": [],
            "haproxy_stats_port": 0,
            "haproxy_metrics_port": 0,
            "haproxy_maxconn": 1000,
            "haproxy_adopt": False,
        }
        return problems.haproxy_host_problems(given, {**HOST, "open_files": open_files}, ["all"])

    def test_servers_of_routes_need_files_as_those_of_services_do(self):
        server = {"name": "w", "address": "192.0.2.1", "port": 30443}
        needed = 2 * 1000 + 100 + 2 + 3
        self.assertEqual(self.said(needed, {"servers": [server] * 3}), [])
        self.assertNotEqual(self.said(needed - 1, {"servers": [server] * 3}), [])
        routes = [{"name": "shop", "hosts": ["a.example"], "servers": [server] * 5}]
        self.assertEqual(self.said(needed + 7, {"servers": [server] * 3, "sni_routes": routes}), [])
        self.assertNotEqual(self.said(needed + 6, {"servers": [server] * 3, "sni_routes": routes}), [])


if __name__ == "__main__":
    unittest.main()
