"""Parses templates with the real Jinja2: a line of JSON in, a line of JSON out.

A case: {"source", "options" (of jinja2.Environment; "extensions": do, loopcontrols)}. A result: {"tree"}, in the shape
of src/syntax/nodes.ts without places, or {"error": the message, "line"}.
"""

import functools
import json
import sys

import jinja2

BINARY = {
    "Add": "+",
    "Sub": "-",
    "Mul": "*",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Pow": "**",
    "And": "and",
    "Or": "or",
}
UNARY = {"Not": "not", "Neg": "-", "Pos": "+"}
COMPARISONS = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}


def present(**fields):
    return {name: tree(node) for name, node in fields.items() if node is not None}


def trees(nodes):
    return [tree(node) for node in nodes]


def arguments(node):
    named = [{"name": one.key, "value": tree(one.value)} for one in node.kwargs]
    spreads = present(spread=node.dyn_args, spreadNamed=node.dyn_kwargs)
    return {"positional": trees(node.args), "named": named, **spreads}


def constant(value):
    if value is None:
        return {"type": "none"}
    if isinstance(value, bool):
        return {"type": "boolean", "value": value}
    if isinstance(value, str):
        return {"type": "string", "value": value}
    if isinstance(value, int):
        return {"type": "integer", "value": str(value)}
    return {"type": "float", "value": repr(value)}


def target(node):
    kind = type(node).__name__
    if kind == "NSRef":
        return {"kind": "namespace", "name": node.name, "attribute": node.attr}
    if kind == "Tuple":
        return {"kind": "tuple", "items": [target(item) for item in node.items]}
    return {"kind": "name", "name": node.name}


def steps(node):
    if node is None:
        return []
    return [*steps(node.node), {"name": node.name, "arguments": arguments(node)}]


def parameters(node):
    fallbacks = [None] * (len(node.args) - len(node.defaults)) + node.defaults
    return [{"name": one.name, **present(fallback=fallback)} for one, fallback in zip(node.args, fallbacks)]


def imported(name):
    name, alias = (name, name) if isinstance(name, str) else name
    return {"name": name, "alias": alias}


EXPRESSIONS = {
    "Const": lambda n: {"kind": "constant", "value": constant(n.value)},
    "Name": lambda n: {"kind": "name", "name": n.name},
    "Tuple": lambda n: {"kind": "tuple", "items": trees(n.items)},
    "List": lambda n: {"kind": "list", "items": trees(n.items)},
    "Dict": lambda n: {"kind": "dict", "entries": [present(key=one.key, value=one.value) for one in n.items]},
    "Compare": lambda n: {
        "kind": "compare",
        "first": tree(n.expr),
        "rest": [{"operator": COMPARISONS[one.op], "operand": tree(one.expr)} for one in n.ops],
    },
    "Concat": lambda n: {"kind": "concat", "parts": trees(n.nodes)},
    "CondExpr": lambda n: {"kind": "condition", **present(test=n.test, value=n.expr1, otherwise=n.expr2)},
    "Filter": lambda n: {"kind": "filter", "name": n.name, "arguments": arguments(n), "operand": tree(n.node)},
    "Test": lambda n: {"kind": "test", "name": n.name, "arguments": arguments(n), "operand": tree(n.node)},
    "Getattr": lambda n: {"kind": "attribute", "object": tree(n.node), "name": n.attr},
    "Getitem": lambda n: {"kind": "item", "object": tree(n.node), "key": tree(n.arg)},
    "Slice": lambda n: {"kind": "slice", **present(start=n.start, stop=n.stop, step=n.step)},
    "Call": lambda n: {"kind": "call", "callee": tree(n.node), "arguments": arguments(n)},
}

STATEMENTS = {
    "Output": lambda n: {"kind": "output", "parts": trees(n.nodes)},
    "TemplateData": lambda n: {"kind": "text", "text": n.data},
    "For": lambda n: {
        "kind": "for",
        "target": target(n.target),
        **present(iterable=n.iter, test=n.test),
        "recursive": n.recursive,
        "body": trees(n.body),
        "otherwise": trees(n.else_),
    },
    "If": lambda n: {
        "kind": "if",
        "branches": [{"test": tree(one.test), "body": trees(one.body)} for one in [n, *n.elif_]],
        "otherwise": trees(n.else_),
    },
    "Assign": lambda n: {"kind": "set", "target": target(n.target), "value": tree(n.node)},
    "AssignBlock": lambda n: {
        "kind": "set-block",
        "target": target(n.target),
        "filters": steps(n.filter),
        "body": trees(n.body),
    },
    "With": lambda n: {
        "kind": "with",
        "assignments": [{"target": target(name), "value": tree(value)} for name, value in zip(n.targets, n.values)],
        "body": trees(n.body),
    },
    "Macro": lambda n: {"kind": "macro", "name": n.name, "parameters": parameters(n), "body": trees(n.body)},
    "CallBlock": lambda n: {
        "kind": "call-block",
        "parameters": parameters(n),
        "call": tree(n.call),
        "body": trees(n.body),
    },
    "FilterBlock": lambda n: {"kind": "filter-block", "filters": steps(n.filter), "body": trees(n.body)},
    "Block": lambda n: {
        "kind": "block",
        "name": n.name,
        "scoped": n.scoped,
        "required": n.required,
        "body": trees(n.body),
    },
    "Extends": lambda n: {"kind": "extends", "template": tree(n.template)},
    "Include": lambda n: {
        "kind": "include",
        "template": tree(n.template),
        "ignoreMissing": n.ignore_missing,
        "withContext": n.with_context,
    },
    "Import": lambda n: {
        "kind": "import",
        "template": tree(n.template),
        "target": n.target,
        "withContext": n.with_context,
    },
    "FromImport": lambda n: {
        "kind": "from-import",
        "template": tree(n.template),
        "names": [imported(name) for name in n.names],
        "withContext": n.with_context,
    },
    # What autoescape becomes is a scope of one node.
    "Scope": lambda n: tree(n.body[0]),
    "ScopedEvalContextModifier": lambda n: {
        "kind": "autoescape",
        "value": tree(n.options[0].value),
        "body": trees(n.body),
    },
    "ExprStmt": lambda n: {"kind": "do", "value": tree(n.node)},
    "Break": lambda n: {"kind": "break"},
    "Continue": lambda n: {"kind": "continue"},
    "Template": lambda n: {"kind": "template", "body": trees(n.body)},
}


SHAPES = {**EXPRESSIONS, **STATEMENTS}


def tree(node):
    kind = type(node).__name__
    if kind in UNARY:
        return {"kind": "unary", "operator": UNARY[kind], "operand": tree(node.node)}
    if kind in BINARY:
        return {"kind": "binary", "operator": BINARY[kind], "left": tree(node.left), "right": tree(node.right)}
    return SHAPES[kind](node)


@functools.cache
def environment(options):
    options = json.loads(options)
    extensions = [f"jinja2.ext.{name}" for name in options.pop("extensions", [])]
    return jinja2.Environment(extensions=extensions, **options)


def main():
    for line in sys.stdin:
        case = json.loads(line)
        try:
            result = {"tree": tree(environment(json.dumps(case["options"])).parse(case["source"]))}
        except jinja2.TemplateSyntaxError as error:
            result = {"error": error.message, "line": error.lineno}
        print(json.dumps(result))


main()
