"""Evaluates expressions of Python: a JSON string a line in, a line of JSON out.

A result is {"repr"} or {"error": the exception's type, "message"}.
"""

import json
import sys
import warnings

from jinja2 import Undefined
from jinja2.runtime import StrictUndefined
from markupsafe import Markup



def load(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(str(error))


names = {
    "load": load,
    "Markup": Markup,
    "undefined": Undefined(name="missing"),
    "strict": StrictUndefined(name="missing"),
}


warnings.simplefilter("ignore", SyntaxWarning)


def result_of(expression):
    try:
        return {"repr": repr(eval(expression, dict(names)))}
    except SyntaxError:
        raise
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}


for line in sys.stdin:
    print(json.dumps(result_of(json.loads(line))), flush=False)
