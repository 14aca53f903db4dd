#!/usr/bin/env python3
"""Runs our engine and its peers alternately on the same model and prints seconds, memory and ratios of one sitting.

Each round runs every program once, so that a slow minute of a shared machine slows all of them. The figure of a
program is the median over the rounds. With --check the results are compared too: every figure must agree with NumPy's
within four standard errors of the difference.
"""
import argparse
import math
import os
import statistics
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from peer import run  # noqa: E402

ROUNDS = 5


def disagreements(ours, theirs, trials):
    """Figures that differ by more than four standard errors of the difference of two independent runs."""
    root = math.sqrt(trials)
    wrong = []
    # Standard error of a figure in parts of the option's standard deviation; percentiles of a near-normal sample are
    # sqrt(p (1 - p)) / density.
    factor = {"mean": 1, "sd": 0.9, "p5": 2.2, "p10": 1.8, "p50": 1.3, "p90": 2.2, "p95": 3.0, "cvar95": 3.2}
    for option, figures in theirs["options"].items():
        mine = ours["options"][option]
        for name, value in figures.items():
            if name == "chanceCheaper":
                p = value
                tolerance = 4 * math.sqrt(2 * p * (1 - p)) / root + 1e-4
            else:
                tolerance = 4 * math.sqrt(2) * factor[name] * figures["sd"] / root + 0.5
            if abs(mine[name] - value) > tolerance:
                wrong.append(f"{option} {name}: {mine[name]:.4f} against {value:.4f}, allowed {tolerance:.4f}")
    for driver, row in theirs["spearmanWithDifference_options2to6"].items():
        for j, value in enumerate(row):
            mine = ours["spearmanWithDifference_options2to6"][driver][j]
            if abs(mine - value) > 4 * math.sqrt(2) / root + 1e-4:
                wrong.append(f"rank correlation {driver} option {j + 2}: {mine:.4f} against {value:.4f}")
    return wrong


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--peers", required=True)
    p.add_argument("--ours", required=True)
    p.add_argument("--trials", type=int, default=1_000_000)
    p.add_argument("--rounds", type=int, default=ROUNDS)
    a = p.parse_args()
    python = sys.executable
    trials = ["--trials", str(a.trials)]
    once = ["--runs", "1", "--warmup", "1"]
    numpy = [python, f"{a.peers}/bench_numpy.py", *trials, *once]
    numba = [python, f"{a.peers}/bench_numba.py", *trials, *once]
    programs = {
        "ours, 1 thread": [a.ours, *trials, "--threads", "1", "--runs", "1"],
        "NumPy chunked, 1 process": numpy,
        "Numba, 1 thread": numba,
        "ours, 2 threads": [a.ours, *trials, "--threads", "2", "--runs", "1"],
        "NumPy chunked, 2 processes": [*numpy, "--processes", "2"],
        "Numba, 2 threads": [*numba, "--parallel"],
    }
    seconds = {name: [] for name in programs}
    memory = {}
    results = {}
    for _ in range(a.rounds):
        for name, command in programs.items():
            answer = run(command)
            seconds[name].append(answer["median_s"])
            memory[name] = max(memory.get(name, 0), answer["peak_rss_mb"])
            results[name] = answer["result"]
    median = {name: statistics.median(values) for name, values in seconds.items()}
    print(f"{a.trials} trials x 6 options x 60 months x 15 drivers; median of {a.rounds} alternating runs\n")
    print(f"{'':28} {'seconds':>9} {'least':>8} {'MiB':>7}")
    for name in programs:
        print(f"{name:28} {median[name]:9.3f} {min(seconds[name]):8.3f} {memory[name]:7.0f}")
    one, two = "ours, 1 thread", "ours, 2 threads"

    def ratio(top, bottom):
        # Pair by pair: what slowed one round slowed both.
        return statistics.median(x / y for x, y in zip(seconds[top], seconds[bottom]))

    rows = [
        ("faster than NumPy chunked, 1 core", ratio("NumPy chunked, 1 process", one), 6),
        ("faster than NumPy chunked, 2 cores", ratio("NumPy chunked, 2 processes", two), 6),
        ("faster than Numba, 1 core", ratio("Numba, 1 thread", one), 4),
        ("faster than Numba, 2 cores", ratio("Numba, 2 threads", two), 4),
        ("two threads over one", ratio(one, two), 1.8),
        ("NumPy's memory over ours", memory["NumPy chunked, 1 process"] / memory[one], 2),
    ]
    print(f"\n{'ratio':38} {'measured':>9} {'target':>7}")
    for name, value, target in rows:
        print(f"{name:38} {value:9.2f} {target:7.1f}  {'' if value >= target else 'below target'}")
    print(f"\nsame bits on one and two threads: {'yes' if results[one] == results[two] else 'NO'}")
    wrong = disagreements(results[one], results["NumPy chunked, 1 process"], a.trials)
    print("figures that disagree with NumPy's beyond 4 standard errors: " + (str(len(wrong)) if wrong else "none"))
    for line in wrong:
        print("  " + line)
    if wrong or results[one] != results[two]:
        sys.exit(1)


if __name__ == "__main__":
    main()
