"""What the scripts of the role share that ask the UDP agent. Sent behind running-process.py."""

import hashlib
import json

UDP_FILES = ("/etc/haproxy/udp.nft", "/usr/local/sbin/haproxy-udp")
UDP_SOCKET = "/var/lib/haproxy/udp-agent.sock"


def udp_state():
    """Return the agent's answer to GET /state; OSError or ValueError where it gives none."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(UDP_SOCKET)
        connection.sendall(b"GET /state HTTP/1.0\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    return json.loads(answer.partition("\r\n\r\n")[2])


def udp_hash():
    """Return the hash of the agent's files, as the agent makes it of those it runs."""
    whole = hashlib.sha256()
    for path in UDP_FILES:
        with open(path, "rb") as file:
            whole.update(file.read())
    return whole.hexdigest()


def is_udp_stale():
    """Whether the agent runs something else than what is on the disk, or does not answer."""
    try:
        return udp_state()["hash"] != udp_hash()
    except (OSError, ValueError):
        return True
