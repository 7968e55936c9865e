"""Tells `nodeport deploy` what ansible-playbook does: one JSON object a line, to an inherited file descriptor.

It needs ansible-core 2.16 or later and nothing else, prints nothing, and stays out of the way without
NODEPORT_EVENTS_FD. Arguments of tasks are never sent; results come here as Ansible cleaned them for no_log.
"""

import json
import os

from ansible import constants
from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: nodeport_events
type: aggregate
short_description: events for nodeport deploy
description: Writes what happens as lines of JSON to the file descriptor in NODEPORT_EVENTS_FD.
requirements: []
options: {}
"""

# Tasks whose output is wanted, by how their names end, and the field that it is sent in.
STATE_TASKS = {
    "Deploy the configuration": "servers",
    "Deploy the configuration of before": "servers",
    "Read the state of UDP": "udp",
    "Read the deployments": "deployments",
}
# What tells why a task failed. Everything else of a result stays here.
REASONS = ("msg", "stderr", "stdout", "rc", "cmd", "module_stderr")
COUNTS = ("ok", "changed", "failures", "dark", "skipped", "rescued", "ignored")


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "nodeport_events"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self):
        super().__init__()
        self._items = {}
        try:
            self._fd = int(os.environ["NODEPORT_EVENTS_FD"])
            os.set_inheritable(self._fd, False)
        except (KeyError, ValueError, OSError):
            self.disabled = True

    def _send(self, event, **fields):
        line = json.dumps({"event": event, **fields}, default=str) + "\n"
        try:
            rest = line.encode()
            while rest:
                rest = rest[os.write(self._fd, rest) :]
        except OSError:
            # Nobody listens any more; the deployment goes on.
            self.disabled = True

    def v2_playbook_on_play_start(self, play):
        # `all_vars` brings in the limit of --limit, which the play's own pattern does not have.
        variables = play.get_variable_manager().get_vars(play=play)
        total, exact = _count(play, variables)
        hosts = list(variables.get("ansible_play_hosts_all", []))
        self._send("play", name=play.get_name().strip(), hosts=hosts, tasks=total, exact=exact)

    def v2_playbook_on_no_hosts_matched(self):
        self._send("no_hosts")

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._send("task", name=task.get_name().strip(), handler=False)

    def v2_playbook_on_handler_task_start(self, task):
        self._send("task", name=task.get_name().strip(), handler=True)

    def v2_runner_on_ok(self, result):
        task = _part(result, "task").get_name().strip()
        data = _part(result, "result")
        # In check mode nobody was asked.
        said = data.get("stdout")
        fields = {name: said for end, name in STATE_TASKS.items() if task.endswith(end) and said}
        self._send("ok", host=_host(result), task=task, changed=bool(data.get("changed")), **fields)

    def v2_runner_on_skipped(self, result):
        self._send("skipped", host=_host(result))

    def v2_runner_item_on_failed(self, result):
        self._items.setdefault(_key(result), []).append(_reason(_part(result, "result")))

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._fail("failed", result, ignored=bool(ignore_errors))

    def v2_runner_on_unreachable(self, result):
        self._fail("unreachable", result, ignored=False)

    def _fail(self, event, result, ignored):
        # The result of a loop only says that some items failed.
        reasons = self._items.pop(_key(result), None) or [_reason(_part(result, "result"))]
        self._send(
            event,
            host=_host(result),
            task=_part(result, "task").get_name().strip(),
            ignored=ignored,
            reasons=reasons,
        )

    def v2_playbook_on_stats(self, stats):
        hosts = {host: {count: getattr(stats, count).get(host, 0) for count in COUNTS} for host in stats.processed}
        self._send("end", hosts=hosts)


def _part(result, name):
    """A part of a result: public since ansible-core 2.19, with an underscore before."""
    return getattr(result, name) if hasattr(result, name) else getattr(result, "_" + name)


def _host(result):
    return _part(result, "host").get_name()


def _key(result):
    return _host(result), _part(result, "task")._uuid


def _reason(data):
    if "censored" in data:
        return {"msg": str(data["censored"])}
    return {key: data[key] for key in REASONS if data.get(key) not in (None, "", [])}


def _count(play, variables):
    """Count a play's tasks. The count is exact unless a task includes others while the play runs."""
    gathers = constants.DEFAULT_GATHERING != "explicit" if play.gather_facts is None else play.gather_facts
    tasks = [task for block in play.compile() for task in _tasks(block.filter_tagged_tasks(variables))]
    actions = [task.action.rpartition(".")[2] for task in tasks if not task.implicit]
    return len(actions) + bool(gathers), not {"include_tasks", "include_role"}.intersection(actions)


def _tasks(block):
    for one in block.block + block.always:
        if hasattr(one, "block"):
            yield from _tasks(one)
        else:
            yield one
