"""Prints `show stat` of the running HAProxy once it runs the configuration that was written.

Sent behind running-process.py. A reload is asynchronous, and it is reported as done even when the new process could
not start; the old one goes on then. So the worker that answers has to be younger than the files, within 10 s.
Exit 1: it is not, or HAProxy does not answer.
"""

import sys

PATIENCE = 10.0  # seconds


def main():
    deadline = time.monotonic() + PATIENCE
    while is_stale():
        if time.monotonic() > deadline:
            sys.exit("HAProxy does not run the configuration that was written. Its own words: journalctl -u haproxy -n 50")
        time.sleep(0.05)
    print(ask("show stat"))


main()
