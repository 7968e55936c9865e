"""What Python's `re` does: a line of JSON in (pattern, flags, text, replacement), a line of JSON out."""

import json
import re
import resource
import signal
import sys
import warnings

warnings.simplefilter("ignore")


# Python 3.11 goes on for ever, and takes memory all the while, where a possessive repetition matches nothing.
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))


class Endless(Exception):
    pass


def give_up(*_):
    raise Endless


signal.signal(signal.SIGALRM, give_up)


def answer(case):
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        pattern = re.compile(case["pattern"], case.get("flags", 0))
        text = case["text"]
        first = pattern.match(text)
        return {
            "match": first and [first.end(), *first.groups()],
            "all": [[found.start(), found.end(), *found.groups()] for found in pattern.finditer(text)],
            "replaced": pattern.sub(case["replacement"], text) if "replacement" in case else None,
        }
    except (re.error, IndexError, OverflowError, RecursionError) as error:
        return {"error": str(error)}
    except (Endless, MemoryError):
        return {"endless": True}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
