"""Prints, as JSON, the deployments that this balancer keeps, oldest first, and which of them is the current one."""

import json
import os

FOLDER = "/var/lib/nodeport-haproxy/deployments"


def records():
    """Yield each record; one that cannot be read was cut short."""
    for name in os.listdir(FOLDER) if os.path.isdir(FOLDER) else []:
        try:
            with open(os.path.join(FOLDER, name, "record.json"), encoding="utf-8") as file:
                yield json.load(file)
        except (OSError, ValueError):
            continue


known = sorted(records(), key=lambda record: record["number"])
applied = [record["number"] for record in known if record["outcome"] == "applied"]
print(json.dumps([{**record, "current": record["number"] in applied[-1:]} for record in known]))
