"""What the agent does to chains of others that drop by default. The listings are iptables' 1.8.9 and nft's 1.0.6 own."""

import json
import unittest
from unittest import mock

import agent

udp = agent.load()

POLICY = "-P FORWARD DROP"
DOCKER = "-A FORWARD -j DOCKER-USER"
OURS = "-A FORWARD -p udp -m conntrack --ctstate DNAT --ctorigdstport 53 -m comment " '--comment "haproxy-udp:53" -j ACCEPT'
RULE = "-p udp -m conntrack --ctstate DNAT --ctorigdstport {0} -m comment --comment haproxy-udp:{0} -j ACCEPT"

RULES = """\
		udp dport 9999 accept comment "mine" # handle 4
		ct state established accept # handle 5
"""
OUR_RULES = """\
		meta l4proto udp ct status dnat ct original proto-dst 51820 accept comment "haproxy-udp:51820" # handle 2
		meta l4proto udp ct status dnat ct original proto-dst 53 accept comment "haproxy-udp:53" # handle 3
"""
CHAIN = """\
table inet theirs {{
	chain forward {{ # handle 1
		type filter hook forward priority filter; policy drop;
{}	}}
}}
"""


def said(text):
    """Answer every command with this text."""
    return mock.patch.object(udp, "run", lambda *_, **__: text)


class Iptables(unittest.TestCase):
    def commands(self, ports, *rules):
        with said("\n".join([*rules, ""])):
            return [" ".join(command) for command in udp.iptables_commands("iptables", ports)]

    def test_a_forward_chain_that_drops_gets_a_rule_for_each_port(self):
        expected = [f"iptables -w 5 -I FORWARD {RULE.format(port)}" for port in (53, 51820)]
        self.assertEqual(self.commands({51820, 53}, POLICY, DOCKER), expected)

    def test_a_rule_that_is_there_is_not_inserted_again(self):
        expected = [f"iptables -w 5 -I FORWARD {RULE.format(51820)}"]
        self.assertEqual(self.commands({53, 51820}, POLICY, OURS), expected)
        self.assertEqual(self.commands({53}, POLICY, OURS), [])

    def test_a_rule_of_a_service_that_is_gone_is_deleted(self):
        self.assertEqual(self.commands(set(), POLICY, OURS), [f"iptables -w 5 -D FORWARD {RULE.format(53)}"])

    def test_a_chain_that_accepts_by_default_gets_no_rule_and_loses_ours(self):
        self.assertEqual(self.commands({53}, "-P FORWARD ACCEPT", DOCKER), [])
        self.assertEqual(self.commands({53}, "-P FORWARD ACCEPT", OURS), [f"iptables -w 5 -D FORWARD {RULE.format(53)}"])

    def test_rules_of_others_are_left_alone(self):
        other = OURS.replace("haproxy-udp:53", "mine:53")
        self.assertEqual(self.commands(set(), POLICY, other, DOCKER), [])


class Nft(unittest.TestCase):
    INSERT = "nft insert rule inet theirs forward meta l4proto udp ct status dnat ct original proto-dst"
    DELETE = "nft delete rule inet theirs forward handle"

    def commands(self, ports, rules):
        with said(CHAIN.format(rules)):
            return [" ".join(command) for command in udp.nft_commands("inet", "theirs", "forward", ports)]

    def test_a_chain_gets_a_rule_for_each_port(self):
        expected = [f'{self.INSERT} {port} accept comment "haproxy-udp:{port}"' for port in (53, 51820)]
        self.assertEqual(self.commands({51820, 53}, RULES), expected)

    def test_rules_that_are_there_stay(self):
        self.assertEqual(self.commands({53, 51820}, OUR_RULES + RULES), [])

    def test_only_what_is_missing_is_inserted_and_only_what_is_too_much_is_deleted(self):
        expected = [f"{self.DELETE} 2", f'{self.INSERT} 514 accept comment "haproxy-udp:514"']
        self.assertEqual(self.commands({53, 514}, OUR_RULES + RULES), expected)

    def test_without_services_our_rules_are_deleted_and_no_others(self):
        self.assertEqual(self.commands(set(), OUR_RULES + RULES), [f"{self.DELETE} 3", f"{self.DELETE} 2"])
        self.assertEqual(self.commands(set(), RULES), [])


class Chains(unittest.TestCase):
    """Which chains are looked at at all. A chain is (family, table, name, policy)."""

    def commands(self, *chains, hook="forward", installed=True):
        listing = [{"metainfo": {"version": "1.0.6"}}]
        for family, table, name, policy in chains:
            listing.append({"chain": {"family": family, "table": table, "name": name, "hook": hook, "policy": policy}})
        answers = {"nft --json": json.dumps({"nftables": listing}), "iptables": f"{POLICY}\n", "ip6tables": f"{POLICY}\n"}

        def run(*command, **_):
            return next((text for start, text in answers.items() if " ".join(command).startswith(start)), "")

        none = mock.patch.object(udp.Path, "exists", lambda _: False)  # nothing of iptables-legacy
        with mock.patch.object(udp, "run", run), mock.patch.object(udp, "is_installed", lambda _: installed), none:
            return [" ".join(command[:7]) for command in udp.firewall_commands({53})]

    def test_chains_of_iptables_are_changed_by_iptables(self):
        self.assertEqual(self.commands(("ip", "filter", "FORWARD", "drop")), ["iptables -w 5 -I FORWARD -p udp"])
        self.assertEqual(self.commands(("ip6", "filter", "FORWARD", "drop")), ["ip6tables -w 5 -I FORWARD -p udp"])

    def test_a_chain_of_that_name_on_a_host_without_iptables_is_changed_by_nft(self):
        found = self.commands(("ip", "filter", "FORWARD", "drop"), installed=False)
        self.assertEqual(found, ["nft insert rule ip filter FORWARD meta"])

    def test_a_chain_of_somebody_that_drops_gets_a_rule(self):
        found = self.commands(("inet", "theirs", "forward", "drop"), ("ip", "more", "f", "drop"))
        self.assertEqual(found, ["nft insert rule inet theirs forward meta", "nft insert rule ip more f meta"])

    def test_a_chain_that_accepts_by_default_gets_none(self):
        self.assertEqual(self.commands(("inet", "theirs", "forward", "accept")), [])

    def test_our_own_table_and_bridges_are_left_alone(self):
        self.assertEqual(self.commands(("inet", "haproxy_udp", "forward", "drop"), ("bridge", "b", "f", "drop")), [])

    def test_chains_of_other_hooks_are_left_alone(self):
        self.assertEqual(self.commands(("inet", "theirs", "input", "drop"), hook="input"), [])

    def test_a_host_without_rules_gets_none(self):
        self.assertEqual(self.commands(), [])


if __name__ == "__main__":
    unittest.main()
