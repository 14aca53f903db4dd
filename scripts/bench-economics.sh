#!/usr/bin/env bash
# Our engine beside NumPy and Numba on the peers' model, in one sitting, alternately. Skips, loudly, without the peers.
set -euo pipefail
cd "$(dirname "$0")/.."

peers=${SHORELINE_PEERS:-../shared/peers}
if [ ! -f "$peers/economics/bench_numpy.py" ]; then
  echo "SKIPPED: the peer benchmarks are not at $peers/economics (set SHORELINE_PEERS). Ours alone:" >&2
  exec .build/release/economics-bench --trials 1000000 --threads 1
fi
venv=Benchmarks/.venv
if [ ! -x $venv/bin/python ]; then
  python3 -m venv $venv
  $venv/bin/pip install -q -r "$peers/economics/requirements.txt"
fi
exec $venv/bin/python Benchmarks/Economics/run.py --peers "$peers/economics" --ours .build/release/economics-bench "$@"
