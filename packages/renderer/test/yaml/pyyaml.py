"""PyYAML as Ansible has it: a line of JSON in, a line of JSON out.

In: {"value": encoded, "options": of yaml.dump}, or {"load": text}. A value is encoded as JSON, and what JSON has not as
{"int": text}, {"float": text}, {"list": items}, {"tuple": items}, {"dict": pairs}; {"same": n} is the n-th list, tuple
or dict of the value again. Out: {"text"}, or {"error"}.
"""

import json
import sys

import yaml


def decode(encoded, known):
    if isinstance(encoded, dict):
        ((kind, content),) = encoded.items()
        if kind in ("int", "float"):
            return {"int": int, "float": float}[kind](content)
        if kind == "same":
            return known[content]
        if kind == "tuple":
            place = len(known)
            known.append(None)
            known[place] = tuple(decode(item, known) for item in content)
            return known[place]
        made = {"list": list, "dict": dict}[kind]()
        known.append(made)
        for item in content:
            if kind == "list":
                made.append(decode(item, known))
            else:
                key = decode(item[0], known)
                made[key] = decode(item[1], known)
        return made
    return encoded


def main():
    for line in sys.stdin:
        case = json.loads(line)
        try:
            if "load" in case:
                result = {"text": repr(yaml.load(case["load"], Loader=yaml.CSafeLoader))}
            else:
                options = {"default_flow_style": None, "allow_unicode": True, **case["options"]}
                text = yaml.dump(decode(case["value"], []), Dumper=yaml.CSafeDumper, **options)
                result = {"text": text}
        except Exception as error:
            result = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(result), flush=True)


main()
