"""Kills ansible-playbook with SIGKILL at the start of its task number KILL_AT_TASK, as a lost machine would."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: kill_at_task
type: aggregate
short_description: kills the play at a task
description: Kills ansible-playbook and what it started at the start of a task. Before that it says which one.
options: {}
"""


def descendants(pid):
    """Yield the pids of what a process started, the last ones first."""
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from descendants(int(child))
            yield int(child)


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "kill_at_task"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self):
        super().__init__()
        self.left = int(os.environ["KILL_AT_TASK"])

    def v2_playbook_on_task_start(self, task, is_conditional):
        self.left -= 1
        if self.left > 0:
            return
        print(f"killed at: {task.get_name()}", flush=True)
        for pid in [*descendants(os.getpid()), os.getpid()]:
            os.kill(pid, signal.SIGKILL)
