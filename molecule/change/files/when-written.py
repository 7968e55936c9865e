"""Waits until haproxy.cfg is written, and then disturbs the deployment that wrote it, before it goes on.

    when-written.py take PORT      listens on the port from then on
    when-written.py silence PORT   lets no new connection to the port through, until the table `silence` is deleted
    when-written.py kill           kills the deployment with SIGKILL

It is started as a unit of type notify: once it is started, it watches.
"""

import os
import signal
import socket
import subprocess
import sys
import time

FILE, LOCK = "/etc/haproxy/haproxy.cfg", "/run/nodeport-haproxy.lock"
NO_NEW_CONNECTION = """
table inet silence {
    chain input {
        type filter hook input priority -300
        tcp dport %d tcp flags & (syn | ack) == syn drop
    }
}
"""
# A watch by inotify would wake at once, and a machine with many containers has none left.
BEAT = 0.0005  # seconds


def say_ready():
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.connect(os.environ["NOTIFY_SOCKET"])
        manager.send(b"READY=1")


def wait_for(ask):
    """Return the first answer that is one."""
    while not (answer := ask()):
        time.sleep(BEAT)
    return answer


def deploying():
    """Return the pid of the deployment that goes on, by the lock that it holds."""
    lock = os.stat(LOCK)
    place = f"{os.major(lock.st_dev):02x}:{os.minor(lock.st_dev):02x}:{lock.st_ino}"
    with open("/proc/locks", encoding="ascii") as locks:
        held = [line.split() for line in locks]
    return next((int(pid) for _, kind, _, _, pid, where, *_ in held if (kind, where) == ("FLOCK", place)), None)


def kill(is_written):
    # Looked for before the file is in its place, because the reload follows at once.
    pid = wait_for(deploying)
    wait_for(is_written)
    os.kill(pid, signal.SIGKILL)


def take(port, is_written):
    with socket.socket(socket.AF_INET) as listener:
        wait_for(is_written)
        listener.bind(("", port))
        listener.listen()
        signal.pause()


def silence(port, is_written):
    wait_for(is_written)
    subprocess.run(["nft", "--file", "-"], check=True, input=NO_NEW_CONNECTION % port, text=True)


def is_written():
    return os.stat(FILE).st_ino != before


before = os.stat(FILE).st_ino
say_ready()
if sys.argv[1] == "kill":
    kill(is_written)
elif sys.argv[1] == "take":
    take(int(sys.argv[2]), is_written)
else:
    silence(int(sys.argv[2]), is_written)
