"""The oracle for generated templates: a line in, a line out, and no case that takes all time or memory.

Argument: jinja2 or ansible. Results are the oracle's; a case that goes on for more than two seconds gives the error
`Endless`.
"""

import json
import os
import resource
import signal
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "oracle"))
sys.dont_write_bytecode = True
warnings.simplefilter("ignore")

import oracle  # noqa: E402


# Not an Exception: neither Jinja2 nor Ansible may catch it.
class Endless(BaseException):
    pass


late = False


def give_up(*_):
    global late
    late = True
    raise Endless


def answer(render, line):
    global late
    late = False
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        return {"text": render(json.loads(line))}
    except (Endless, MemoryError):
        return {"error": "Endless", "message": ""}
    except Exception as error:
        # Ansible may raise another one while it is left.
        if late:
            return {"error": "Endless", "message": ""}
        return {"error": type(error).__name__, "message": str(error)}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main():
    render = {"jinja2": oracle.with_jinja2, "ansible": oracle.with_ansible}[sys.argv[1]]
    if sys.argv[1] == "ansible":
        from ansible.plugins.loader import init_plugin_loader

        init_plugin_loader()
    resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
    signal.signal(signal.SIGALRM, give_up)
    for line in sys.stdin:
        result = answer(render, line)
        # A lone surrogate can be printed as JSON only in its escaped form, which is json's default.
        print(json.dumps(result), flush=True)


main()
