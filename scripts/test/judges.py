"""Says where the role's judge of the variables does not agree with the schema's, for the sets on standard input.

The sets are what arbitrary-variables.ts prints. Exit 1 where the two disagree.
"""

import importlib.util
import json
import sys
from pathlib import Path

PLUGIN = Path(__file__).parents[2] / "ansible/roles/haproxy/filter_plugins/haproxy_problems.py"

spec = importlib.util.spec_from_file_location("haproxy_problems", PLUGIN)
plugin = importlib.util.module_from_spec(spec)
spec.loader.exec_module(plugin)

given = json.load(sys.stdin)
differ = []
for one in given["sets"]:
    problems = plugin.haproxy_problems(one["variables"])
    if one["accepted"] == bool(problems):
        differ.append({"variables": one["variables"], "schema accepts": one["accepted"], "role says": problems})
accepted = sum(one["accepted"] for one in given["sets"])
print(f"{len(given['sets'])} sets, {accepted} accepted, seed {given['seed']}")
for one in differ[:5]:
    print(json.dumps(one))
sys.exit(1 if differ or not 0 < accepted < len(given["sets"]) else 0)
