"""Records what HAProxy says of a server in each state, for test_haproxy_udp.py:

    python3 record_show_stat.py > show-stat-2.6.csv

The name of a server is what it is when its row is taken. `workers` are checked, `udp_tracking` tracks them as
the role's services do. Needs an haproxy in the PATH, and takes a few seconds.
"""

import http.server
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

HEALTHY = (200, "{}")
LEAVING = (503, '{"nodeEligible": false}')
SICK = (503, "{}")
SILENT = None
RELOAD = "reload"
DEADLINE = 20  # seconds

# By server: what is done, and the status and the check's result that are waited for. The last is what is recorded.
UP = (HEALTHY, "UP L7OK")
DOWN = (SICK, "DOWN L7STS")
CASES = {
    "up": [UP],
    "up_failing": [UP, (SICK, "UP 1/2 L7STS")],
    "down": [UP, DOWN],
    "down_passing": [UP, DOWN, (HEALTHY, "DOWN 1/2 L7OK")],
    "leaving": [UP, (LEAVING, "NOLB L7OKC")],
    "leaving_failing": [UP, (LEAVING, "NOLB L7OKC"), (SICK, "NOLB 1/2 L7STS")],
    "drain": [UP, ("workers state drain", "DRAIN L7OK")],
    "drain_failing": [UP, ("workers state drain", "DRAIN L7OK"), (SICK, "DRAIN 1/2 L7STS")],
    "drain_down": [UP, ("workers state drain", "DRAIN L7OK"), DOWN],
    "weight_0": [UP, ("workers weight 0", "UP L7OK")],
    "weight_0_down": [UP, ("workers weight 0", "UP L7OK"), DOWN],
    "maint": [UP, ("workers state maint", "MAINT")],
    "out_of_maint": [UP, (SILENT, "UP"), ("workers state maint", "MAINT"), ("workers state ready", "UP")],
    "own_drain": [UP, ("udp_tracking state drain", "UP")],
    "own_maint": [UP, ("udp_tracking state maint", "UP")],
    "own_weight_0": [UP, ("udp_tracking weight 0", "UP")],
    "own_weight_0_down": [UP, ("udp_tracking weight 0", "UP"), DOWN],
    "started": [(SILENT, "UP 1/2 INI")],
    "started_and_failing": [(SICK, "DOWN L7STS")],
    "reloaded": [UP, DOWN, (SILENT, "DOWN L7STS"), (RELOAD, "UP 1/2 INI")],
}


class Worker(http.server.ThreadingHTTPServer):
    """Answers health checks as it is told to."""

    daemon_threads = True

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), Health)
        self.answer = answer
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.server.answer is SILENT:
            self.rfile.read()  # until HAProxy gives up
            return
        status, text = self.server.answer
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


def configuration(workers, api):
    lines = ["global", f"stats socket {api} level admin", "defaults", "mode tcp", "timeout connect 1s", "timeout server 1s"]
    lines += ["timeout check 30s", "backend workers", "option httpchk", "http-check send meth GET uri /healthz"]
    lines += ["http-check expect ! rstring nodeEligible.*false error-status L7OKC", "http-check expect status 200"]
    for name, worker in workers.items():
        lines.append(f"server {name} 127.0.0.1:{worker.server_port} check inter 300ms rise 2 fall 2")
    lines += ["backend udp_tracking"]
    for name in workers:
        lines.append(f"server {name} 127.0.0.1:9 track workers/{name}")
    lines.append("server no_check 127.0.0.1:9")
    return "\n".join([*lines, ""])


def ask(api, command):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(api))
        connection.sendall(command.encode() + b"\n")
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def rows_when(api, name, wanted):
    """Return the header, and the rows of a server and of the one that tracks it, as soon as it is as wanted."""
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        header, *lines = ask(api, "show stat -1 4 -1").splitlines()
        rows = {tuple(line.split(",")[:2]): line for line in lines if line}
        row = dict(zip(header.lstrip("# ").split(","), rows["workers", name].split(",")))
        seen = f"{row['status']} {row['check_status'].lstrip('* ')}"
        if seen.startswith(wanted):
            return header, [rows["workers", name], rows["udp_tracking", name]]
        time.sleep(0.01)
    raise RuntimeError(f"{name} is {seen}, never {wanted}")


def record(folder):
    workers = {name: Worker(steps[0][0]) for name, steps in CASES.items()}
    api, file = folder / "api.sock", folder / "haproxy.cfg"
    file.write_text(configuration(workers, api), encoding="utf-8")
    processes = [start(file, api)]
    try:
        for name, steps in CASES.items():
            for action, wanted in steps:
                if action == RELOAD:
                    processes.append(start(file, api, "-sf", str(processes[-1].pid)))
                elif isinstance(action, str):
                    proxy, words = action.split(" ", 1)
                    ask(api, f"set server {proxy}/{name} {words}")
                else:
                    workers[name].answer = action
                header, rows = rows_when(api, name, wanted)
            if name == "up":
                print(header)
                print(*(line for line in ask(api, "show stat -1 4 -1").splitlines() if ",no check," in line), sep="\n")
            print(*rows, sep="\n")
    finally:
        for process in processes:
            process.kill()
            process.wait()


def start(file, api, *options):
    process = subprocess.Popen(["haproxy", "-db", "-q", "-f", str(file), *options])
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        try:
            if f"Pid: {process.pid}" in ask(api, "show info"):
                return process
        except OSError:
            pass
    raise RuntimeError("HAProxy does not answer")


with tempfile.TemporaryDirectory() as temporary:
    record(Path(temporary))
