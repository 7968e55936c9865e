"""What others do to the kernel's rules, and what the agent does to theirs."""

import signal
import subprocess
import sys
import unittest
from pathlib import Path

from namespace import KernelTest, run

PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); import agent; agent.load(sys.argv[2]).main()"


class Restoring(KernelTest):
    """With the agent as a process of its own."""

    def setUp(self):
        super().setUp()
        command = [sys.executable, "-c", PROGRAM, str(Path(__file__).parents[1]), str(self.folder)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.addCleanup(process.wait, 10)
        self.addCleanup(process.send_signal, signal.SIGTERM)
        self.until(Path(self.udp.PAGES).exists, "the agent is ready")

    def full(self):
        return sum(self.slots().values()) == 1024

    def restored(self, what, *command):
        run(*command)
        milliseconds = self.until(self.full, f"the maps are back after {what}")
        print(f"{what}: the maps are back after {milliseconds:.0f} ms", file=sys.stderr)

    def test_a_flushed_ruleset_is_put_back(self):
        self.restored("nft flush ruleset", "nft", "flush", "ruleset")

    def test_a_ruleset_that_is_flushed_again_and_again_is_put_back(self):
        # As a restart of nftables.service does it: a flush, and another while the first is being mended.
        for pause in range(10):
            run("nft", "flush", "ruleset")
            self.until(lambda: pause % 2 or self.full(), "the maps are back between two flushes")
            run("nft", "flush", "ruleset")
            self.until(self.full, f"the maps are back after {pause + 1} pairs of flushes")

    def test_a_deleted_table_is_put_back(self):
        self.restored("nft delete table", "nft", "delete", "table", "inet", "haproxy_udp")

    def test_rules_that_somebody_loaded_by_hand_are_filled(self):
        self.restored("nft -f udp.nft", "nft", "-f", str(self.udp.RULES))

    def test_a_flushed_chain_is_put_back(self):
        run("nft", "flush", "chain", "inet", "haproxy_udp", "prerouting")
        there = lambda: "udp dport 51820" in run("nft", "list", "chain", "inet", "haproxy_udp", "prerouting")
        self.until(there, "the chain is back")


class Nftables(KernelTest):
    RULE = 'meta l4proto udp ct status dnat ct original proto-dst 51820 accept comment "haproxy-udp:51820"'

    def setUp(self):
        super().setUp()
        run("nft", "add", "table", "inet", "theirs")
        run("nft", "add", "chain", "inet", "theirs", "forward", "{ type filter hook forward priority 0; policy drop; }")
        run("nft", "add", "rule", "inet", "theirs", "forward", "udp", "dport", "9999", "drop")

    def chain(self):
        """The chain's lines: its type, and its rules."""
        lines = run("nft", "--stateless", "list", "chain", "inet", "theirs", "forward").splitlines()
        return [line.strip() for line in lines if line.startswith("\t\t")]

    def test_a_chain_of_somebody_that_drops_gets_the_rule_first_and_loses_it_at_removal(self):
        before = self.chain()
        udp = self.started()
        self.assertEqual(self.chain(), [before[0], self.RULE, *before[1:]])
        udp.open_firewall()
        self.assertEqual(len(self.chain()), 3)
        self.udp.Agent().remove()
        self.assertEqual(self.chain(), before)

    def test_a_rule_that_somebody_took_away_is_put_back(self):
        udp = self.started()
        run("nft", "flush", "chain", "inet", "theirs", "forward")
        udp.guard()
        self.assertIn(self.RULE, self.chain())

    def test_a_chain_that_no_longer_drops_loses_the_rule(self):
        udp = self.started()
        run("nft", "add", "chain", "inet", "theirs", "forward", "{ policy accept; }")
        udp.guard()
        self.assertNotIn(self.RULE, self.chain())

    def test_a_firewall_that_is_not_ours_to_change_is_left_and_the_reported_command_opens_it(self):
        self.deploy(manage_firewall=False)
        before = self.chain()
        udp = self.started()
        self.assertEqual(self.chain(), before)
        (command,) = udp.blocked
        run("sh", "-c", command)
        udp.guard()
        self.assertIn(self.RULE, self.chain())
        self.assertEqual(udp.warnings(), [])


class Iptables(KernelTest):
    RULE = (
        "-A FORWARD -p udp -m conntrack --ctstate DNAT --ctorigdstport 51820 " '-m comment --comment "haproxy-udp:51820" -j ACCEPT'
    )
    programs = ("iptables", "ip6tables")

    def setUp(self):
        super().setUp()
        for program in self.programs:
            run(program, "-P", "FORWARD", "DROP")
            run(program, "-A", "FORWARD", "-p", "tcp", "-j", "DROP")

    def rules(self):
        return [run(program, "-S", "FORWARD").splitlines() for program in self.programs]

    def test_a_chain_that_drops_gets_the_rule_first_and_loses_it_at_removal(self):
        before = self.rules()
        udp = self.started()
        self.assertEqual(self.rules(), [[policy, self.RULE, rule] for policy, rule in before])
        udp.open_firewall()
        self.assertEqual([len(rules) for rules in self.rules()], [3, 3])
        self.udp.Agent().remove()
        self.assertEqual(self.rules(), before)

    def test_a_chain_that_no_longer_drops_loses_the_rule(self):
        udp = self.started()
        for program in self.programs:
            run(program, "-P", "FORWARD", "ACCEPT")
        udp.guard()
        self.assertEqual([len(rules) for rules in self.rules()], [2, 2])

    def test_a_firewall_that_is_not_ours_to_change_is_left_and_the_reported_commands_open_it(self):
        self.deploy(manage_firewall=False)
        before = self.rules()
        udp = self.started()
        self.assertEqual(self.rules(), before)
        for command in udp.blocked:
            run("sh", "-c", command)
        udp.guard()
        self.assertEqual(udp.warnings(), [])
        self.assertEqual(self.rules(), [[policy, self.RULE, rule] for policy, rule in before])


if __name__ == "__main__":
    unittest.main()
