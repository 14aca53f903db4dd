"""A workspace whose process can be ended or killed and started again on the same database."""
import json
import os
import re
import select
import signal
import subprocess
import time

from workspace import START_SECONDS, Workspace


class KeptWorkspace(Workspace):
    """Session and token outlive a restart, as they do for a user; the address is a new one."""

    @property
    def database(self):
        return os.path.join(self._folder.name, "shoreline.sqlite")

    def kill(self):
        """SIGKILL: no line of the server's own runs any more."""
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()

    def terminate(self, seconds=20):
        """What SIGTERM gives: the exit code, and all that was printed."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(seconds)
        said = self.process.stdout.read().decode()
        self.process.stdout.close()
        return code, said

    def start_again(self):
        assert self.process.poll() is not None, "the first process must have ended before the second start"
        self.process = subprocess.Popen(
            [self._binary, "serve", "--database", self.database, "--port", "0"],
            stdout=subprocess.PIPE, stderr=self._log)
        told, until = b"", time.monotonic() + START_SECONDS
        while time.monotonic() < until and b"Ctrl-C" not in told:
            if select.select([self.process.stdout], [], [], 0.2)[0]:
                more = os.read(self.process.stdout.fileno(), 4096)
                assert more, f"the server ended at its second start instead of serving: {self.log()[-2000:]}"
                told += more
        found = re.search(r"http://127\.0\.0\.1:(\d+)", told.decode())
        assert found, f"a second start should print its address within {START_SECONDS} s, and printed {told!r}"
        assert b"/join/" not in told, "only the first start may print a link to join"
        self.address, self.port = found.group(0), int(found.group(1))

    def __init__(self, binary, example):
        self._binary = binary
        super().__init__(binary, example)

    def new_case(self, text):
        answer = self.api("POST", "/api/cases", {"text": text})
        assert answer.status == 201, f"a case should be made with 201, not {answer.status}: {answer.text[:500]}"
        return answer.json()


def problem(answer, status):
    """That `answer` is a problem by RFC 9457 with that status; the problem."""
    assert answer.status == status, f"expected {status}, got {answer.status}: {answer.text[:500]}"
    media = answer.headers.get("content-type")
    assert media == "application/problem+json", f"a problem should be application/problem+json, not {media}"
    told = json.loads(answer.body)
    for key in ("type", "title", "status", "detail"):
        assert told.get(key), f"a problem should say its {key}: {told}"
    assert told["status"] == status, f"the problem says {told['status']} and the answer {status}"
    return told
