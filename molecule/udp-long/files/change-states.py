"""Takes a server out of a UDP service and back, so often, and waits each time until the agent has followed.

change-states.py SERVICE SERVER TIMES
"""

import re
import socket
import sys
import time

RUNTIME_API = "/run/haproxy/admin.sock"
AGENT = "/var/lib/haproxy/udp-agent.sock"

# Longer than the agent's slow poll (s).
PATIENCE = 15


def ask(path, question):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE)
        connection.connect(path)
        connection.sendall(question.encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def is_live(service, server):
    page = ask(AGENT, "GET /metrics/udp HTTP/1.0\r\n\r\n")
    sample = rf'^haproxy_udp_server_live{{proxy="udp_{service}",server="{server}"}} ([01])'
    return re.search(sample, page, re.MULTILINE)[1] == "1"


def change(service, server, state):
    answer = ask(RUNTIME_API, f"set server udp_{service}/{server} state {state}\n").strip()
    if answer:
        sys.exit(answer)
    end = time.monotonic() + PATIENCE
    while is_live(service, server) != (state == "ready"):
        if time.monotonic() > end:
            sys.exit(f"{server} is {state} for HAProxy, and not for the agent")
        time.sleep(0.02)


service, server, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
for count in range(times):
    change(service, server, "maint" if count % 2 == 0 else "ready")
