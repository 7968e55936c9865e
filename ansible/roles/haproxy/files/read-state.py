"""Prints `show stat` of the HAProxy that runs; nothing where none does. Sent behind running-process.py."""

try:
    print(ask("show stat"))
except OSError:
    pass
