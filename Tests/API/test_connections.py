"""What one connection carries: answers come in the order of the requests, whole, however the requests arrive."""
import signal
import socket
import time

import pytest

from workspace import Workspace


class Connection:
    """Bytes to the server and answers from it, without a client's good manners."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.socket = socket.create_connection(("127.0.0.1", workspace.port), timeout=60)
        self.bytes = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def request(self, method, path, body=None, **headers):
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.workspace.port}",
                 f"Authorization: Bearer {self.workspace.token}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if body is not None:
            lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + (body or b"")

    def send(self, *requests):
        self.socket.sendall(b"".join(requests))

    def _more(self):
        more = self.socket.recv(1 << 16)
        if not more:
            raise EOFError(f"the connection ended after {self.bytes!r}")
        self.bytes += more

    def answer(self, has_body=True):
        while b"\r\n\r\n" not in self.bytes:
            self._more()
        head, _, self.bytes = self.bytes.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        length = int(headers.get("content-length", "0")) if has_body else 0
        while len(self.bytes) < length:
            self._more()
        body, self.bytes = self.bytes[:length], self.bytes[length:]
        return int(lines[0].split()[1]), headers, body

    def ends(self):
        try:
            return self.bytes == b"" and self.socket.recv(1) == b""
        except ConnectionResetError:
            return True


@pytest.fixture
def connection(workspace):
    with Connection(workspace) as connection:
        yield connection


_seeds = iter(range(1000, 2000))


def slow(case):
    """The path of an answer that takes a simulation of its own, which no cache holds."""
    return f"/api/cases/{case['id']}/decision?trials=20000&seed={next(_seeds)}"


def test_what_follows_a_slow_answer_waits_for_it(connection, case):
    paths = ["/healthz", slow(case), "/api/me", slow(case), "/healthz"]
    connection.send(*(connection.request("GET", path) for path in paths))
    bodies = []
    for _ in paths:
        status, _, body = connection.answer()
        assert status == 200
        bodies.append(body)
    assert bodies[0] == bodies[4] == b"ok\n"
    assert b'"email"' in bodies[2]
    assert bodies[1] != bodies[3] and all(b'"options"' in bodies[i] for i in (1, 3))


def test_changes_and_questions_keep_their_order(connection, case):
    path = f"/api/cases/{case['id']}"
    body = b'{"title": "Told in a row"}'
    connection.send(
        connection.request("GET", slow(case)), connection.request("POST", f"{path}/nothing-here", body),
        connection.request("GET", "/healthz"), connection.request("POST", "/api/nothing", body),
        connection.request("GET", path), connection.request("GET", "/healthz"))
    assert [connection.answer()[0] for _ in range(6)] == [200, 404, 200, 404, 200, 200]


def test_requests_may_come_in_pieces(connection):
    text = connection.request("GET", "/healthz") + connection.request("GET", "/api/me")
    for start in range(0, len(text), 7):
        connection.send(text[start:start + 7])
        time.sleep(0.001)
    assert connection.answer()[2] == b"ok\n"
    assert b'"email"' in connection.answer()[2]


def test_a_head_has_no_body(connection, case):
    connection.send(connection.request("HEAD", "/api/me"), connection.request("HEAD", slow(case)),
                    connection.request("GET", "/healthz"))
    for _ in range(2):
        status, headers, _ = connection.answer(has_body=False)
        assert status == 200 and headers["content-type"] == "application/json"
    assert connection.answer()[2] == b"ok\n"


def test_a_client_that_only_listens_any_more_is_answered(connection, case):
    connection.send(connection.request("GET", slow(case)), connection.request("GET", "/healthz"))
    connection.socket.shutdown(socket.SHUT_WR)
    assert b'"options"' in connection.answer()[2]
    assert connection.answer()[2] == b"ok\n"
    assert connection.ends()


def test_a_connection_closes_where_the_client_asks_for_it(connection):
    connection.send(connection.request("GET", "/healthz", Connection="close"))
    assert connection.answer()[2] == b"ok\n"
    assert connection.ends()


def test_nonsense_behind_a_question_does_not_take_its_answer(connection, case):
    connection.send(connection.request("GET", slow(case)), b"NONSENSE\r\n\r\n")
    assert b'"options"' in connection.answer()[2]
    status, headers, _ = connection.answer()
    assert status == 400 and headers["connection"] == "close"
    assert connection.ends()


def test_a_body_that_nobody_asked_for_is_read(connection):
    connection.send(connection.request("GET", "/healthz", b'{"a": 1}'), connection.request("GET", "/api/me"))
    assert connection.answer()[2] == b"ok\n"
    assert b'"email"' in connection.answer()[2]


def test_thousands_of_questions_without_listening(connection):
    count = 5000
    request = connection.request("GET", "/api/me")
    connection.socket.setblocking(False)
    left = request * count
    until = time.monotonic() + 20
    # As much as the server takes before its answers are listened to.
    while left and time.monotonic() < until:
        try:
            left = left[connection.socket.send(left):]
        except BlockingIOError:
            break
    connection.socket.settimeout(60)
    answered = 0
    whole = (len(request) * count - len(left)) // len(request)
    while answered < whole:
        assert connection.answer()[0] == 200
        answered += 1
    connection.send(left)
    while answered < count:
        assert connection.answer()[0] == 200
        answered += 1


def test_the_end_waits_for_an_answer(text):
    import os
    with Workspace(os.environ["SHORELINE"], os.environ["SHORELINE_EXAMPLE"]) as own:
        case = own.api("GET", "/api/cases").json()["cases"][0]
        with Connection(own) as connection:
            connection.send(connection.request("GET", f"/api/cases/{case['id']}/decision?trials=100000&seed=77"))
            time.sleep(0.2)
            own.process.send_signal(signal.SIGTERM)
            assert b'"options"' in connection.answer()[2]
            assert connection.ends()
        assert own.process.wait(20) == 0


def test_a_job_is_heard_while_it_runs(workspace, case):
    job = workspace.api("POST", f"/api/cases/{case['id']}/jobs", {"trials": 1000000, "seed": 5}).json()["id"]
    with Connection(workspace) as listening:
        text = f"GET /jobs/{job}/events HTTP/1.1\r\nHost: 127.0.0.1:{workspace.port}\r\nCookie: {workspace.cookie}\r\n\r\n"
        listening.socket.settimeout(10)
        listening.send(text.encode())
        while listening.bytes.count(b"data:") < 2:
            listening._more()
        state = workspace.api("GET", f"/api/jobs/{job}").json()["state"]
        workspace.api("POST", f"/api/jobs/{job}/cancel")
    assert state in ("waiting", "running"), f"two events were to come before the end, and the job is {state}"
