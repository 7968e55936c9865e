"""A real HAProxy in a folder of its own, which is its chroot: reloaded, asked, and gone with the test.

It needs root and HAProxy; without those the tests are skipped. `HAPROXY_LUA` says where the scripts are, where that is
not the role's folder.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

LUA = Path(os.environ.get("HAPROXY_LUA") or Path(__file__).parents[2] / "files")
PATIENCE = 30  # seconds until a test gives up; none depends on how long something takes

CONFIGURATION = """
global
    chroot {folder}
    user haproxy
    group haproxy
    stats socket {folder}/admin.sock mode 660 level admin expose-fd listeners
    stats socket {folder}/view.sock mode 600 user haproxy group haproxy level user
    hard-stop-after 10m
    setenv NODEPORT_CONNECT_TIMEOUT 300ms
    lua-load {lua}/end-sessions.lua
    lua-load {lua}/old-processes.lua
    setenv NODEPORT_CONFIGURATION {hash}

defaults
    mode tcp
    timeout connect 300ms
    timeout client 1h
    timeout server 1h
    default-server check inter 100ms fall 1 rise 1

frontend metrics
    bind unix@{folder}/metrics.sock
    mode http
    http-request use-service lua.process-metrics if {{ path /metrics/process }}
"""


def missing():
    """Why HAProxy cannot be tested here; empty where it can."""
    if not shutil.which("haproxy"):
        return "haproxy missing"
    return "" if os.geteuid() == 0 else "not root"


if missing():
    print(f"skipped: {missing()}", file=sys.stderr)  # unittest only counts


def wait_until(what, ask):
    """Return the first true answer; an exception counts as none."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if answer := ask():
                return answer
        except OSError:
            pass
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for: {what}")
        time.sleep(0.05)


class Worker:
    """A server that takes sessions on one port and health checks on another, so that it can go silent and stay there."""

    def __init__(self):
        self.traffic, self.check = (socket.create_server(("127.0.0.1", 0)) for _ in range(2))

    def line(self, name):
        """Return the server's line for a backend."""
        port, check = (each.getsockname()[1] for each in (self.traffic, self.check))
        return f"server {name} 127.0.0.1:{port} check port {check}"

    def die(self):
        """Refuse the checks. What is connected stays so, and is silent."""
        self.check.close()

    def close(self):
        """Let go of both ports."""
        self.traffic.close()
        self.check.close()


class Session:
    """A session through HAProxy, from both ends."""

    def __init__(self, path, worker):
        self.client = socket.socket(socket.AF_UNIX)
        self.client.settimeout(PATIENCE)
        self.client.connect(str(path))
        worker.traffic.settimeout(PATIENCE)
        self.server, _ = worker.traffic.accept()
        self.server.settimeout(PATIENCE)

    def lives(self):
        """Whether what the client sends still arrives."""
        try:
            self.client.sendall(b"x")
            return self.server.recv(1) == b"x"
        except OSError:
            return False

    def wait_for_end(self):
        """Return once HAProxy has closed it."""
        try:
            if self.client.recv(1):
                raise AssertionError("data came where the end was expected")
        except ConnectionResetError:
            pass

    def close(self):
        """Close both ends."""
        self.client.close()
        self.server.close()


class HAProxyTest(unittest.TestCase):
    """Each test has its own HAProxy, and backends that map a name to the lines of its servers."""

    def setUp(self):
        if missing():
            self.skipTest(missing())
        self.folder = Path(tempfile.mkdtemp(prefix="haproxy-"))
        self.folder.chmod(0o755)
        self.addCleanup(shutil.rmtree, self.folder)
        self.log = (self.folder / "log").open("w+", encoding="utf-8")
        self.addCleanup(self.log.close)
        self.generation = 0

    def write(self, backends):
        """Write a configuration: each listens at a socket of its name."""
        self.generation += 1
        text = CONFIGURATION.format(folder=self.folder, lua=LUA, hash=f"generation{self.generation}")
        for name, servers in backends.items():
            text += "\n".join([f"\nlisten {name}", f"    bind unix@{self.folder}/{name}.sock", *servers, ""])
        (self.folder / "haproxy.cfg").write_text(text, encoding="utf-8")

    def start(self, backends):
        """Start HAProxy with a master, as the unit does."""
        self.write(backends)
        command = ["haproxy", "-W", "-f", str(self.folder / "haproxy.cfg"), "-S", str(self.folder / "master.sock")]
        self.master = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        self.addCleanup(self.stop)
        self.wait_for_process()

    def stop(self):
        """End the master, and with it all its processes."""
        self.master.terminate()
        self.master.wait(PATIENCE)

    def reload(self, backends):
        """Put a new process in the place of the running one, and return the old one's id."""
        old = self.pid()
        self.write(backends)
        self.master.send_signal(signal.SIGUSR2)
        self.wait_for_process()
        return old

    def wait_for_process(self):
        """Return once the written configuration runs and the master takes signals: HAProxy 2.6 loses one that comes before."""
        wait_until("a process with the new configuration", lambda: self.running() == self.generation)
        wait_until("the master", lambda: "worker" in self.say("master.sock", "show proc\n"))

    def say(self, name, text):
        """Return what is answered to a text at one of the sockets."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(5)
            connection.connect(str(self.folder / name))
            connection.sendall(text.encode())
            if name == "master.sock":  # it goes on waiting for commands otherwise
                connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    def ask(self, command):
        """Return the current process's answer to a command of the Runtime API."""
        return self.say("admin.sock", f"{command}\n")

    def pid(self):
        """Return the current process's id."""
        return int(re.search(r"^Pid: (\d+)$", self.ask("show info"), re.MULTILINE)[1])

    def running(self):
        """Return which of the test's configurations the current process runs."""
        return int(re.search(r"=generation(\d+)", self.ask("show env NODEPORT_CONFIGURATION"))[1])

    def metrics(self):
        """Return the text of /metrics/process."""
        head, _, body = self.say("metrics.sock", "GET /metrics/process HTTP/1.0\r\n\r\n").partition("\r\n\r\n")
        self.assertRegex(head, r"^HTTP/1\.[01] 200 ")
        self.assertRegex(head, r"(?i)\r\ncontent-type: text/plain; version=0\.0\.4")
        return body

    def metric(self, name):
        """Return the line of a metric behind its name."""
        return re.search(rf"^nodeport_haproxy_{name}(.*)$", self.metrics(), re.MULTILINE)[1].strip()

    def worker(self):
        """Return a worker that is closed with the test."""
        worker = Worker()
        self.addCleanup(worker.close)
        return worker

    def session(self, backend, worker):
        """Return a session with a worker, through the backend that has it alone."""
        session = Session(self.folder / f"{backend}.sock", worker)
        self.addCleanup(session.close)
        return session

    def wait_for_exit(self, pid):
        """Return once the master has let go of an old process."""
        wait_until(f"the end of process {pid}", lambda: not Path(f"/proc/{pid}").exists())
