#!/usr/bin/env bash
# Our selection engines beside their peers in Python, in one sitting, alternately. Skips, loudly, without the peers.
set -euo pipefail
cd "$(dirname "$0")/.."

peers=${SHORELINE_PEERS:-../shared/peers}
if [ ! -f "$peers/selection/bench_smaa.py" ]; then
  echo "SKIPPED: the peer benchmarks are not at $peers/selection (set SHORELINE_PEERS). Ours alone:" >&2
  for task in smaa mixture topsis promethee; do .build/release/selection-bench $task --threads 2; done
  exit 0
fi
venv=Benchmarks/.venv-selection
if [ ! -x $venv/bin/python ]; then
  python3 -m venv $venv
  $venv/bin/pip install -q -r "$peers/selection/requirements.txt"
fi
exec $venv/bin/python Benchmarks/Selection/run.py --peers "$peers/selection" --ours .build/release/selection-bench "$@"
