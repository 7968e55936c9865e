"""Says where the role's judge of the variables does not agree with the schema's, for the sets on standard input.

The sets are what arbitrary-variables.ts prints, or hostile-variables.ts. Exit 1 where the two disagree.
"""

import importlib.util
import json
import sys
from pathlib import Path

PLUGIN = Path(__file__).parents[2] / "ansible/roles/haproxy/filter_plugins/haproxy_problems.py"

spec = importlib.util.spec_from_file_location("haproxy_problems", PLUGIN)
plugin = importlib.util.module_from_spec(spec)
spec.loader.exec_module(plugin)


def put(into, path, value):
    """Return a copy of the variables with a value in one place; a list that is not there gets this one item."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return [put(into[0] if into else None, rest, value), *(into or [])[1:]]
    return {**(into or {}), step: put((into or {}).get(step), rest, value)}


given = json.load(sys.stdin)
sets = given.get("judged", given["sets"])
differ = []
for one in sets:
    variables = put(given["base"], one["path"], one["value"]) if "path" in one else one["variables"]
    problems = plugin.haproxy_problems(variables)
    if one["accepted"] == bool(problems):
        differ.append({"variables": variables, "schema accepts": one["accepted"], "role says": problems})
accepted = sum(one["accepted"] for one in sets)
print(f"{len(sets)} sets, {accepted} accepted, seed {given['seed']}")
for one in differ[:5]:
    print(json.dumps(one))
sys.exit(1 if differ or not 0 < accepted < len(sets) else 0)
