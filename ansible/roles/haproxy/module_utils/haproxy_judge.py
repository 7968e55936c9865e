"""Who finds something wrong with the files of a deployment before any of them is written."""

import errno
import os
import shutil
import socket
import tempfile

from ansible.module_utils import haproxy_text as text
from ansible.module_utils import haproxy_unit as unit
from ansible.module_utils.haproxy_files import run

WRITABLE = ("/run", "/var/lib/haproxy")  # templates/haproxy.service.conf.j2


def refused(files, services):
    """Return what HAProxy and nft find wrong with the files, and who could not be asked."""
    wrong, not_run = [], []
    for file in files:
        if file["kind"] == "configuration":
            complaints = complaints_of_haproxy(file["content"], files, services)
        elif file["kind"] == "rules":
            complaints = complaints_of_nft(file["content"])
        else:
            continue
        if complaints is None:
            not_run.append(f"{'haproxy -c' if file['kind'] == 'configuration' else 'nft -c'}: not run, it is not installed yet")
        else:
            wrong += complaints
    return wrong, not_run


def complaints_of_haproxy(content, files, services):
    program = shutil.which("haproxy", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if program is None:
        return None
    # The scripts that it loads are not in their place yet.
    with tempfile.TemporaryDirectory(prefix="haproxy-") as folder:
        for file in files:
            if file["kind"] == "script":
                there = os.path.join(folder, os.path.basename(file["path"]))
                unit.write(there, file["content"])
                content = content.replace(f"lua-load {file['path']}", f"lua-load {there}")
        checked = run(program, "-c", "-f", "/dev/stdin", said=content)
    if checked.returncode == 0:
        return []
    return text.words_of_haproxy(checked.stderr + checked.stdout, content, services) or [f"haproxy -c ended with {checked.returncode}"]


def complaints_of_nft(content):
    program = shutil.which("nft", path="/usr/sbin:/usr/bin")
    if program is None:
        return None
    checked = run(program, "-c", "-f", "/dev/stdin", said=content)
    lines = [line for line in checked.stderr.splitlines() if "Error" in line]
    return [f"haproxy_udp_backends: udp.nft: {line}" for line in lines or ["nft -c refuses it"]] if checked.returncode else []


def taken(new, old, services):
    """Return the ports that HAProxy is to bind anew and cannot. The preflight named their holders; this closes the gap."""
    bound = {port for _, _, port in text.binds(old)}
    found = []
    for number, host, port in text.binds(new):
        if port not in bound and not is_free(host, port):
            found.append(f"{text.variable_of(number, new, services)}: port {port} of {host} cannot be bound; free it, or set another port")
    return found


def is_free(host, port):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        return error.errno != errno.EADDRINUSE  # an address that is not there yet may be bound transparently
    return True


def unreachable(new, services):
    """Return sockets in the file system where the unit's hardening lets HAProxy make none."""
    return [
        f"{text.variable_of(number, new, services)}: {path} cannot be made: HAProxy may write to {' and '.join(WRITABLE)} only"
        for number, path in text.unix_sockets(new)
        if not os.path.normpath(path).startswith(tuple(f"{folder}/" for folder in (*WRITABLE, "/var/run")))
    ]
