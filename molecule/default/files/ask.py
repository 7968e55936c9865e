"""Connects to a port of MySQL's, asks for a host by TLS where one is given, and prints the worker that greets.

    ask.py ADDRESS PORT [HOST]
"""

import re
import socket
import ssl
import sys


def client_hello(host):
    """Return what a TLS client says first."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname=host)
    try:
        tls.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


address, port, *host = sys.argv[1:]
with socket.create_connection((address, int(port)), timeout=10) as connection:
    if host:
        connection.sendall(client_hello(host[0]))
    greeting = connection.recv(256)
worker = re.search(rb"k8s-worker-\d", greeting)
print(worker[0].decode() if worker else repr(greeting))
