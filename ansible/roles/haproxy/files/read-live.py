"""Prints, as JSON on a line of its own, what a plan compares with: see docs/how-to/plan.md.

Sent behind running-process.py, udp-process.py, probe-udp.py and probe.py, whose facts are the line before. It only reads.
"""

DEPLOYMENTS = "/var/lib/nodeport-haproxy/deployments"
# What the role brings as it is, or makes of a template without services: a digest tells whether it would be another.
COPIES = (
    "/etc/haproxy/end-sessions.lua",
    "/etc/haproxy/old-processes.lua",
    "/usr/local/sbin/haproxy-unit",
    "/etc/systemd/system/haproxy.service.d/nodeport.conf",
    "/usr/local/sbin/haproxy-udp",
    "/etc/systemd/system/haproxy-udp.service",
)


def text_of(path):
    """Return a file's text; None where there is none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return None


def digest(path):
    """Return the SHA-256 of a file in hexadecimal; None where there is none."""
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        return None


def running():
    """Return what the worker that answers runs, and its view of the servers; None where none answers."""
    try:
        named = re.search(r"^NODEPORT_CONFIGURATION=(\w+)$", ask("show env NODEPORT_CONFIGURATION"), re.MULTILINE)
        info = dict(line.split(": ", 1) for line in ask("show info").splitlines() if ": " in line)
        loaded = [path for path in (CONFIGURATION, *COPIES) if path.startswith("/etc/haproxy/") and os.path.exists(path)]
        return {
            "hash": named[1] if named else "",
            "version": info["Version"],
            "stale": started(info["Pid"]) < written(loaded),
            "stat": ask("show stat"),
        }
    except (OSError, KeyError):
        return None


def deployments():
    """Return the records of the deployments, oldest first, each with its folder."""
    found = []
    for name in os.listdir(DEPLOYMENTS) if os.path.isdir(DEPLOYMENTS) else []:
        try:
            found.append({**json.loads(text_of(f"{DEPLOYMENTS}/{name}/record.json")), "folder": f"{DEPLOYMENTS}/{name}"})
        except (TypeError, ValueError):
            continue  # one that was cut short
    return sorted(found, key=lambda record: record["number"])


def last_deployment():
    """Return the last deployment that the host was given, and which of its files are others now, or gone; None before the first."""
    last = next((record for record in reversed(deployments()) if record["outcome"] == "applied"), None)
    if last is None:
        return None
    folder = last.pop("folder")
    paths = [file["path"] for file in last.pop("files", [])]
    edited = [path for path in paths if digest(path) not in (None, digest(f"{folder}/{os.path.basename(path)}"))]
    return {**last, "edited": edited, "gone": [path for path in paths if digest(path) is None]}


def live():
    return {
        "files": {"haproxy.cfg": text_of(CONFIGURATION), "udp.nft": text_of(UDP_FILES[0])},
        "copies": {path: digest(path) for path in COPIES},
        "running": running(),
        "deployment": last_deployment(),
    }


print(json.dumps(live()))
