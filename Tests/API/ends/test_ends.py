"""What the server keeps when it ends: by request, by a kill, and when a second process wants its file.

A kill of the process leaves the kernel's cache alive: that what was acknowledged outlives a power cut too is not tried here.
"""
import http.client
import random
import select
import subprocess
import threading
import time

import pytest

KILLS = 20
SECONDS = 20
JOB_SECONDS = 80
TRIALS = 100_000


def saves(place, case, text, number, stop, confirmed):
    """Saves version after version until the server is gone; `confirmed` holds those that were acknowledged."""
    while not stop.is_set():
        try:
            answer = place.api(
                "PUT", f"/api/cases/{case}", {"text": f"{text}# {number + 1}\n"}, If_Match=f'"{number}"')
        except (OSError, http.client.HTTPException):
            return
        if answer.status == 503:
            return
        assert answer.status == 200, f"a save should be acknowledged with 200, not {answer.status}: {answer.text[:300]}"
        number = answer.json()["version"]
        confirmed.append(number)


def begin(place, case, text, number):
    stop, confirmed, failed = threading.Event(), [], []

    def work():
        try:
            saves(place, case, text, number, stop, confirmed)
        except AssertionError as error:
            failed.append(str(error))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread, stop, confirmed, failed


def until(condition, expected):
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, f"expected within {SECONDS} s: {expected}"
        time.sleep(0.002)


