"""Renders cases with the real Jinja2 or the real ansible-core: a line of JSON in, a line of JSON out.

Argument: jinja2 or ansible. A case: {"template", "variables" (JSON), "templates" (name to source), "options"
(of jinja2.Environment; "undefined": default, strict, chainable; "extensions": do, loopcontrols)}. A result:
{"text"} or {"error": the exception's type, "message"}.
"""

import json
import os
import shutil
import sys
import tempfile


def with_jinja2(case):
    import jinja2

    options = dict(case.get("options", {}))
    undefined = {"strict": jinja2.StrictUndefined, "chainable": jinja2.ChainableUndefined}
    environment = jinja2.Environment(
        undefined=undefined.get(options.pop("undefined", "default"), jinja2.Undefined),
        extensions=[f"jinja2.ext.{name}" for name in options.pop("extensions", [])],
        loader=jinja2.DictLoader(case.get("templates", {})),
        **options,
    )
    return environment.from_string(case["template"]).render(case["variables"])


def with_ansible(case):
    from ansible.parsing.dataloader import DataLoader
    from ansible.template import Templar, trust_as_template

    def trusted(value):
        if isinstance(value, str):
            return trust_as_template(value)
        if isinstance(value, list):
            return [trusted(item) for item in value]
        if isinstance(value, dict):
            return {key: trusted(item) for key, item in value.items()}
        return value

    folder = tempfile.mkdtemp()
    try:
        for name, source in case.get("templates", {}).items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(source)
        variables = trusted(case["variables"]) if case.get("recursive") else case["variables"]
        templar = Templar(loader=DataLoader(), variables=variables).copy_with_new_env(
            searchpath=[folder], available_variables=variables
        )
        # As the template action does it.
        overrides = {"trim_blocks": True, **case.get("options", {})}
        made = templar.template(trust_as_template(case["template"]), escape_backslashes=False, overrides=overrides)
        return "" if made is None else str(made)
    finally:
        shutil.rmtree(folder)


def main():
    render = {"jinja2": with_jinja2, "ansible": with_ansible}[sys.argv[1]]
    if sys.argv[1] == "ansible":
        from ansible.plugins.loader import init_plugin_loader

        init_plugin_loader()
    for line in sys.stdin:
        try:
            result = {"text": render(json.loads(line))}
        except Exception as error:
            result = {"error": type(error).__name__, "message": str(error)}
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
