"""The files of a deployment: what is to stand on the host, and what stands there."""

import hashlib
import os
import subprocess

from ansible.module_utils import haproxy_text as text
from ansible.module_utils import haproxy_unit as unit

LOADED = ("configuration", "script")  # what a running HAProxy has read


class Failure(Exception):
    """Why a deployment that was written cannot stay, as lines."""


def run(*command, said=None):
    """Run a command away from our own terminal and group, so that what ends us does not end it."""
    return subprocess.run(command, check=False, input=said, text=True, capture_output=True, start_new_session=True)


def configuration_of(files):
    return next(file for file in files if file["kind"] == "configuration")


def on_disk(files):
    """Return the same files as they stand on the disk now; content None where there is none."""
    return [{**file, "content": unit.read(file["path"]), "mode": mode_of(file["path"])} for file in files]


def mode_of(path):
    return f"{os.stat(path).st_mode & 0o7777:04o}" if os.path.exists(path) else ""


def differs(file, other):
    return file["content"] != other["content"] or (other["mode"] and int(file["mode"], 8) != int(other["mode"], 8))


def digest(files):
    return sha256("".join(f"{file['path']}\n{file['content']}" for file in files))


def sha256(content):
    return hashlib.sha256(content.encode(errors="surrogateescape")).hexdigest()


def put(files):
    """Write files, all of them or none: they take their places once there is room for all."""
    written = []
    try:
        for file in files:
            os.makedirs(os.path.dirname(file["path"]), exist_ok=True)
            written.append(unit.write_beside(file["path"], file["content"], int(file["mode"], 8)))
    except OSError as error:
        for temporary in written:
            os.unlink(temporary)
        raise Failure([f"{file['path']} cannot be written: {error.strerror}; free some space, and deploy again"]) from error
    for file, temporary in zip(files, written):
        os.rename(temporary, file["path"])


def put_back(before):
    """Bring files back to what they were; return whether any that HAProxy reads had to be written."""
    rewritten = False
    for file in before:
        if file["content"] is None:
            if os.path.exists(file["path"]):
                os.unlink(file["path"])
        elif differs(file, *on_disk([file])):
            unit.write(file["path"], file["content"], int(file["mode"], 8))
            rewritten = rewritten or file["kind"] in LOADED
    return rewritten


def summary(file):
    """Return what a difference shows of a file: of the role's own programs that they are others."""
    if file["content"] is None or file["kind"] not in ("program", "script"):
        return text.masked(file["content"] or "").encode(errors="replace").decode()
    return f"sha256 {sha256(file['content'])}\n"


def shown(files, before):
    """Return the differences as Ansible shows them, without passwords."""
    found = []
    for file, was in zip(files, before):
        if differs(file, was):
            old, new = summary(was), summary(file)
            if was["content"] is not None and old == new and was["content"] != file["content"]:
                new += "# A password in it changes.\n"
            headers = {"before_header": file["path"], "after_header": file["path"]}
            found.append({"before": old, "after": new, **headers})
    return found
