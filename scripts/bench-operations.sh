#!/usr/bin/env bash
# The work engine and the business clock beside Python's, in one sitting. Arguments go to Benchmarks/Operations/run.py.
set -euo pipefail
cd "$(dirname "$0")/.."
peers=${SHORELINE_PEERS:-../shared/peers}
if [ ! -f "$peers/operations/bench_sqlite_queue.py" ]; then
  echo "SKIPPED: the peer benchmarks are not at $peers/operations (set SHORELINE_PEERS). Ours alone:" >&2
  .build/release/duetimes-bench
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  .build/release/queue-bench "$folder/queue.sqlite" 64 100000 4
  exit 0
fi
venv=Benchmarks/.venv-operations
if [ ! -x $venv/bin/python ]; then
  python3 -m venv $venv
  $venv/bin/pip install -q -r "$peers/operations/requirements.txt"
fi
exec $venv/bin/python Benchmarks/Operations/run.py --peers "$peers" --queue .build/release/queue-bench \
  --duetimes .build/release/duetimes-bench "$@"
