"""A workspace of its own for a test or a benchmark: started on a free port of loopback, set up, with a token, and ended.

Standard library only, because both virtual environments use it.
"""
import http.client
import json
import os
import re
import select
import signal
import subprocess
import tempfile
import time
import urllib.parse

START_SECONDS = 30


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode()

    def json(self):
        return json.loads(self.body)


class Workspace:
    """The running server; a context manager that ends its process and removes its folder."""

    def __init__(self, binary, example):
        self._folder = tempfile.TemporaryDirectory(prefix="shoreline-")
        self._log = open(os.path.join(self._folder.name, "log"), "w+")
        self.process = subprocess.Popen(
            [binary, "serve", "--database", os.path.join(self._folder.name, "shoreline.sqlite"), "--port", "0",
             "--example", example],
            stdout=subprocess.PIPE, stderr=self._log)
        try:
            told = self._first_words()
            self.address = re.search(r"http://127\.0\.0\.1:\d+", told).group(0)
            self.port = int(self.address.rsplit(":", 1)[1])
            self.cookie = self._join(re.search(r"/join/\S+", told).group(0))
            self.token = self.make_token("read", "write", "people", "audit")
        except BaseException:
            self.end()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def _first_words(self):
        told, until = b"", time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if select.select([self.process.stdout], [], [], 0.2)[0]:
                more = os.read(self.process.stdout.fileno(), 4096)
                told += more
                if b"/join/" in told and told.endswith(b"\n"):
                    return told.decode()
                if not more:
                    break
        raise SystemExit(f"The server did not start within {START_SECONDS} s: {told.decode()}\n{self.log()}")

    def _join(self, path):
        answer = self.form(path, organisation="Northwind", name="Ada Berg", email="ada@example.org",
                           password="correct horse battery", password2="correct horse battery")
        assert answer.status == 303, f"joining was answered with {answer.status}: {answer.text}"
        return answer.headers["set-cookie"].split(";")[0]

    def make_token(self, *scopes):
        """A token, by the form of the account page, as a person makes one."""
        page = self.page("/account").text
        csrf = re.search(r'name="csrf"[^>]*value="([^"]+)"', page).group(1)
        answer = self.form("/account/tokens", [("name", "test")] + [("scope", s) for s in scopes] + [("csrf", csrf)])
        return re.search(r"shoreline_[0-9a-z.]+", answer.text).group(0)

    def send(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def page(self, path):
        return self.send("GET", path, headers={"Cookie": self.cookie})

    def form(self, path, fields=None, **more):
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if getattr(self, "cookie", None):
            headers["Cookie"] = self.cookie
        return self.send("POST", path, urllib.parse.urlencode(fields or more), headers)

    def api(self, method, path, body=None, token=None, **headers):
        """`headers` by name with _ for -; a body that is no bytes is sent as JSON."""
        given = {"Authorization": f"Bearer {token or self.token}"}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        if body is not None:
            given.setdefault("Content-Type", "application/json")
        return self.send(method, path, body, given)

    def resident_mb(self):
        """Of the server, in MB (10^6 bytes), as the kernel counts it."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6

    def log(self):
        self._log.flush()
        self._log.seek(0)
        return self._log.read()

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()
        self._log.close()
        self._folder.cleanup()
