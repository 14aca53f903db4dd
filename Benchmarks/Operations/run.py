#!/usr/bin/env python3
"""The work engine beside its peers: clerks who claim and complete on SQLite, and due times in business time.

Each round runs every program once, so that a slow minute of a shared machine slows all of them; figures are medians over
the rounds. Only durable, acknowledged completions count, and ours carry lease, entry and a chained audit record.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from peer import run  # noqa: E402


def ours(program, folder, number, clerks, backlog, seconds, others=0.0):
    path = os.path.join(folder, f"ours{number}.sqlite")
    out = subprocess.run([program, path, str(clerks), str(backlog), str(seconds), str(others)],
                         capture_output=True, text=True, check=True)
    for name in os.listdir(folder):
        if name.startswith(f"ours{number}."):
            os.remove(os.path.join(folder, name))
    return json.loads(out.stdout)


def queue(a, folder):
    script = f"{a.peers}/operations/bench_sqlite_queue.py"
    peer = [sys.executable, script, "--clerks", str(a.clerks), "--backlog", str(a.backlog), "--seconds",
            str(a.seconds), "--runs", "1", "--dir", folder]
    found = {"ours": [], "Python, shared commits": [], "Python, a commit each": []}
    for number in range(a.rounds):
        found["ours"].append(ours(a.queue, folder, number, a.clerks, a.backlog, a.seconds))
        found["Python, shared commits"].append(run([*peer, "--mode", "group"])["result"])
        found["Python, a commit each"].append(run([*peer, "--mode", "threads"])["result"])
    print(f"{a.clerks} clerks on SQLite, synchronous=FULL, {a.backlog:,} open items; median of {a.rounds} rounds\n")
    print(f"{'':26} {'items/s':>9} {'claim p50, p99 ms':>20} {'complete p50, p99 ms':>22}")
    rates = {}
    for name, results in found.items():
        rates[name] = statistics.median(result["itemsPerSecond"] for result in results)
        claim, complete = results[-1]["claim"], results[-1]["complete"]
        print(f"{name:26} {rates[name]:9,.0f} {claim['p50_ms']:9.2f} {claim['p99_ms']:10.2f} "
              f"{complete['p50_ms']:11.2f} {complete['p99_ms']:10.2f}")
    clerks = found["ours"][-1]["itemsByClerk"]
    print(f"\nours / shared commits    {rates['ours'] / rates['Python, shared commits']:6.2f}   target 1.5")
    print(f"ours / a commit each     {rates['ours'] / rates['Python, a commit each']:6.2f}   target 10")
    print(f"items by clerk           {clerks['least']} to {clerks['most']}\n")


def backlogs(a, folder):
    """Claim latency by backlog, with 90 % of it not for these clerks."""
    print("Claim latency by backlog, one clerk, 90 % of it not for them\n")
    print(f"{'open items':>12} {'p50, ms':>9} {'p99, ms':>9}")
    medians = []
    for number, backlog in enumerate([1_000, 100_000, 1_000_000]):
        result = ours(a.queue, folder, 100 + number, 1, backlog, 2, 0.9)
        medians.append(result["claim"]["p50_ms"])
        print(f"{backlog:12,} {result['claim']['p50_ms']:9.3f} {result['claim']['p99_ms']:9.3f}")
    print(f"\nslowest / fastest p50    {max(medians) / min(medians):6.2f}   target 2\n")


def due_times(a):
    script = f"{a.peers}/operations/bench_duetime.py"
    found = {"ours": [], "table and bisect": [], "businesstimedelta": []}
    for _ in range(a.rounds):
        found["ours"].append(json.loads(subprocess.check_output([a.duetimes, "200000", "5"]))["result"])
        for name, method in [("table and bisect", "bisect"), ("businesstimedelta", "businesstimedelta")]:
            found[name].append(run([sys.executable, script, "--method", method, "--runs", "1"])["result"])
    sums = {results[0]["sumOfDueSeconds"] for name, results in found.items() if name != "businesstimedelta"}
    if len(sums) != 1:
        sys.exit(f"the due times differ: {sums}")
    rate = {name: statistics.median(r["perSecond"] for r in results) for name, results in found.items()}
    print("Due times in business time, one at a time\n")
    for name, figure in rate.items():
        print(f"{name:26} {figure:14,.0f} a second")
    print(f"\nours / table and bisect  {rate['ours'] / rate['table and bisect']:6.1f}   target 5\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--peers", required=True)
    p.add_argument("--queue", required=True)
    p.add_argument("--duetimes", required=True)
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--clerks", type=int, default=64)
    p.add_argument("--backlog", type=int, default=100_000)
    p.add_argument("--seconds", type=float, default=4)
    p.add_argument("--dir", default=None, help="a folder on a real disk (default: out/)")
    a = p.parse_args()
    os.makedirs(a.dir or "out", exist_ok=True)
    due_times(a)
    with tempfile.TemporaryDirectory(dir=a.dir or "out") as folder:
        queue(a, folder)
        backlogs(a, folder)


if __name__ == "__main__":
    main()
