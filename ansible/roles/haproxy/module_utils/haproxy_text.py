"""What a haproxy.cfg says, line by line: pure functions over its text."""

import re

# What `nodeport plan` hides, too. The address of a server that is called `token` is no secret.
SECRETS = tuple(
    re.compile(rf"^{secret}.+", re.MULTILINE | re.IGNORECASE)
    for secret in (
        r"(?![ \t]*server\b)(.*?(?:password|passwd|passphrase|secret|token|authorization)\"?[ \t]+)",
        r"(.*?(?:hdr|cook|urlp|url_param)\w*\([^()]*(?:pass|secret|token|key|auth)[^()]*\)\S*(?:[ \t]+-m[ \t]+\w+|[ \t]+-i)*[ \t]+)",
        r"([ \t]*(?:pre)?setenv[ \t]+\S*(?:pass|pwd|secret|token|key|credential)\S*[ \t]+)",
        r"([ \t]*stats[ \t]+auth[ \t]+)",
        r"([ \t]*tcp-check[ \t]+send(?:-\w+)?[ \t]+\"?auth\b)",
    )
)
SECTIONS = ("global", "defaults", "frontend", "backend", "listen", "userlist", "resolvers", "peers", "cache", "program", "ring")
# The keywords of the sections of a service. Deployments from before `listen` have a frontend and a backend.
MADE_FOR = {"tcp": ("listen", "frontend", "backend"), "udp": ("backend",)}
# The field of a service that makes a line of its section, by the first word of the line.
FIELDS = {"bind": ".port", "balance": ".balance", "maxconn": ".maxconn", "tcp-request": ".sni_routes", "acl": ".sni_routes", "use_backend": ".sni_routes"}
MENDED_BY = {
    "maxconn": "haproxy_maxconn",
    "hard-stop-after": "haproxy_hard_stop_after",
    "mworker-max-reloads": "haproxy_max_old_workers",
}


def masked(text):
    """Return a configuration without its passwords."""
    for secret in SECRETS:
        text = secret.sub(r"\1********", text)
    return text


def lines_in_sections(text):
    """Yield number, section (keyword and name) and words of each line of a configuration."""
    section = ("", "")
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if words and words[0] in SECTIONS and not line[:1].isspace():
            section = (words[0], words[1] if len(words) > 1 else "")
        yield number, section, words


def frontends(text):
    return [section[1] for _, section, words in lines_in_sections(text) if words[:1] in (["frontend"], ["listen"])]


def server_lines(text):
    """Return the line of each server, by backend and name."""
    return {(section[1], words[1]): words for _, section, words in lines_in_sections(text) if words[:1] == ["server"]}


def binds(text):
    """Return line number, host and port of each address that is bound. What is no address and port is left out."""
    found = []
    for number, _, words in lines_in_sections(text):
        if words[:1] == ["bind"] and len(words) > 1:
            for address in words[1].split(","):
                parts = re.fullmatch(r"\[?([0-9A-Fa-f.:*]*?)\]?:(\d+)", address)
                if parts:
                    host = parts[1].replace("*", "")
                    found.append((number, host or "0.0.0.0", int(parts[2])))
    return found


def unix_sockets(text):
    """Return line number and path of each socket in the file system that HAProxy is to make."""
    found = []
    for number, _, words in lines_in_sections(text):
        path = words[1] if words[:1] == ["bind"] and len(words) > 1 else words[2] if words[:2] == ["stats", "socket"] and len(words) > 2 else ""
        found += [(number, one.replace("unix@", "", 1)) for one in path.split(",") if one.replace("unix@", "", 1).startswith("/")]
    return found


def variable_of(number, text, services):
    """Return the variable that made a line of the role's haproxy.cfg. services: the names, by `tcp` and `udp`, in order."""
    for line, section, words in lines_in_sections(text):
        if line == number:
            return _variable(number, section, words, text, services)
    return "haproxy_sections_extra"


def _variable(number, section, words, text, services):
    keyword, name = section
    word = words[0] if words else ""
    if keyword == "global":
        return MENDED_BY.get(word, "haproxy_global_extra")
    if keyword == "defaults":
        return f"haproxy_timeout_{words[1].replace('-', '_')}" if word == "timeout" else "haproxy_defaults_extra"
    if (keyword, name) == ("userlist", "stats"):
        return "haproxy_stats_users"
    if keyword == "frontend" and name in ("stats", "metrics"):
        return f"haproxy_{name}_port"
    for kind, prefix in (("tcp", ""), ("udp", "udp_")):
        if keyword in MADE_FOR[kind] and name.startswith(prefix) and name[len(prefix) :] in services[kind] and _is_first(number, section, text):
            index = services[kind].index(name[len(prefix) :])
            return f"haproxy_{kind}_backends[{index}]{_field(section, words, text)}"
    route = _route(name, services, text) if keyword == "backend" and _is_first(number, section, text) else None
    if route:
        return f"{route}{_field(section, words, text).replace('.balance', '')}"
    return "haproxy_udp_backends" if (keyword, name) == ("backend", "workers") else "haproxy_sections_extra"


def _route(name, services, text):
    """Return the route whose section has this name. Its service sends clients there, and names may have underscores."""
    for index, service in enumerate(services["tcp"]):
        targets = [words[1] for _, section, words in lines_in_sections(text) if section == ("listen", service) and words[:1] == ["use_backend"]]
        if name in targets:
            return f"haproxy_tcp_backends[{index}].sni_routes[{targets.index(name)}]"
    return None


def _is_first(number, section, text):
    """Whether a line is in the first section of its name: what haproxy_sections_extra has comes behind the services."""
    named = [other[0] for line, other, words in lines_in_sections(text) if line <= number and tuple(words[:2]) == other and other[1] == section[1]]
    return named in ([section[0]], ["frontend", "backend"])


def _field(section, words, text):
    if words[:1] == ["server"]:
        names = [other[1] for _, within, other in lines_in_sections(text) if within == section and other[:1] == ["server"]]
        return f".servers[{names.index(words[1])}]"
    return FIELDS.get(words[0] if words else "", "")


def bind_line(words, text):
    """Return the line of the bind that HAProxy 2.2 complains of: it names the section and the port."""
    named = re.search(r"(?:proxy|frontend) (\S+): .*:(\d+)\]", words)
    for number, section, line in lines_in_sections(text):
        if named and section[1] == named[1] and line[:1] == ["bind"] and re.search(rf":{named[2]}\b", " ".join(line)):
            return number
    return None


def words_of_haproxy(said, text, services):
    """Return HAProxy's complaints, each behind the variable that caused it where it names a line."""
    complaints, seen = [], set()
    for line in said.splitlines():
        if re.search(r"\[(ALERT|WARNING)\]|^(ALERT|emerg)", line):
            words = re.sub(r"^\[(ALERT|WARNING)\]\s*(\d+/\d+\s*)?\(\d+\)\s*:\s*(config\s*:\s*)?", "", line).strip()
            place = re.search(r"\[(?:/dev/stdin|/etc/haproxy/haproxy\.cfg):(\d+)\]", words)
            shown = words.replace("/dev/stdin", "haproxy.cfg").replace("/etc/haproxy/haproxy.cfg", "haproxy.cfg")
            number = int(place[1]) if place else bind_line(words, text)
            cause = f"{variable_of(number, text, services)}: " if number else ""
            if shown not in seen:
                complaints.append(masked(f"{cause}{shown}"))
            seen.add(shown)
    return complaints
