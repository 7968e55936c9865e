#!/usr/bin/python
"""Deploys HAProxy's files in one piece, or leaves the host as it is: see DOCUMENTATION."""

DOCUMENTATION = r"""
---
module: haproxy_deployment
short_description: Makes HAProxy run a configuration, or goes back to the last one
description:
  - Has the files checked by C(haproxy -c) and C(nft -c), in check mode too, and looks whether the ports are free.
  - Writes them, has systemd reload HAProxy, and looks at the process that runs then. It has to run this configuration, all
    frontends have to listen, and no service may have lost a server. Otherwise the last good files go back and are reloaded.
  - Compares the host with its last deployment first, and says what differs.
  - Keeps each deployment in C(/var/lib/nodeport-haproxy/deployments).
options:
  files:
    description: What is to stand on the host, in the order in which it is written.
    type: list
    elements: dict
    suboptions:
      path: {description: Where, type: path, required: true}
      content: {description: The text, type: str, required: true}
      mode: {description: Permissions in octal, type: str, default: "0644"}
      kind:
        description: What the file is for, and thereby who judges it and who has to read it anew.
        type: str
        required: true
        choices: [program, unit, script, configuration, rules]
  restore:
    description: Instead of O(files), the number of a deployment to go back to; 0 for the last good one before the current.
    type: int
  reason: {description: Why a deployment is restored, type: str, default: ""}
  secrets: {description: Texts that are never shown, type: list, elements: str, default: []}
  services: {description: "The services' names in their order, by C(tcp) and C(udp)", type: dict, default: {tcp: [], udp: []}}
  host: {description: What the host is called in warnings, type: str, required: true}
  by: {description: Who deploys, type: str, default: ""}
  keep: {description: How many deployments are kept, type: int, default: 10}
  on_drift: {description: What to do about a host that differs from its last deployment, type: str, choices: [mend, report, fail], default: mend}
  expect_servers_up: {description: Whether losing servers is a failure, type: bool, default: true}
"""

import fcntl
import signal

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.haproxy_deployer import Deployment, Refusal
from ansible.module_utils.haproxy_files import Failure, shown
from ansible.module_utils.haproxy_unit import ask, named_configuration

LOCK = "/run/nodeport-haproxy.lock"  # where only root may write


def answer(deployment, **more):
    """What the task returns."""
    return {
        "drift": deployment.drift,
        "files": [file["path"] for file in deployment.files],
        "busy": deployment.busy(),
        "written": [file["path"] for file in deployment.changes()],
        "configuration": named_configuration(deployment.new),
        "previous": 0,
        "left": False,
        **more,
    }


def deploy(module):
    deployment = Deployment(module)
    host = module.params["host"]
    if deployment.drift and module.params["on_drift"] == "report":
        module.warn(f"{host}: left as it is: {'; '.join(deployment.drift)}")
        return answer(deployment, changed=False, left=True)
    not_run = deployment.judge()
    mends = "a deployment mends it" if module.check_mode else "this deployment is to mend it"
    for line in [*not_run, *(f"{line}; {mends}" for line in deployment.drift)]:
        module.warn(f"{host}: {line}")
    changed = bool(deployment.changes()) or bool(deployment.drift) or deployment.has_to_run()
    told = answer(deployment, changed=changed, diff=shown(deployment.files, deployment.before))
    if not module.check_mode and (changed or deployment.is_new()):
        told["previous"] = deployment.apply()
    # What `nodeport deploy` shows at the end.
    return {**told, "stdout": "" if module.check_mode else shown_servers()}


def shown_servers():
    """Return `show stat`; nothing where HAProxy does not answer."""
    try:
        return ask("show stat")
    except OSError:
        return ""


def main():
    file = {
        "path": {"type": "path", "required": True},
        "content": {"type": "str", "required": True},
        "mode": {"type": "str", "default": "0644"},
        "kind": {"type": "str", "required": True, "choices": ["program", "unit", "script", "configuration", "rules"]},
    }
    module = AnsibleModule(
        argument_spec={
            "files": {"type": "list", "elements": "dict", "options": file},
            "restore": {"type": "int"},
            "reason": {"type": "str", "default": ""},
            "secrets": {"type": "list", "elements": "str", "default": [], "no_log": True},
            "services": {"type": "dict", "default": {"tcp": [], "udp": []}},
            "host": {"type": "str", "required": True},
            "by": {"type": "str", "default": ""},
            "keep": {"type": "int", "default": 10},
            "on_drift": {"type": "str", "default": "mend", "choices": ["mend", "report", "fail"]},
            "expect_servers_up": {"type": "bool", "default": True},
        },
        mutually_exclusive=[("files", "restore")],
        required_one_of=[("files", "restore")],
        supports_check_mode=True,
    )
    # Once it has begun it comes to an end, whatever becomes of the connection to it.
    for ending in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_IGN)
    with open(LOCK, "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            module.fail_json(msg="Nothing was touched.\nAnother deployment of this host goes on; wait for its end, and deploy again.")
        try:
            module.exit_json(**deploy(module))
        except Refusal as refusal:
            module.fail_json(msg="\n".join(["Nothing was touched.", *refusal.args[0]]))
        except Failure as failure:
            module.fail_json(msg="\n".join(failure.args[0]))


if __name__ == "__main__":
    main()
