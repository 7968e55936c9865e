"""One deployment to one host, from what it finds to what it leaves."""

import hashlib
import os
import re
import time

from ansible.module_utils import haproxy_history as history
from ansible.module_utils import haproxy_judge as judge
from ansible.module_utils import haproxy_process as process
from ansible.module_utils import haproxy_servers as servers
from ansible.module_utils import haproxy_text as text
from ansible.module_utils import haproxy_unit as unit
from ansible.module_utils.haproxy_drift import drift, is_active, is_behind, is_outdated
from ansible.module_utils.haproxy_files import (
    LOADED,
    Failure,
    configuration_of,
    differs,
    digest,
    on_disk,
    put,
    put_back,
    run,
)


AGENT = "/usr/local/sbin/haproxy-udp"


class Refusal(Exception):
    """What keeps a deployment from taking place, as lines; nothing was touched."""


class Deployment:
    """One deployment to one host, from what it finds to what it leaves."""

    def __init__(self, module):
        self.module = module
        self.options = module.params
        self.known = history.records()
        self.files = self.wanted()
        self.services = self.options["services"]
        self.before = on_disk(self.files)
        self.worker = unit.running()
        self.was_active = is_active()
        self.stat = process.rows()
        self.drift = drift(self.known, self.before, self.worker)
        self.new = configuration_of(self.files)["content"]
        self.old = configuration_of(self.before)["content"] or ""

    def wanted(self):
        if self.options["restore"] is None:
            return self.options["files"]
        return history.contents(self.record_to_restore())

    def record_to_restore(self):
        number = self.options["restore"]
        record = history.before(self.known) if number == 0 else next((r for r in self.known if r["number"] == number), None)
        if record is None:
            kept = ", ".join(str(r["number"]) for r in self.known) or "none"
            raise Refusal([f"there is no deployment {number or 'before this one'} to go back to; kept are: {kept}"])
        if any(file["kind"] == "rules" for file in record["files"]) and not os.path.exists(AGENT):
            raise Refusal([f"deployment {record['number']} had UDP services, whose agent is gone; deploy their variables instead"])
        if record["outcome"] == history.ROLLED_BACK:
            raise Refusal([f"deployment {number} was rolled back itself; go back to one that was applied"])
        return record

    def changes(self):
        return [file for file, was in zip(self.files, self.before) if differs(file, was)]

    def has_to_run(self):
        """Whether HAProxy has to read anything anew."""
        if self.worker is None or any(file["kind"] in LOADED for file in self.changes()):
            return True
        return is_behind(self.before, self.worker) or is_outdated(self.worker)

    def is_new(self):
        """Whether the history lacks this one."""
        last = history.current(self.known)
        return last is None or last["digest"] != digest(self.files)

    def judge(self):
        if self.drift and self.options["on_drift"] == "fail":
            raise Refusal([*self.drift, "Mend the host, or deploy with haproxy_on_drift: mend."])
        wrong, not_run = judge.refused(self.files, self.services)
        wrong += judge.taken(self.new, self.bound(), self.services) + judge.unreachable(self.new, self.services)
        if wrong:
            raise Refusal(wrong)
        return not_run

    def bound(self):
        """Return configurations whose ports HAProxy may hold: what stands there, and what was deployed."""
        if not self.was_active:
            return ""
        last = history.current(self.known)
        deployed = [file["content"] for file in history.contents(last) if file["kind"] == "configuration"] if last else []
        return "\n".join([self.old, *deployed])

    def apply(self):
        """Write, run, verify; or go back. Return the deployment that a rollback would go back to, 0 without one."""
        number = self.stage()
        before = self.stat
        try:
            put([file for file in self.changes() if file["kind"] != "rules"])
            process.read_units()
            if self.has_to_run():
                process.start_or_reload(unit.named_configuration(self.new), self.services)
                process.verify(self.new, self.old, before, self.options["expect_servers_up"])
            put([file for file in self.changes() if file["kind"] == "rules"])
            run("systemctl", "enable", "--quiet", "haproxy")
        except Exception as problem:  # whatever it is, the host is not left in the middle
            failed = time.monotonic()
            why = problem.args[0] if isinstance(problem, Failure) else [f"{type(problem).__name__}: {problem}"]
            lines = [*why, *self.go_back(), f"That took {time.monotonic() - failed:.1f} s."]
            self.close(number, history.ROLLED_BACK, "; ".join(why))
            raise Failure(lines) from problem
        self.close(number, history.APPLIED, self.options["reason"])
        previous = history.before(history.records())
        return previous["number"] if previous and number else 0

    def busy(self):
        """Return the services that clients connected to within the second before."""
        if not any(file["kind"] in LOADED for file in self.changes()):
            return []
        kept = text.frontends(self.new)
        return [name for name in servers.busy(self.stat) if name in kept]

    def stage(self):
        try:
            self.keep_found()
            return history.stage(self.known, self.files) if self.is_new() else None
        except OSError as error:
            raise Refusal([f"{history.FOLDER} cannot be written: {error.strerror}; free some space, and deploy again"]) from error

    def keep_found(self):
        """Keep a configuration that is about to be replaced and that the history lacks: somebody wrote it."""
        files = [file for file in self.before if file["kind"] == "configuration"]
        kept = [file["content"] for record in self.known for file in history.contents(record) if file["kind"] == "configuration"]
        if not self.old or self.old == self.new or self.old in kept or is_packaged(self.old):
            return
        outcome = history.FOUND if unit.named_configuration(self.old) else history.ADOPTED
        number = history.stage(self.known, files)
        record = history.close(self.known, number, files, self.facts(outcome, "", files), self.options["keep"])
        self.known = [*self.known, record]

    def facts(self, outcome, reason, files):
        named = unit.named_configuration(configuration_of(files)["content"])
        version = (unit.running() or {}).get("version", "")
        return {"outcome": outcome, "reason": reason, "by": self.options["by"], "hash": named, "digest": digest(files), "haproxy": version}

    def close(self, number, outcome, reason):
        if number is None:
            return  # it was healed only: the history has it
        try:
            history.close(self.known, number, self.files, self.facts(outcome, reason, self.files), self.options["keep"])
        except OSError as error:
            self.module.warn(f"deployment {number} is not in the history: {error.strerror}")

    def go_back(self):
        """Put the last good files back and have HAProxy run them; return how that went, as lines."""
        last = history.current(self.known)
        good = history.contents(last) if last and (not self.was_active or is_run(last, self.worker)) else []
        paths = [file["path"] for file in good]
        try:
            rewritten = put_back([*good, *(file for file in self.before if file["path"] not in paths)])
        except OSError as error:
            return [f"The last configuration could not be put back: {error.strerror}. Free some space, and deploy again."]
        process.read_units()
        content = unit.read(unit.CONFIGURATION)
        if content is None or (not self.was_active and last is None):
            return ["What stood there before is back in its place."]
        wanted = unit.named_configuration(content)
        worker = unit.running()
        try:
            if rewritten or worker is None or worker["configuration"] != wanted:
                process.start_or_reload(wanted, self.services)
        except Failure as failure:
            still = "the process from before goes on with its own" if worker else "nothing runs"
            return [f"The last configuration is back in its place, and does not run either; {still}:", *failure.args[0][1:]]
        return ["The last configuration is back in its place and runs."]


def is_run(record, worker):
    return worker is not None and record["hash"] is not None and record["hash"] == worker["configuration"]


def is_packaged(content):
    """Whether a haproxy.cfg is the one of the package, unchanged."""
    listed = run("dpkg-query", "--show", "--showformat", "${Conffiles}", "haproxy").stdout
    known = re.search(r"^ /etc/haproxy/haproxy\.cfg (\w+)", listed, re.MULTILINE)
    return known is not None and known[1] == hashlib.md5(content.encode(errors="surrogateescape"), usedforsecurity=False).hexdigest()
