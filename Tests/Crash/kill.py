#!/usr/bin/env python3
"""Kills the work engine with SIGKILL again and again while sixteen clerks work, and looks whether all that was acknowledged is kept.

    kill.py PROGRAM DATABASE [--kills 50] [--servers 1]

With two servers (PostgreSQL only) each round kills one of them while the other goes on.
"""
import argparse
import random
import subprocess
import sys
import threading
import time


class Server:
    """A process and the whole lines that it wrote."""

    def __init__(self, program, database):
        self.process = subprocess.Popen([program, database, "run"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines = []
        self.thread = threading.Thread(target=self.read)
        self.thread.start()

    def read(self):
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                self.lines.append(line.decode().strip())

    def wait(self):
        """For its first word: else nothing but the start would be killed."""
        began = time.monotonic()
        while not self.lines and self.process.poll() is None and time.monotonic() - began < 20:
            time.sleep(0.002)
        if not self.lines:
            self.process.kill()
            sys.exit(f"the server says nothing: {self.process.stderr.read().decode()[-2000:]}")

    def kill(self):
        """Returns what it had acknowledged."""
        ended = self.process.poll()
        if ended is not None:
            sys.exit(f"the server ended by itself with {ended}: {self.process.stderr.read().decode()[-2000:]}")
        self.process.kill()
        self.process.wait()
        self.thread.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return self.lines


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("database")
    p.add_argument("--kills", type=int, default=50)
    p.add_argument("--servers", type=int, default=1)
    p.add_argument("--seed", type=int, default=20261125)
    a = p.parse_args()
    chance = random.Random(a.seed)
    servers = []
    for _ in range(a.servers):
        # The first one makes what the others find.
        servers.append(Server(a.program, a.database))
        servers[-1].wait()
    try:
        said = kill_all(a, chance, servers)
    finally:
        for server in servers:
            if server.process.poll() is None:
                server.process.kill()
    kept = subprocess.run([a.program, a.database, "look"], capture_output=True, text=True)
    if kept.returncode:
        sys.exit(kept.stderr)
    sys.exit(check(said, kept.stdout.splitlines(), a.kills))


def kill_all(a, chance, servers):
    said = []
    for number in range(a.kills):
        victim = servers.pop(0)
        victim.wait()
        time.sleep(chance.uniform(0.0, 0.25))
        said += victim.kill()
        servers.append(Server(a.program, a.database))
    for server in servers:
        said += server.kill()
    return said


def check(said, kept, kills):
    problems = []
    tasks, opened, words = {}, {}, {}
    for line in kept:
        word, *rest = line.split(" ")
        if word in ("held", "done"):
            tasks[rest[0]] = (word, rest[1], rest[2])
        elif word == "open":
            opened[rest[0]] = rest[1]
        else:
            words[word] = " ".join(rest)
    done = [line.split(" ")[1:] for line in said if line.startswith("done ")]
    claims = [line.split(" ")[1:] for line in said if line.startswith("claim ")]
    items = sum(int(line.split(" ")[2]) for line in said if line.startswith("batch "))
    if len({task for task, _, _ in done}) != len(done):
        problems.append("a task was acknowledged as completed twice")
    for task, lease, person in done:
        if tasks.get(task) != ("done", lease, person):
            problems.append(f"{task} was completed by {person} with lease {lease}, and kept is {tasks.get(task)}")
    if len({(task, lease) for task, lease, _ in claims}) != len(claims):
        problems.append("a lease was given to two")
    for task, lease, person in claims:
        state = tasks.get(task)
        number = int(state[1]) if state else int(opened.get(task, 0))
        mine = state and state[1] == lease and state[2] == person
        if not mine and number <= int(lease):
            problems.append(f"{task} was given to {person} with lease {lease}, and kept is {state or opened.get(task)}")
    if int(words["items"]) < items:
        problems.append(f"{items} items were acknowledged and {words['items']} are kept")
    if int(words["waiting"]) != len(opened):
        problems.append(f"{len(opened)} tasks are open and {words['waiting']} are counted")
    if words["audit"] != "whole":
        problems.append(f"the audit log is {words['audit']}")
    people = {}
    for task, (_, _, person) in tasks.items():
        people.setdefault(task.split(".")[0], []).append(person)
    for item, names in people.items():
        if len(names) != len(set(names)):
            problems.append(f"item {item} was worked on twice by the same person: {names}")
    if not done:
        problems.append("nothing was completed at all")
    for problem in problems[:20]:
        print(problem, file=sys.stderr)
    print(f"{kills} kills: {items} items, {len(claims)} claims and {len(done)} completions acknowledged, "
          f"{len(problems)} of them wrong")
    return 1 if problems else 0


if __name__ == "__main__":
    main()
