"""Asks a UDP echo from 60 addresses of this machine and prints, as JSON, which worker answered each.

ask-as-many.py BALANCER PORT: the addresses are 61 to 120 of the balancer's own /24, which the machine is given for it.
"""

import json
import socket
import subprocess
import sys

balancer, port = sys.argv[1], int(sys.argv[2])
network = balancer.rpartition(".")[0]
answers = {}
for last in range(61, 121):
    address = f"{network}.{last}"
    subprocess.run(["ip", "address", "replace", f"{address}/24", "dev", "eth0"], check=True)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(5)
        client.bind((address, 0))
        client.sendto(b"0", (balancer, port))
        answers[address] = client.recv(1024).decode().partition("|")[0]
print(json.dumps(answers))
