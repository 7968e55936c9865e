"""The pure parts of the role's module: what a configuration says, what a deployment cost, what a host keeps."""

import os
import tempfile
import unittest
from unittest import mock

import deployment  # noqa: F401  makes the next imports possible
from ansible.module_utils import haproxy_files as files
from ansible.module_utils import haproxy_history as history
from ansible.module_utils import haproxy_judge as judge
from ansible.module_utils import haproxy_servers as servers
from ansible.module_utils import haproxy_text as text
from ansible.module_utils import haproxy_unit as unit

SERVICES = {"tcp": ["mysql", "udp_like", "https", "https_eu"], "udp": ["wireguard"]}
CONFIGURATION = """global
    maxconn 8000
    nonsense 1
defaults
    timeout client-fin 1m
    option nonsense
userlist stats
    user anna password $6$salt$hash
frontend stats
    bind :::8404 v4v6
listen mysql
    bind :3306
    bind [2001:db8::1]:3306
    balance leastconn
    server worker-1 192.0.2.1:30306 check
    server worker-2 192.0.2.2:30306 check
listen https
    acl sni_shop req.ssl_sni -i shop.example.org
    use_backend sni_https_shop if sni_shop
    use_backend sni_https_eu_mail if sni_eu_mail
    server worker-1 192.0.2.1:31443
backend sni_https_shop
    server worker-1 192.0.2.1:30443
    server worker-2 192.0.2.2:30443
backend sni_https_eu_mail
    balance source
    server worker-1 192.0.2.1:30993
listen https_eu
    use_backend sni_https_eu_shop if sni_shop
    server worker-1 192.0.2.1:31444
backend sni_https_eu_shop
    server worker-1 192.0.2.1:30444
backend workers
    server x 192.0.2.1:10256 check
backend udp_wireguard
    server worker-1 192.0.2.1:31820 track workers/x
listen smtp
    bind 192.0.2.7:25,:::26
    bind unix@/run/x.sock
"""
TWO_SECTIONS = """frontend mysql
    bind :3306
    default_backend mysql
backend mysql
    server worker-1 192.0.2.1:30306 check
"""


def line(words):
    return next(number for number, text_ in enumerate(CONFIGURATION.splitlines(), 1) if text_.strip() == words)


