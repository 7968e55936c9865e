"""The agent as a module: files/haproxy-udp.py is a program, and its name cannot be imported."""

import importlib.util
import socketserver
import sys
import threading
from pathlib import Path

FILE = Path(__file__).parents[1] / "files" / "haproxy-udp.py"


PORTS = {"port": 30053, "check_port": 10256}


def load(folder=None):
    """Return a new copy of the agent. folder: where its files are then, instead of /etc, /run and /var."""
    sys.dont_write_bytecode = True  # the role's folder stays as it is
    spec = importlib.util.spec_from_file_location("haproxy_udp", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if folder:
        module.RULES, module.STATE = Path(folder, "udp.nft"), Path(folder, "run/state.json")
        module.RUNTIME_API, module.EVENTS, module.PAGES = (str(Path(folder, name)) for name in ("api", "events", "pages"))
    return module


def service(name="dns", servers=("worker-1", "worker-2", "worker-3"), number=1, **fields):
    """Return a service as udp.nft's comments have it; its servers are 192.0.2.11, .12 and so on."""
    made = [
        {"name": server, "id": f"service{number}_server{index}", "address": f"192.0.2.{10 + index}", **PORTS, "weight": 1}
        for index, server in enumerate(servers, 1)
    ]
    given = {"bind": [], "health": "kube-proxy", "balance": "roundrobin", "fail_open": True, "allow": [], "deny": []}
    return {"name": name, "id": f"service{number}", "port": 53, **given, "servers": made, **fields}


class Haproxy(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """Answers `show stat` on its Runtime API, of the services' servers, as HAProxy 2.6 does.

    rows: (status, check_status) by (service, server).
    """

    daemon_threads = True

    def __init__(self, path):
        self.rows = {}
        super().__init__(path, Answer)
        threading.Thread(target=self.serve_forever, args=[0.01], daemon=True).start()

    def close(self):
        self.shutdown()
        self.server_close()
        Path(self.server_address).unlink(missing_ok=True)


class Answer(socketserver.StreamRequestHandler):
    def handle(self):
        self.rfile.readline()
        lines = ["# pxname,svname,status,weight,check_status,tracked,"]
        lines += [
            f"udp_{service},{server},{status},1,{result},," for (service, server), (status, result) in self.server.rows.items()
        ]
        self.wfile.write("\n".join([*lines, ""]).encode())
