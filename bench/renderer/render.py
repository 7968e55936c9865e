"""Times Jinja2: a template and variables from files, `warm` rounds, then the compile. Prints JSON, in milliseconds."""

import hashlib
import json
import sys
import time

import jinja2

source = open(sys.argv[1], encoding="utf-8").read()
variables = json.load(open(sys.argv[2], encoding="utf-8"))
environment = jinja2.Environment(trim_blocks=True)


def timed(action, rounds):
    times = []
    for _ in range(rounds):
        before = time.perf_counter()
        action()
        times.append((time.perf_counter() - before) * 1000)
    return times


template = environment.from_string(source)
text = template.render(variables)
rounds = int(sys.argv[3])
print(
    json.dumps(
        {
            "hash": hashlib.sha256(text.encode()).hexdigest(),
            "warm": timed(lambda: template.render(variables), rounds),
            "compile": timed(lambda: environment.from_string(source).render({**variables, "services": []}), min(rounds, 10)),
        }
    )
)