class Variables(unittest.TestCase):
    def test_every_line_has_the_variable_that_made_it(self):
        expected = {
            "maxconn 8000": "haproxy_maxconn",
            "nonsense 1": "haproxy_global_extra",
            "timeout client-fin 1m": "haproxy_timeout_client_fin",
            "option nonsense": "haproxy_defaults_extra",
            "user anna password $6$salt$hash": "haproxy_stats_users",
            "bind :::8404 v4v6": "haproxy_stats_port",
            "bind [2001:db8::1]:3306": "haproxy_tcp_backends[0].port",
            "balance leastconn": "haproxy_tcp_backends[0].balance",
            "server worker-2 192.0.2.2:30306 check": "haproxy_tcp_backends[0].servers[1]",
            "acl sni_shop req.ssl_sni -i shop.example.org": "haproxy_tcp_backends[2].sni_routes",
            "use_backend sni_https_eu_shop if sni_shop": "haproxy_tcp_backends[3].sni_routes",
            "backend sni_https_shop": "haproxy_tcp_backends[2].sni_routes[0]",
            "server worker-2 192.0.2.2:30443": "haproxy_tcp_backends[2].sni_routes[0].servers[1]",
            "balance source": "haproxy_tcp_backends[2].sni_routes[1]",
            "server worker-1 192.0.2.1:30993": "haproxy_tcp_backends[2].sni_routes[1].servers[0]",
            "server worker-1 192.0.2.1:30444": "haproxy_tcp_backends[3].sni_routes[0].servers[0]",
            "server x 192.0.2.1:10256 check": "haproxy_udp_backends",
            "server worker-1 192.0.2.1:31820 track workers/x": "haproxy_udp_backends[0].servers[0]",
            "bind unix@/run/x.sock": "haproxy_sections_extra",
        }
        for words, variable in expected.items():
            with self.subTest(words):
                self.assertEqual(text.variable_of(line(words), CONFIGURATION, SERVICES), variable)

    def test_a_section_of_a_service_s_name_behind_it_is_the_operator_s(self):
        for section in ("listen mysql", "frontend mysql", "backend mysql", "backend sni_https_shop"):
            with self.subTest(section):
                twice = f"{CONFIGURATION}{section}\n    nonsense\n"
                last = len(twice.splitlines())
                for number in (last - 1, last):
                    self.assertEqual(text.variable_of(number, twice, SERVICES), "haproxy_sections_extra")
        extra = f"{CONFIGURATION}frontend udp_wireguard\n    bind :1\n"
        self.assertEqual(text.variable_of(len(extra.splitlines()), extra, SERVICES), "haproxy_sections_extra")

    def test_the_frontend_and_the_backend_of_an_older_deployment_are_its_service_s_too(self):
        variables = [text.variable_of(number, TWO_SECTIONS, SERVICES) for number in (2, 3, 4, 5)]
        service = "haproxy_tcp_backends[0]"
        self.assertEqual(variables, [f"{service}.port", service, service, f"{service}.servers[0]"])

    def test_a_complaint_names_its_variable_in_the_words_of_each_version(self):
        number = line("bind :3306")
        for said in (
            f"[ALERT]    (275) : Binding [/etc/haproxy/haproxy.cfg:{number}] for proxy mysql: protocol tcpv4: cannot bind socket for [0.0.0.0:3306].",
            "[ALERT] 325/200701 (459) : Starting proxy mysql: cannot bind socket [0.0.0.0:3306]",
            f"[ALERT]    (1) : config : parsing [/dev/stdin:{number}] : nonsense",
        ):
            with self.subTest(said):
                (words,) = text.words_of_haproxy(said, CONFIGURATION, SERVICES)
                self.assertTrue(words.startswith("haproxy_tcp_backends[0].port: "), words)

    def test_the_port_of_an_older_deployment_is_found_in_its_frontend(self):
        said = "[ALERT] 325/200701 (459) : Starting frontend mysql: cannot bind socket [:::3306]"
        (words,) = text.words_of_haproxy(said, TWO_SECTIONS, SERVICES)
        self.assertTrue(words.startswith("haproxy_tcp_backends[0].port: "), words)

    def test_the_same_complaint_is_said_once_and_a_password_never(self):
        said = "[ALERT]    (1) : config : user anna password $6$salt$hash is wrong\n" * 2
        (words,) = text.words_of_haproxy(said, CONFIGURATION, SERVICES)
        self.assertNotIn("salt", words)


class Secrets(unittest.TestCase):
    def test_no_way_to_write_a_password_is_shown(self):
        for words in (
            "user anna password $6$salt$hunter2",
            'user ben insecure-password "a hunter2"',
            "stats auth anna:hunter2",
            "tcp-check send AUTH\\ hunter2\\r\\n",
            'http-request set-header Authorization "Basic hunter2"',
            'acl ops hdr(authorization) -m str "Basic hunter2"',
            "acl ops req.hdr(X-Api-Key) -i -m beg hunter2",
            "acl ops hdr_beg(Authorization) Bearer\\ hunter2",
            "http-request deny unless { req.fhdr(authorization),lower -m str hunter2 }",
            "setenv DB_PASS hunter2",
            'presetenv S3_KEY_ID "hunter2"',
        ):
            with self.subTest(words):
                self.assertNotIn("hunter2", text.masked(f"global\n    {words}\n"))

    def test_a_server_may_be_called_anything(self):
        self.assertIn("192.0.2.1:1", text.masked("    server token 192.0.2.1:1 check\n"))

    def test_what_is_no_password_is_shown(self):
        for words in (
            "setenv NODEPORT_CONNECT_TIMEOUT 300ms",
            "acl web hdr(host) -m str www.example.org",
            "http-request auth realm HAProxy unless { http_auth(stats) }",
        ):
            with self.subTest(words):
                self.assertIn(words, text.masked(f"global\n    {words}\n"))

    def test_the_line_behind_a_word_is_not_hidden_with_it(self):
        self.assertIn("balance leastconn", text.masked("listen token\n    balance leastconn\n"))


