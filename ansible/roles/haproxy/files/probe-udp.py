"""What the role has to know of a host for UDP services. Sent between udp-process.py and probe.py."""

UDP_UNIT = "/etc/systemd/system/haproxy-udp.service"
UDP_PROGRAM = (UDP_UNIT, "/usr/local/sbin/haproxy-udp")
UDP_SYSCTL = "/etc/sysctl.d/zz-haproxy-udp.conf"
UDP_PACKAGES = ("conntrack", "iproute2", "nftables")


def udp_receivers(owners):
    """Return the same of each UDP socket that anybody may send to. One that is connected is a client's."""
    unseen = {"process": "another process", "pid": 0}
    return [{"address": host, "port": port, **owners.get(inode, unseen)} for host, port, inode in sockets("udp", "07")]


def content(path):
    """Return a file's text, empty where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def forwarding():
    """Return which families the host forwards, and which of them only because the role turned it on."""
    now = {
        "ipv4": content("/proc/sys/net/ipv4/ip_forward").strip() == "1",
        "ipv6": content("/proc/sys/net/ipv6/conf/all/forwarding").strip() == "1",
    }
    marked = re.search(r"^# Off before: (.*)$", content(UDP_SYSCTL), re.MULTILINE)
    before = {family for family in now if not now[family]} | set(marked[1].split() if marked else [])
    return {"forwarded": [family for family in now if now[family]], "off_before": sorted(before)}


def advertised_links():
    """Return the links whose IPv6 default route was learnt by router advertisement: forwarding would end that.

    `kernel`: the kernel listens (accept_ra); otherwise systemd-networkd does, by `network_file`, or another.
    """
    routes = output("ip", "-6", "route", "show", "default", "proto", "ra")
    # A link that the role has set stays set, also while its router is silent.
    set_before = re.findall(r"^net/ipv6/conf/(\S+)/accept_ra", content(UDP_SYSCTL), re.MULTILINE)
    links = []
    for name in sorted({*re.findall(r"\bdev (\S+)", routes), *set_before}):
        index = content(f"/sys/class/net/{name}/ifindex").strip()
        file = re.search(r"^NETWORK_FILE=(.+)$", content(f"/run/systemd/netif/links/{index}"), re.MULTILINE)
        kernel = content(f"/proc/sys/net/ipv6/conf/{name}/accept_ra").strip()
        links.append({"name": name, "kernel": kernel != "0", "network_file": file[1] if file else ""})
    return links


def is_another_program():
    """Whether the agent's process is older than its program or its unit, as after a restart that was lost."""
    try:
        return started(output("systemctl", "show", "--property", "MainPID", "--value", "haproxy-udp")) < written(UDP_PROGRAM)
    except OSError:
        return False


def udp_facts(owners):
    """Return whether the agent is there and runs what is on the disk, and what forwarding needs."""
    return {
        "there": os.path.exists(UDP_UNIT),
        "active": output("systemctl", "is-active", "haproxy-udp") == "active",
        "enabled": output("systemctl", "is-enabled", "haproxy-udp"),
        "stale": is_udp_stale(),
        "another_program": is_another_program(),
        "receivers": udp_receivers(owners),
        **forwarding(),
        "advertised_links": advertised_links(),
    }
