"""How the slots of a service are given to its servers. What holds for every choice of servers is tried with many."""

import os
import random
import subprocess
import sys
import unittest
from collections import Counter

import agent

udp = agent.load()


def servers_of(weights, first="worker"):
    return [{"name": f"{first}-{index}", "weight": weight} for index, weight in enumerate(weights)]


def many_services(rounds, most=51, heaviest=256):
    """Yield lists of servers with weights, the same ones in every run."""
    chance = random.Random(4)
    for _ in range(rounds):
        yield servers_of([chance.randint(1, chance.choice([1, 3, heaviest])) for _ in range(chance.randint(1, most))])


def names(slots):
    return [server["name"] for server in slots]


class Dealt(unittest.TestCase):
    def test_every_slot_is_filled(self):
        for servers in many_services(30):
            self.assertEqual(len(udp.deal(servers)), udp.SLOTS)

    def test_without_servers_no_slot_is_filled(self):
        self.assertEqual(udp.deal([]), [])

    def test_each_server_has_its_share_by_weight_within_two_slots(self):
        for servers in many_services(30):
            total = sum(server["weight"] for server in servers)
            counts = Counter(names(udp.deal(servers)))
            for server in servers:
                self.assertAlmostEqual(counts[server["name"]], udp.SLOTS * server["weight"] / total, delta=2)

    def test_servers_of_one_weight_take_turns(self):
        for count in (1, 2, 3, 7, 51):
            slots = names(udp.deal(servers_of([5] * count)))
            for start in range(0, udp.SLOTS - count):
                self.assertEqual(len(set(slots[start : start + count])), count)

    def test_the_share_holds_in_every_stretch_of_slots_too(self):
        for servers in many_services(10, most=6, heaviest=9):
            total = sum(server["weight"] for server in servers)
            slots = names(udp.deal(servers))
            for start in range(0, udp.SLOTS - total, total):
                counts = Counter(slots[start : start + total])
                self.assertEqual(counts, {server["name"]: server["weight"] for server in servers})

    def test_a_heavy_server_does_not_get_its_slots_in_a_row(self):
        self.assertEqual(names(udp.deal(servers_of([2, 1, 1])))[:4], ["worker-0", "worker-1", "worker-2", "worker-0"])


