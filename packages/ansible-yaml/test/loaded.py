"""Prints what Ansible reads of each text: a JSON string a line in, a line of JSON out, null where it refuses the text.

A value is [kind, ...]: the order of keys does not matter, their kinds are texts.
"""

import datetime
import json
import sys

import yaml
from ansible.parsing.yaml.loader import AnsibleLoader


def shown(value):
    if value is None or isinstance(value, bool):
        return [str(value)]
    if isinstance(value, int):
        return ["int", str(int(value))]
    if isinstance(value, float):
        return ["float", "nan" if value != value else value if abs(value) != float("inf") else str(value)]
    if isinstance(value, str):
        return ["str", str(value)]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return ["time"]
    if isinstance(value, list):
        return ["list", *map(shown, value)]
    return ["dict", *sorted([key, shown(item)] for key, item in value.items())]


def read(text):
    try:
        return shown(yaml.load(text, Loader=AnsibleLoader))
    except (yaml.YAMLError, ValueError):
        return None


for line in sys.stdin:
    print(json.dumps(read(json.loads(line))))
