"""What becomes of sessions that live on in the process from before a reload."""

import os
import socket
import threading

from haproxy import HAProxyTest, wait_until


class OldProcesses(HAProxyTest):
    def setUp(self):
        super().setUp()
        self.dying, self.other = self.worker(), self.worker()
        self.before = {"dying": [self.dying.line("w")], "other": [self.other.line("w")]}

    def opened(self):
        """Start HAProxy and open a session with each of the two workers."""
        self.start(self.before)
        return self.session("dying", self.dying), self.session("other", self.other)

    def test_a_session_ends_when_its_worker_dies_and_one_on_a_healthy_worker_lives_on(self):
        dying, other = self.opened()
        self.reload(self.before)
        self.dying.die()
        dying.wait_for_end()
        self.assertTrue(other.lives())

    def test_sessions_of_a_process_from_two_reloads_ago_end_as_well(self):
        dying, other = self.opened()
        self.reload(self.before)
        self.reload(self.before)
        self.dying.die()
        dying.wait_for_end()
        self.assertTrue(other.lives())

    def test_sessions_of_a_server_that_the_configuration_no_longer_has_are_left_alone(self):
        dying, other = self.opened()
        self.reload({"dying": self.before["dying"], "other": []})
        self.other.die()
        self.dying.die()
        dying.wait_for_end()
        self.assertTrue(other.lives())

    def test_a_server_of_the_same_name_at_another_address_is_another_server(self):
        dying, other = self.opened()
        moved = self.worker()
        self.reload({"dying": self.before["dying"], "other": [moved.line("w")]})
        moved.die()
        wait_until("the other server is down", lambda: "DOWN" in self.status("other"))
        self.dying.die()
        dying.wait_for_end()
        self.assertTrue(other.lives())

    def test_sessions_of_a_server_in_maintenance_or_drained_are_left_alone(self):
        drained = self.worker()
        self.before["drained"] = [drained.line("w")]
        dying, other = self.opened()
        third = self.session("drained", drained)
        self.reload(self.before)
        self.ask("set server other/w state maint")
        self.ask("set server drained/w state drain")
        self.dying.die()
        dying.wait_for_end()
        self.assertTrue(other.lives())
        self.assertTrue(third.lives())

    def test_nothing_is_ended_while_the_current_process_does_not_answer(self):
        dying, _ = self.opened()
        view = self.folder / "view.sock"
        mute, questions = socket.socket(socket.AF_UNIX), []
        self.addCleanup(mute.close)
        self.reload(self.before)
        mute.bind(str(self.folder / "mute.sock"))
        os.chmod(self.folder / "mute.sock", 0o666)
        mute.listen()
        view.rename(self.folder / "real.sock")
        (self.folder / "mute.sock").rename(view)
        threading.Thread(target=listen, args=(mute, questions), daemon=True).start()
        self.dying.die()
        wait_until("the server is down", lambda: "DOWN" in self.status("dying"))
        asked = len(questions)
        wait_until("three more questions", lambda: len(questions) >= asked + 3)
        self.assertTrue(dying.lives())
        (self.folder / "real.sock").rename(view)
        dying.wait_for_end()

    def test_the_old_process_is_gone_after_its_last_session(self):
        dying, other = self.opened()
        old = self.reload(self.before)
        wait_until("it is seen", lambda: self.metric("old_processes") == "1")
        dying.close()
        other.close()
        self.wait_for_exit(old)

    def status(self, backend):
        """Return the status of a backend's only server."""
        rows = (line.split(",") for line in self.ask("show stat").splitlines())
        return next(row[17] for row in rows if row[:2] == [backend, "w"])


def listen(mute, questions):
    """Take questions and answer none, until the socket is closed."""
    while True:
        try:
            questions.append(mute.accept())
        except OSError:
            return
