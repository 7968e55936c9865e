"""Gives the accepted sets of a file that arbitrary-variables.ts made to `haproxy -c`, which must not even warn."""

import json
import subprocess
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)
accepted = [one["configuration"] for one in given["sets"] if one["accepted"]]
for configuration in accepted:
    ended = subprocess.run(
        ["haproxy", "-c", "-f", "/dev/stdin"], input=configuration, text=True, capture_output=True, check=False
    )
    warnings = [line for line in ended.stderr.splitlines() if "[WARNING]" in line]
    if ended.returncode != 0 or warnings:
        sys.exit(f"seed {given['seed']}: {ended.stderr}\n{configuration}")
print(f"{len(accepted)} configurations, seed {given['seed']}")
sys.exit(0 if accepted else "no set was accepted")
