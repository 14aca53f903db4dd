#!/usr/bin/env python3
"""Runs our selection engines and their peers alternately on the same data and prints seconds and ratios of one sitting.

Each round runs every program once (a few timed repetitions each, the median of which counts), so that a slow minute of a
shared machine slows all of them. Figures are medians over the rounds, ratios are taken round by round. The results are
compared too: SMAA-2 within 5 standard errors of the difference, the methods within 1e-9.
"""
import argparse
import math
import os
import statistics
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from peer import run  # noqa: E402

SAMPLES = 1_000_000


def disagreement(ours, theirs):
    """What differs between two results, in words; None where they agree."""
    if "firstRank" in theirs:
        for key in ("firstRank", "lastRank"):
            for i, (a, b) in enumerate(zip(ours[key], theirs[key])):
                p = min(max((a + b) / 2, 1 / SAMPLES), 1 - 1 / SAMPLES)
                if abs(a - b) > 5 * math.sqrt(2 * p * (1 - p) / SAMPLES) + 1e-5:
                    return f"{key} of {i}: {a} against {b}"
        return None
    if ours["bestIndexFrom0"] != theirs["bestIndexFrom0"]:
        return f"best: {ours['bestIndexFrom0']} against {theirs['bestIndexFrom0']}"
    for key in ("sumOfSquares", "best"):
        if abs(ours[key] - theirs[key]) > 1e-9 * max(1, abs(theirs[key])):
            return f"{key}: {ours[key]} against {theirs[key]}"
    return None


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--peers", required=True)
    p.add_argument("--ours", required=True)
    p.add_argument("--rounds", type=int, default=5)
    a = p.parse_args()

    def peer(script, *options, runs=3):
        return [sys.executable, f"{a.peers}/{script}", "--runs", str(runs), "--warmup", "1", *options]

    def ours(task, *options, runs=7):
        return [a.ours, task, "--runs", str(runs), "--warmup", "1", *options]

    two = ("--threads", "2")
    tens = ("--n", "10000")
    # Title, ours, then each peer with how many times faster we mean to be.
    groups = [
        ("SMAA-2, 1,000,000 x 20 x 10, two cores", ours("smaa", *two), [
            ("NumPy float32, 2 processes", peer("bench_smaa.py", "--best", "--dtype", "float32", "--processes", "2"), 4),
            ("Numba float32, 2 processes", peer("bench_smaa.py", "--numba", "--dtype", "float32", "--processes", "2"), 2),
        ]),
        ("SMAA-2, 1,000,000 x 20 x 10, one core", ours("smaa", "--threads", "1"), [
            ("NumPy float32, 1 process", peer("bench_smaa.py", "--best", "--dtype", "float32"), 4),
            ("Numba float32, 1 process", peer("bench_smaa.py", "--numba", "--dtype", "float32"), 2),
            ("NumPy naive", peer("bench_smaa.py", "--naive", runs=1), None),
        ]),
        ("PROMETHEE II, 10,000 x 20, linear", ours("promethee", *tens, *two), [
            ("NumPy sorted", peer("bench_promethee.py", "--method", "sort", *tens), None),
        ]),
        ("TOPSIS, 10,000 x 20", ours("topsis", *tens, *two, runs=21), [
            ("NumPy", peer("bench_topsis.py", "--method", "numpy", *tens, runs=7), None),
            ("pymcdm", peer("bench_topsis.py", "--method", "pymcdm", *tens), None),
        ]),
        ("6 x 12, 4 evaluators, 100,000 draws, every figure", ours("mixture", "--everything", "--samples", "100000", *two), []),
    ]
    wrong = []
    seconds = {}
    for round_ in range(a.rounds):
        for title, command, peers in groups:
            mine = run(command)
            seconds.setdefault((title, "ours"), []).append(mine["median_s"])
            for name, peer_command, _ in peers:
                theirs = run(peer_command)
                seconds.setdefault((title, name), []).append(theirs["median_s"])
                found = disagreement(mine["result"], theirs["result"])
                if found and round_ == 0:
                    wrong.append(f"{title}, {name}: {found}")
    print(f"median of {a.rounds} alternating rounds\n")
    print(f"{'':52} {'ours, ms':>9} {'theirs, ms':>11} {'ratio':>7} {'target':>7}")
    for title, _, peers in groups:
        mine = seconds[title, "ours"]
        if not peers:
            print(f"{title:52} {1e3 * statistics.median(mine):9.2f}")
        for name, _, target in peers:
            theirs = seconds[title, name]
            ratio = statistics.median(x / y for x, y in zip(theirs, mine))
            mark = "" if target is None else f"{target:7.0f}" + ("" if ratio >= target else "  below target")
            print(f"{title:52} {1e3 * statistics.median(mine):9.2f} {1e3 * statistics.median(theirs):11.2f} "
                  f"{ratio:7.1f} {mark}  {name}")
    print("\nresults that disagree: " + ("; ".join(wrong) if wrong else "none"))
    if wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
