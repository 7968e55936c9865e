"""Prints an udp.nft with the elements that the agent adds: python3 elements.py FILE SERVER..."""

import importlib.util
import sys
from pathlib import Path

AGENT = Path(__file__).parents[2] / "ansible/roles/haproxy/files/haproxy-udp.py"

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("haproxy_udp", AGENT)
agent = importlib.util.module_from_spec(spec)
spec.loader.exec_module(agent)
rules = Path(sys.argv[1]).read_text(encoding="utf-8")
commands = [command for service in agent.services_in(rules)["services"] for command in agent.elements_of(service, sys.argv[2:])]
print("\n".join([rules, *commands]))