def test_what_was_acknowledged_is_there_after_a_kill(fresh, text):
    seed = 20_261
    dice = random.Random(seed)
    case = fresh.new_case(text)["id"]
    number = 1
    for round_ in range(KILLS):
        thread, stop, confirmed, failed = begin(fresh, case, text, number)
        wanted = dice.randint(1, 25)
        until(lambda: len(confirmed) >= wanted or failed, f"{wanted} acknowledged saves")
        time.sleep(dice.random() * 0.004)  # the moment of the kill, not a wait: anywhere within a save
        fresh.kill()
        stop.set()
        thread.join(SECONDS)
        assert not thread.is_alive() and not failed, f"kill {round_} of seed {seed}: {failed}"
        fresh.start_again()
        head = fresh.api("GET", f"/api/cases/{case}").json()
        assert head["version"] in (confirmed[-1], confirmed[-1] + 1), (
            f"kill {round_} of seed {seed}: version {confirmed[-1]} was acknowledged, {head['version']} stands")
        for version in [number + 1, confirmed[len(confirmed) // 2], confirmed[-1]]:
            kept = fresh.api("GET", f"/api/cases/{case}/versions/{version}")
            assert kept.status == 200 and kept.json()["text"] == f"{text}# {version}\n", (
                f"kill {round_} of seed {seed}: version {version} was acknowledged, and comes back as {kept.status}")
        number = head["version"]
    history = {line["number"] for line in every_version(fresh, case)}
    assert history == set(range(1, number + 1)), f"versions {set(range(1, number + 1)) - history} are missing"
    verdict = fresh.api("GET", "/api/audit/verdict")
    assert verdict.status == 200 and verdict.json()["intact"], (
        f"the audit log should be whole after {KILLS} kills: {verdict.text[:300]}")


def every_version(place, case):
    before, lines = None, []
    while True:
        page = place.api("GET", f"/api/cases/{case}/versions?limit=200" + (f"&before={before}" if before else "")).json()
        lines += page["versions"]
        before = page["next"]
        if not before:
            return lines


def test_a_request_to_end_ends_what_runs_and_keeps_it(fresh, text):
    case = fresh.new_case(text)["id"]
    stream = http.client.HTTPConnection("127.0.0.1", fresh.port, timeout=SECONDS)
    stream.request("GET", "/api/events", headers={"Authorization": f"Bearer {fresh.token}"})
    events = stream.getresponse()
    assert events.readline(), "the stream should begin at once"
    thread, stop, confirmed, failed = begin(fresh, case, text, 1)
    until(lambda: len(confirmed) >= 5 or failed, "5 acknowledged saves")
    began = time.monotonic()
    code, said = fresh.terminate(SECONDS)
    took = time.monotonic() - began
    stop.set()
    thread.join(SECONDS)
    assert not failed, failed
    assert code == 0, f"SIGTERM should end the server with exit code 0, not {code}: {fresh.log()[-2000:]}"
    assert "Stopped." in said, f"the server should say that it stopped: {said!r}"
    assert took < 10, f"the server took {took:.1f} s to end with one open stream"
    try:
        events.read()
    except http.client.HTTPException as error:
        raise AssertionError(f"the stream should end properly, and broke off: {error!r}") from None
    fresh.start_again()
    stands = fresh.api("GET", f"/api/cases/{case}").json()["version"]
    assert stands in (confirmed[-1], confirmed[-1] + 1), f"{confirmed[-1]} was acknowledged, {stands} stands"
    assert {line["number"] for line in every_version(fresh, case)} == set(range(1, stands + 1))
    assert fresh.page("/account").status == 200, "the session of the browser should outlive the restart"


def test_a_long_request_is_answered_before_the_end(fresh, text):
    case = fresh.new_case(text)["id"]
    connection = http.client.HTTPConnection("127.0.0.1", fresh.port, timeout=60)
    # The first decision of a new server: nothing is kept, so that a whole simulation runs while the server is asked to end.
    connection.request("GET", f"/api/cases/{case}/decision", headers={"Authorization": f"Bearer {fresh.token}"})
    until(lambda: fresh.send("GET", "/healthz").status == 200, "the server takes requests")
    assert not select.select([connection.sock], [], [], 0)[0], "the decision was there before the server was asked to end"
    code, _ = fresh.terminate(60)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200 and body, f"a request that runs should be answered, not {answer.status}: {body[:300]}"
    assert code == 0, f"exit code 0 was expected, not {code}"


def test_a_second_process_on_the_same_file_is_refused_with_the_reason(fresh):
    second = subprocess.run(
        [fresh._binary, "serve", "--database", fresh.database, "--port", "0"], capture_output=True, text=True,
        timeout=SECONDS)
    assert second.returncode != 0, "a second process on the same file should be refused"
    for words in ("is in use by another process", f"process {fresh.process.pid}", "PostgreSQL"):
        assert words in second.stderr, f"the refusal should say “{words}”: {second.stderr!r}"
    assert fresh.api("GET", "/api/cases").status == 200, "the first process should go on serving"


def job_ends(place, path):
    """The job, once it has ended; a job of a process that was killed is taken up after half a minute of silence."""
    end = time.monotonic() + JOB_SECONDS
    while (job := place.api("GET", path).json())["state"] in ("waiting", "running"):
        assert time.monotonic() < end, f"the job should have ended within {JOB_SECONDS} s: {job}"
        time.sleep(0.2)
    return job


@pytest.mark.parametrize("how", ["asked to end", "killed"])
def test_a_job_goes_on_after_the_server_was(fresh, text, how):
    case = fresh.new_case(text)["id"]
    made = fresh.api("POST", f"/api/cases/{case}/jobs", {"trials": TRIALS, "seed": 7})
    assert made.status == 202, f"a job should be taken with 202, not {made.status}: {made.text[:300]}"
    path = made.headers["location"]
    until(lambda: fresh.api("GET", path).json()["state"] == "running", "the job runs")
    if how == "killed":
        fresh.kill()
    else:
        code, _ = fresh.terminate(60)
        assert code == 0, f"SIGTERM with a running job should end with exit code 0, not {code}: {fresh.log()[-2000:]}"
    fresh.start_again()
    job = fresh.api("GET", path).json()
    assert job["state"] in ("waiting", "running"), f"the job was interrupted, so it should be there still: {job}"
    job = job_ends(fresh, path)
    assert job["state"] == "done", f"the job should be done after the restart: {job}"
    result = fresh.api("GET", path + "/result")
    assert result.status == 200 and result.json(), "a job that is done should have a result"