class Ports(unittest.TestCase):
    def test_binds_are_addresses_with_ports(self):
        self.assertEqual(
            [(host, port) for _, host, port in text.binds(CONFIGURATION)],
            [("::", 8404), ("0.0.0.0", 3306), ("2001:db8::1", 3306), ("192.0.2.7", 25), ("::", 26)],
        )

    def test_a_port_that_this_configuration_binds_newly_and_cannot_is_refused(self):
        with mock.patch.object(judge, "is_free", lambda host, port: False):
            (refusal,) = judge.taken(CONFIGURATION, CONFIGURATION.replace(":3306", ":3307"), SERVICES)[:1]
        self.assertIn("haproxy_tcp_backends[0].port: port 3306", refusal)

    def test_a_port_that_haproxy_has_already_is_not_asked_for(self):
        with mock.patch.object(judge, "is_free", lambda host, port: False):
            self.assertEqual(judge.taken(CONFIGURATION, CONFIGURATION, SERVICES), [])


def row(name, status, backend="mysql", check="L4OK", kind="2"):
    return {"pxname": backend, "svname": name, "status": status, "check_status": check, "type": kind, "rate": "0"}


class Sockets(unittest.TestCase):
    def test_a_socket_where_the_hardened_unit_may_make_none_is_refused_by_name(self):
        new = "listen a\n    bind unix@/srv/a.sock\n    bind /run/b.sock mode 600\nglobal\n    stats socket /var/lib/haproxy/../c.sock level admin\n"
        first, second = judge.unreachable(new, SERVICES)
        self.assertTrue(first.startswith("haproxy_sections_extra: /srv/a.sock cannot be made"), first)
        self.assertTrue(second.startswith("haproxy_global_extra: /var/lib/haproxy/../c.sock"), second)

    def test_an_address_that_is_not_there_yet_is_not_taken(self):
        self.assertTrue(judge.is_free("203.0.113.9", 80))


