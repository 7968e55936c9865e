"""The deployments that a balancer keeps: a folder each, with the files as they were and record.json."""

import datetime
import json
import os
import shutil

from ansible.module_utils.haproxy_unit import read, write

FOLDER = "/var/lib/nodeport-haproxy/deployments"
APPLIED, ROLLED_BACK = "applied", "rolled back"
ADOPTED = "adopted"  # somebody else's configuration, which a rollback may bring back
FOUND = "found"  # ours, changed by hand: kept for whoever did it


def records():
    """Return the records, oldest first. One that cannot be read was cut short and says nothing."""
    found = []
    for name in os.listdir(FOLDER) if os.path.isdir(FOLDER) else []:
        try:
            found.append(json.loads(read(os.path.join(FOLDER, name, "record.json")) or ""))
        except ValueError:
            continue
    return sorted(found, key=lambda record: record["number"])


def current(known):
    """Return the last deployment that the host was given; None before the first."""
    return next((record for record in reversed(known) if record["outcome"] == APPLIED), None)


def before(known):
    """Return what a rollback goes back to: the last good deployment that is another than the current one."""
    now = current(known)
    good = [record for record in known if record["outcome"] in (APPLIED, ADOPTED)]
    return next((record for record in reversed(good) if now and record["digest"] != now["digest"]), None)


def contents(record):
    """Return the files of a record as path, mode, kind and content."""
    folder = os.path.join(FOLDER, f"{record['number']:04}")
    return [{**file, "content": read(os.path.join(folder, os.path.basename(file["path"]))) or ""} for file in record["files"]]


def stage(known, files):
    """Keep the files of a deployment that begins, and return its number. A full disk shows here, before anything is touched."""
    number = known[-1]["number"] + 1 if known else 1
    folder = os.path.join(FOLDER, f"{number:04}")
    shutil.rmtree(folder, ignore_errors=True)  # one that was cut short
    os.makedirs(folder, mode=0o700)
    for file in files:
        write(os.path.join(folder, os.path.basename(file["path"])), file["content"], 0o600)
    return number


def close(known, number, files, facts, most):
    """Keep how a deployment ended, and as many deployments as are wanted. facts: outcome, by, hash, digest, haproxy, reason."""
    at = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    listed = [{key: file[key] for key in ("path", "mode", "kind")} for file in files]
    record = {"number": number, "at": at, **facts, "files": listed}
    write(os.path.join(FOLDER, f"{number:04}", "record.json"), json.dumps(record, indent=2) + "\n", 0o600)
    known = [*known, record]
    for old in known[:-most]:
        if old not in (current(known), before(known)):
            shutil.rmtree(os.path.join(FOLDER, f"{old['number']:04}"), ignore_errors=True)
    return record
