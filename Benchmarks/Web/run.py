#!/usr/bin/env python3
"""Our server beside FastAPI (uvicorn, uvloop, httptools) and Flask (gunicorn) in one sitting, alternately, on loopback.

The peers read one row of SQLite by its key and answer with JSON; nobody is asked who they are. Ours answers the same with
a token: for `/api/me` it reads the organisation, the token, the person and the roles in two statements, so that a revoked
token is refused at once, and it adds nine headers for browsers. Ours does more per request; the ratio does not allow for that.

wrk (2 threads, 32 connections) runs on the same cores as what it measures. Figures are medians over the rounds, ratios are
taken round by round, so that a slow minute of a shared machine slows all of them; processor time a request is what such a
minute changes least. Then what people wait for: pages one
after the other on one connection, as a client on the same machine sees them, with the simulation of the case in the
cache; and memory.
"""
import argparse
import http.client
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "Tests", "API"))
sys.path.insert(0, HERE)
from table import make  # noqa: E402
from workspace import Workspace  # noqa: E402

WORKERS = os.cpu_count() or 1
START_SECONDS = 20
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}


class Peer:
    """A peer's server in a process group of its own, so that its workers end with it."""

    def __init__(self, name, command, database):
        self.name = name
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/api/me/500"
        self.process = subprocess.Popen(
            [part.replace("PORT", str(port)) for part in command], cwd=HERE, start_new_session=True,
            env=dict(os.environ, PEER_DATABASE=database), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
                connection.request("GET", "/api/me/500")
                answer = connection.getresponse()
                self.size = len(answer.read())
                assert answer.status == 200, f"{name} answers with {answer.status}"
                return
            except OSError:
                if time.monotonic() > until or self.process.poll() is not None:
                    self.end()
                    raise SystemExit(f"{name} did not start")
                time.sleep(0.1)

    def end(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


def processor_seconds(pid, with_session):
    """Of a process so far; or of all processes of the session that it leads."""
    total = 0
    for entry in [str(pid)] if not with_session else filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as file:
                # Behind the name, which can hold anything: state, parent, group, session, … user and system ticks.
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if not with_session or int(fields[3]) == pid:
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def measured(url, seconds, pid, with_session, token=None):
    """As `wrk`, with microseconds of processor time a request behind it: what a busy machine does not change."""
    before = processor_seconds(pid, with_session)
    figures = wrk(url, seconds, token)
    return *figures, 1e6 * (processor_seconds(pid, with_session) - before) / figures[3]


def wrk(url, seconds, token=None):
    """Requests a second, then p50 and p99 in ms, and how many requests there were."""
    headers = ["-H", f"Authorization: Bearer {token}"] if token else []
    done = subprocess.run(["wrk", "-t2", "-c32", f"-d{seconds}s", "--latency", *headers, url], capture_output=True,
                          text=True, timeout=seconds + 30)
    out = done.stdout
    if done.returncode != 0 or "Non-2xx" in out or "Socket errors" in out:
        sys.exit(f"wrk on {url}:\n{out}{done.stderr}")

    def percentile(which):
        number, unit = re.search(rf"^\s+{which}%\s+([0-9.]+)(us|ms|s)$", out, re.M).groups()
        return float(number) * UNITS[unit]

    return (float(re.search(r"Requests/sec:\s+([0-9.]+)", out).group(1)), percentile(50), percentile(99),
            int(re.search(r"(\d+) requests in", out).group(1)))


def peers(database):
    yield Peer("FastAPI, uvicorn", [
        sys.executable, "-m", "uvicorn", "fastapi_peer:app", "--port", "PORT", "--workers", str(WORKERS), "--loop", "uvloop",
        "--http", "httptools", "--no-access-log", "--log-level", "error"], database)
    # Threads keep connections open, which gunicorn's plain workers do not: those answered a third as many here.
    yield Peer("Flask, gunicorn", [
        sys.executable, "-m", "gunicorn", "flask_peer:app", "-b", "127.0.0.1:PORT", "-w", str(WORKERS), "-k", "gthread",
        "--threads", "4", "--log-level", "error"], database)


def throughput(workspace, case, rounds, seconds):
    theirs = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            database = os.path.join(folder, "peer.sqlite")
            make(database)
            for peer in peers(database):
                theirs.append(peer)
            size = len(workspace.api("GET", "/api/me").body)
            urls = [(peer.name, peer.url, peer.process.pid) for peer in theirs]
            urls.insert(1, ("FastAPI, in a thread", urls[0][1].replace("/api/me/", "/api/thread/"), urls[0][2]))
            print("Answers, bytes: ours " + str(size) + "".join(f"; {p.name} {p.size}" for p in theirs))
            ours = [("/api/me", f"{workspace.address}/api/me"), ("/api/cases/{id}", f"{workspace.address}/api/cases/{case}")]
            idle = ("/healthz", f"{workspace.address}/healthz")
            figures = {}
            for _ in range(rounds):
                for name, url in [*ours, idle]:
                    figures.setdefault(name, []).append(
                        measured(url, seconds, workspace.process.pid, False, workspace.token))
                for name, url, pid in urls:
                    figures.setdefault(name, []).append(measured(url, seconds, pid, True))
    finally:
        for peer in theirs:
            peer.end()

    def middle(name, which):
        return statistics.median(figure[which] for figure in figures[name])

    print(f"\nwrk -t2 -c32 -d{seconds}s, {WORKERS} cores, {WORKERS} workers of each peer, median of {rounds} alternating rounds\n")
    print(f"{'':28} {'requests/s':>11} {'p50, ms':>9} {'p99, ms':>9} {'CPU µs/request':>15}")
    for name in figures:
        print(f"{name:28} {middle(name, 0):11,.0f} {middle(name, 1):9.2f} {middle(name, 2):9.2f} {middle(name, 4):15.0f}")
    for name, _ in ours:
        print()
        for peer, _, _ in urls:
            ratio = statistics.median(a[0] / b[0] for a, b in zip(figures[name], figures[peer]))
            mark = "" if ratio >= 3 and middle(name, 2) <= middle(peer, 2) else "  below target"
            print(f"{name:16} / {peer:20}: {ratio:5.2f} x (target 3), p99 {middle(name, 2):.2f} against "
                  f"{middle(peer, 2):.2f} ms, processor time {middle(peer, 4) / middle(name, 4):.2f} x less{mark}")
    floor = statistics.median(a[0] / b[0] for a, b in zip(figures["/healthz"], figures[urls[0][0]]))
    print(f"\nThe framework's own limit: /healthz, which reads nothing and asks nobody, makes {floor:.2f} x {urls[0][0]}.")


def pages(workspace, case, count):
    print(f"\nPages, {count} one after the other, ms at the client (target: median under 5)\n")
    print(f"{'':28} {'median':>9} {'p99':>9} {'kB':>7}")
    for name, path, cookie in [
        ("decision, warm", f"/cases/{case}/decision", True), ("choice, warm", f"/cases/{case}/choice", True),
        ("cases", "/cases", True), ("sign-in", "/sign-in", False),
    ]:
        headers = {"Cookie": workspace.cookie} if cookie else {}
        connection = http.client.HTTPConnection("127.0.0.1", workspace.port, timeout=60)
        times = []
        # The first request simulates, where the page needs that; it is not counted.
        for turn in range(count + 5):
            start = time.perf_counter()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                sys.exit(f"{path} was answered with {answer.status}")
            if turn >= 5:
                times.append(1e3 * (time.perf_counter() - start))
        connection.close()
        median = statistics.median(times)
        print(f"{name:28} {median:9.2f} {statistics.quantiles(times, n=100)[98]:9.2f} {len(body) / 1e3:7.1f}"
              + ("" if median < 5 else "  above target"))


def memory(workspace, case, requests, streams):
    before = workspace.resident_mb()
    done = 0
    for turn in range(200):
        if done >= requests:
            break
        path = ["/api/me", f"/api/cases/{case}", "/api/cases", "/healthz"][turn % 4]
        done += wrk(f"{workspace.address}{path}", 4, workspace.token)[3]
    after = workspace.resident_mb()
    print(f"\nResident memory, MB: {before:.0f} before, {after:.0f} after {done:,} requests (target: under 150)"
          + ("" if after < 150 else "  above target"))
    sockets = []
    try:
        for _ in range(streams):
            stream = socket.create_connection(("127.0.0.1", workspace.port), timeout=10)
            sockets.append(stream)
            stream.sendall((f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{workspace.port}\r\n"
                            f"Authorization: Bearer {workspace.token}\r\n\r\n").encode())
            if b" 200 " not in stream.recv(4096).split(b"\r\n")[0]:
                sys.exit("an event stream was refused")
        time.sleep(1)
        more = workspace.resident_mb() - after
        print(f"{streams} open event streams: {more:+.1f} MB (target: under 50 more)" + ("" if more < 50 else "  above target"))
    finally:
        for stream in sockets:
            stream.close()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--ours", required=True)
    p.add_argument("--example", default=os.path.join(ROOT, "Examples", "accounts-payable.yaml"))
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--seconds", type=int, default=6)
    p.add_argument("--pages", type=int, default=200)
    p.add_argument("--requests", type=int, default=100_000)
    p.add_argument("--streams", type=int, default=200)
    a = p.parse_args()
    with Workspace(a.ours, a.example) as workspace:
        case = workspace.api("GET", "/api/cases").json()["cases"][0]["id"]
        print(f"Resident memory after the start: {workspace.resident_mb():.0f} MB")
        if a.rounds:
            throughput(workspace, case, a.rounds, a.seconds)
        if a.pages:
            pages(workspace, case, a.pages)
        if a.requests:
            memory(workspace, case, a.requests, a.streams)


if __name__ == "__main__":
    main()