class Hashed(unittest.TestCase):
    def test_every_slot_is_filled(self):
        for servers in many_services(5):
            self.assertEqual(len(udp.hash_slots(servers)), udp.SLOTS)

    def test_without_servers_no_slot_is_filled(self):
        self.assertEqual(udp.hash_slots([]), [])

    def test_a_server_that_leaves_moves_its_own_slots_and_no_others(self):
        for servers in many_services(5, most=12):
            before = names(udp.hash_slots(servers))
            for gone in servers[:3]:
                after = names(udp.hash_slots([server for server in servers if server is not gone]))
                moved = [old for old, new in zip(before, after) if old != new]
                self.assertEqual(set(moved) - {gone["name"]}, set())

    def test_a_server_that_comes_takes_its_share_and_moves_nothing_else(self):
        for servers in many_services(5, most=12, heaviest=4):
            before = names(udp.hash_slots(servers))
            after = names(udp.hash_slots([*servers, {"name": "new", "weight": 2}]))
            moved = [new for old, new in zip(before, after) if old != new]
            self.assertEqual(set(moved), {"new"})
            share = 2 / (2 + sum(server["weight"] for server in servers))
            self.assertLess(abs(len(moved) / udp.SLOTS - share), 5 * (share * (1 - share) / udp.SLOTS) ** 0.5)

    def test_a_heavier_weight_only_takes_slots(self):
        for servers in many_services(5, most=12, heaviest=4):
            before = names(udp.hash_slots(servers))
            heavier = [{**servers[0], "weight": servers[0]["weight"] + 1}, *servers[1:]]
            moved = [new for old, new in zip(before, names(udp.hash_slots(heavier))) if old != new]
            self.assertEqual(set(moved) - {servers[0]["name"]}, set())

    def test_the_order_of_the_servers_does_not_matter(self):
        chance = random.Random(4)
        for servers in many_services(5, most=12):
            shuffled = names(udp.hash_slots(chance.sample(servers, len(servers))))
            self.assertEqual([old for old, new in zip(names(udp.hash_slots(servers)), shuffled) if old != new], [])

    def test_the_shares_follow_the_weights_within_chance(self):
        # Five standard deviations of as many throws of a die, over ten names of services' servers each.
        for weights in ([1, 1, 1], [3, 2, 1], [10, 1], [1] * 20):
            slots = Counter(
                name[-2:] for trial in range(10) for name in names(udp.hash_slots(servers_of(weights, f"trial-{trial}")))
            )
            for index, weight in enumerate(weights):
                share = weight / sum(weights)
                deviation = (share * (1 - share) / (10 * udp.SLOTS)) ** 0.5
                seen = sum(count for name, count in slots.items() if int(name.lstrip("-")) == index) / (10 * udp.SLOTS)
                self.assertLess(abs(seen - share), 5 * deviation, f"{weights}, server {index}")

    def test_two_processes_agree(self):
        program = (
            "import sys; sys.path.insert(0, sys.argv[1]); import agent, hashlib;"
            "slots = agent.load().hash_slots([{'name': f'worker-{i}', 'weight': i} for i in range(1, 8)]);"
            "print(hashlib.sha256('/'.join(s['name'] for s in slots).encode()).hexdigest())"
        )
        command = [sys.executable, "-c", program, os.path.dirname(agent.__file__)]
        seen = {subprocess.check_output(command, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in ("0", "1", "random")}
        self.assertEqual(len(seen), 1)

    def test_the_hash_is_the_one_that_other_balancers_have(self):
        # A change would move most clients to other workers, and balancers of two versions would not agree. The digest
        # was made with b2sum --length 56, the score with bc.
        self.assertAlmostEqual(udp.claim(7, "worker-1", 1), 1.293917574757, places=9)


class Elements(unittest.TestCase):
    def test_a_service_of_source_is_hashed_and_others_are_dealt(self):
        for balance, slots in (("source", udp.hash_slots), ("roundrobin", udp.deal), ("random", udp.deal)):
            service = agent.service(balance=balance)
            (command,) = udp.elements_of(service, ["worker-1", "worker-2", "worker-3"])
            pairs = [f"{slot} : {server['address']} . 30053" for slot, server in enumerate(slots(service["servers"]))]
            self.assertEqual(command, f"add element inet haproxy_udp service1_ipv4 {{ {', '.join(pairs)} }}")

    def test_only_servers_that_are_chosen_have_slots(self):
        (command,) = udp.elements_of(agent.service(), ["worker-2"])
        self.assertEqual(command.count(" : 192.0.2.12 . 30053"), udp.SLOTS)

    def test_each_family_has_a_map_of_its_own(self):
        service = agent.service()
        service["servers"][1]["address"] = "2001:db8::12"
        ipv4, ipv6 = udp.elements_of(service, ["worker-1", "worker-2", "worker-3"])
        self.assertEqual((ipv4.count("192.0.2.11"), ipv4.count("192.0.2.13")), (512, 512))
        self.assertTrue(ipv6.startswith("add element inet haproxy_udp service1_ipv6 {"))
        self.assertEqual(ipv6.count("2001:db8::12 . 30053"), udp.SLOTS)

    def test_an_nft_that_turns_keys_round_is_given_them_turned_round(self):
        keys = udp.keys_for("elements = { 16777216 : 192.0.2.1 . 1 }")
        self.assertEqual(keys[:3], [0, 0x01000000, 0x02000000])
        self.assertEqual(keys[0x3FF], 0xFF030000)
        (command,) = udp.elements_of(agent.service(), ["worker-1"], keys)
        self.assertIn(", 16777216 : 192.0.2.11 . 30053,", command)

    def test_others_are_given_the_slots_as_they_are(self):
        for listing in ("elements = { 1 : 192.0.2.1 . 1 }", ""):
            self.assertEqual(udp.keys_for(listing), list(range(udp.SLOTS)))

    def test_a_service_without_a_live_server_has_no_elements(self):
        self.assertEqual(udp.elements_of(agent.service(), []), [])


if __name__ == "__main__":
    unittest.main()
