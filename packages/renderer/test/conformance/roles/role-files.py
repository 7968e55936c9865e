"""The templates of the roles in a folder of collections, a line of JSON each.

Argument: the folder. A line: {"id", "template", "templates" (the role's other templates by name), "variables" (of its
defaults and vars, as they are written)}.
"""

import json
import pathlib
import sys

import yaml


class Reader(yaml.CSafeLoader):
    pass


# !vault and !unsafe: their text.
Reader.add_multi_constructor("!", lambda loader, _, node: loader.construct_scalar(node))


def variables(role):
    found = {}
    for kind in ("defaults", "vars"):
        folder = role / kind
        for path in sorted([*folder.glob("main.y*ml"), *folder.glob("main/*.y*ml")]):
            found.update(yaml.load(path.read_text(encoding="utf-8"), Reader) or {})
    return found


def main():
    collections = pathlib.Path(sys.argv[1])
    for path in sorted(collections.glob("**/*.j2")):
        role = next((parent for parent in path.parents if parent.parent.name == "roles"), None)
        if role is None:
            continue
        folder = role / "templates" if role / "templates" in path.parents else path.parent
        templates = {}
        for one in folder.glob("**/*.j2"):
            # Ansible looks for an included template in the role's folder, too.
            for name in (one.relative_to(folder), one.relative_to(role)):
                templates[str(name)] = one.read_text(encoding="utf-8")
        line = {
            "id": str(path.relative_to(collections)),
            "template": path.read_text(encoding="utf-8"),
            "templates": templates,
            "variables": variables(role),
        }
        print(json.dumps(line, default=str))


main()
