"""Starting, stopping and being killed: what was acknowledged is kept, and who waits is told."""

import random
import subprocess
import threading

import pytest

from client import ORGANISATION, Client
from conftest import TITLE
from server import wait_for
from stream import EventStream


@pytest.fixture
def kept(fresh):
    """A server, the example's id and a token."""
    client = Client(fresh.root).join(fresh.link, "Ana Ortiz", "ana@example.com", ORGANISATION)
    return fresh, client.case_id(TITLE), client.make_token("read", "write")


def save(client, case, number, text, note):
    return client.api("PUT", f"/api/cases/{case}", {"text": text, "note": note}, If_Match=f'"{number}"')


def test_a_stream_tells_of_a_change_by_another(kept):
    server, case, token = kept
    stream = EventStream(server, token)
    stream.until(lambda line: line.startswith("retry:"), "The stream was to begin")
    other = Client(server.root).sign_in("ana@example.com")
    text = other.get(f"/cases/{case}/case.yaml").text.replace("perMonth: 42000", "perMonth: 43000")
    other.post(f"/cases/{case}/text", {"text": text, "base": "1", "note": "", "do": "save"})
    stream.until(lambda line: case in line, "The stream was to name the case that was saved by another session")
    stream.close()


def test_sigterm_with_open_requests(kept):
    server, case, token = kept
    stream = EventStream(server, token)
    stream.until(lambda line: line.startswith("retry:"), "The stream was to begin")
    client, answers = Client(server.root, token), []
    slow = f"/api/cases/{case}/decision?trials=100000&seed=7"
    ask = threading.Thread(target=lambda: answers.append(client.get(slow)))
    ask.start()
    health = Client(server.root).get("/healthz")
    assert health.status == 200, f"/healthz was to answer beside long work. It answered {health.status}."
    code = server.stop()
    ask.join(20)
    assert code == 0, f"After SIGTERM the exit code was to be 0. It was {code}: {server.log()[-1500:]}"
    assert stream.over.wait(10), "The stream was to end with the server."
    assert stream.ended == "", f"The stream was to end properly. It ended with {stream.ended}."
    assert answers and answers[0].status == 200, f"The request that was being answered was to be finished: {answers}"
    assert answers[0].json, "The answer was to be whole."


def test_one_server_a_file(kept):
    server, _, _ = kept
    command = [str(server.binary), "serve", "--database", str(server.database), "--port", "0"]
    second = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert second.returncode == 1, f"A second server was to be refused with 1. It ended with {second.returncode}."
    said = second.stdout + second.stderr
    assert "shoreline.sqlite" in said and ("another" in said or "already" in said), f"The reason was to be said: {said}"
    assert Client(server.root).get("/healthz").status == 200, "The first server was to go on."


def test_kills_lose_nothing_that_was_acknowledged(kept):
    server, case, token = kept
    seeded = random.Random(20261125)
    text = Client(server.root, token).api("GET", f"/api/cases/{case}").json["text"]
    known = {1: text}  # acknowledged versions
    for turn in range(10):
        client, wanted = Client(server.root, token), len(known) + seeded.randint(1, 8)
        head = client.api("GET", f"/api/cases/{case}").json["version"]
        # One more than was acknowledged may stand: it was written, and the answer did not get through.
        assert head in (max(known), max(known) + 1), f"Version {max(known)} was to stand or the next. It is {head}."
        writer = threading.Thread(target=write, args=(client, case, head, text, turn, known))
        writer.start()
        wait_for(lambda: len(known) >= wanted or not writer.is_alive(), "Saving was to go on", within=20, pause=0.001)
        server.kill()
        writer.join(20)
        assert len(known) >= wanted, f"{wanted} versions were to be acknowledged before the kill. Got {sorted(known)}."
        server.start()
        client = Client(server.root, token)
        for number in sorted(known):
            found = client.api("GET", f"/api/cases/{case}/versions/{number}")
            assert found.status == 200, f"After kill {turn + 1} version {number}, acknowledged before, was to be there."
            assert found.json["text"] == known[number], f"Version {number} was to hold what was saved."


def write(client, case, head, text, turn, known):
    """Saves without end; each version has a text of its own. Ends when the server is gone."""
    number = head
    while True:
        mine = text.replace("perMonth: 42000", f"perMonth: {50000 + 1000 * turn + number}")
        try:
            answer = save(client, case, number, mine, f"Turn {turn}")
            if answer.status != 200:
                return
            number = answer.json["version"]
        except Exception:  # the connection breaks with the server: that is the point
            return
        known[number] = mine