class Losses(unittest.TestCase):
    def losses(self, before, after, new=CONFIGURATION):
        return servers.losses(before, after, CONFIGURATION, new)

    def test_a_server_that_goes_down_though_nobody_changed_it_is_a_loss(self):
        found = self.losses([row("worker-1", "UP"), row("worker-2", "UP")], [row("worker-1", "UP"), row("worker-2", "DOWN")])
        self.assertEqual(found[0], "mysql: 1 servers are up, 2 were before")

    def test_one_that_was_changed_may_be_down_while_another_is_up(self):
        new = CONFIGURATION.replace("192.0.2.2:30306", "192.0.2.3:30306")
        self.assertEqual(self.losses([row("worker-1", "UP"), row("worker-2", "UP")], [row("worker-1", "UP"), row("worker-2", "DOWN")], new), [])

    def test_a_service_without_any_server_is_a_loss_whatever_was_changed(self):
        new = CONFIGURATION.replace(" check", " check port 1")
        found = self.losses([row("worker-1", "UP"), row("worker-2", "UP")], [row("worker-1", "DOWN"), row("worker-2", "DOWN")], new)
        self.assertEqual(found[0], "mysql: no server is up, 2 were before")

    def test_what_was_down_before_may_stay_down(self):
        self.assertEqual(self.losses([row("worker-1", "UP"), row("worker-2", "DOWN")], [row("worker-1", "UP"), row("worker-2", "DOWN")]), [])

    def test_a_server_that_was_taken_out_is_no_loss(self):
        new = CONFIGURATION.replace("    server worker-2 192.0.2.2:30306 check\n", "")
        self.assertEqual(self.losses([row("worker-1", "UP"), row("worker-2", "UP")], [row("worker-1", "UP")], new), [])

    def test_a_first_check_or_a_failing_one_is_waited_for(self):
        self.assertTrue(servers.is_undecided(row("a", "UP", check="INI")))
        self.assertTrue(servers.is_undecided(row("a", "UP 2/3")))
        self.assertFalse(servers.is_undecided(row("a", "no check", check="")))


    def test_a_server_that_is_not_checked_any_more_is_no_loss(self):
        new = CONFIGURATION.replace(" check", "")
        after = [row("worker-1", "no check", check=""), row("worker-2", "no check", check="")]
        self.assertEqual(self.losses([row("worker-1", "UP"), row("worker-2", "UP")], after, new), [])

    def test_one_that_was_failing_already_is_no_loss(self):
        self.assertEqual(self.losses([row("worker-1", "UP"), row("worker-2", "UP 1/3")], [row("worker-1", "UP"), row("worker-2", "DOWN")]), [])

    def test_a_server_that_is_checked_too_seldom_is_not_waited_for(self):
        new = "backend mysql\n    server worker-1 192.0.2.1:1 check inter 60s fastinter 500ms\n    server worker-2 192.0.2.2:1 check inter 500ms\n"
        answers = [[row("worker-1", "UP", check="INI"), row("worker-2", "UP", check=check)] for check in ("INI", "L4OK")]
        with mock.patch.object(servers, "rows", side_effect=answers):
            self.assertEqual(servers.settled(new), answers[1])


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name, content):
        return {"path": os.path.join(self.folder, name), "content": content, "mode": "0640", "kind": "script"}

    def test_all_of_them_are_written_or_none(self):
        files.put([self.file("one", "old"), self.file("two", "old")])
        write = unit.write_beside

        def until_full(path, content, mode):
            if path.endswith("two"):
                raise OSError(28, "No space left on device")
            return write(path, content, mode)

        with mock.patch.object(unit, "write_beside", until_full), self.assertRaises(files.Failure) as failure:
            files.put([self.file("one", "new"), self.file("two", "new")])
        self.assertIn("two cannot be written: No space left on device", failure.exception.args[0][0])
        self.assertEqual({name: unit.read(os.path.join(self.folder, name)) for name in os.listdir(self.folder)}, {"one": "old", "two": "old"})

    def test_bytes_that_are_no_text_go_in_and_out_unchanged_and_can_be_shown(self):
        path = os.path.join(self.folder, "theirs")
        with open(path, "wb") as theirs:
            theirs.write(b"# caf\xe9\n")
        (before,) = files.on_disk([self.file("theirs", "")])
        (difference,) = files.shown([{**before, "kind": "configuration", "content": ""}], [{**before, "kind": "configuration"}])
        difference["before"].encode()
        files.put([self.file("theirs", "ours")])
        files.put_back([before])
        with open(path, "rb") as theirs:
            self.assertEqual(theirs.read(), b"# caf\xe9\n")

    def test_a_password_that_changes_is_told_and_not_shown(self):
        was = {**self.file("cfg", "user a password one\n"), "kind": "configuration"}
        (difference,) = files.shown([{**was, "content": "user a password two\n"}], [was])
        self.assertIn("A password in it changes", difference["after"])
        self.assertNotIn("two", difference["after"])


class History(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        patched = mock.patch.object(history, "FOLDER", os.path.join(folder.name, "deployments"))
        patched.start()
        self.addCleanup(patched.stop)

    def deploy(self, content, outcome=history.APPLIED, most=3):
        files = [{"path": "/etc/haproxy/haproxy.cfg", "mode": "0644", "kind": "configuration", "content": content}]
        known = history.records()
        facts = {"outcome": outcome, "reason": "", "by": "", "hash": content, "digest": content, "haproxy": ""}
        return history.close(known, history.stage(known, files), files, facts, most)

    def numbers(self):
        return [record["number"] for record in history.records()]

    def test_numbers_go_on_and_the_oldest_goes(self):
        for content in "abcde":
            self.deploy(content)
        self.assertEqual(self.numbers(), [3, 4, 5])

    def test_what_a_rollback_needs_stays_however_many_were_rolled_back(self):
        self.deploy("a")
        self.deploy("b")
        for content in "cdefg":
            self.deploy(content, history.ROLLED_BACK)
        self.assertEqual(history.current(history.records())["digest"], "b")
        self.assertEqual(history.before(history.records())["digest"], "a")

    def test_a_second_rollback_goes_forth_again(self):
        for content in "aba":
            self.deploy(content)
        self.assertEqual(history.before(history.records())["digest"], "b")

    def test_one_that_was_cut_short_is_none(self):
        self.deploy("a")
        history.stage(history.records(), [])
        self.assertEqual(self.numbers(), [1])
        self.deploy("b")
        self.assertEqual(self.numbers(), [1, 2])
