"""Prints the UDP agent's state, as JSON, once it runs the files that were written and HAProxy knows every server's health.

Sent behind running-process.py and udp-process.py. Exit 1: the agent does not take the files within 10 s.
"""

import sys

PATIENCE = 10.0  # seconds
FIRST_CHECKS = 5.0  # seconds: servers that HAProxy still makes up its mind about are shown as they are


def until(condition, seconds):
    """Return whether a condition came true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def main():
    if not until(lambda: not is_udp_stale(), PATIENCE):
        words = "it does not answer"
        try:
            words = udp_state()["error"] or "it runs other files"
        except (OSError, ValueError):
            pass
        sys.exit(f"haproxy-udp did not take the UDP services: {words}. More of it: journalctl -u haproxy-udp -n 50")
    until(lambda: udp_state()["settled"], FIRST_CHECKS)
    print(json.dumps(udp_state()))


main()
