#!/usr/bin/env bash
# Our server beside FastAPI and Flask, in one sitting, alternately; then pages and memory. Needs wrk (apt).
set -euo pipefail
cd "$(dirname "$0")/.."

command -v wrk >/dev/null || { echo "SKIPPED: wrk is not here. Install it: apt-get install wrk" >&2; exit 0; }
venv=Benchmarks/.venv-web
if ! $venv/bin/python -c "import fastapi, flask, gunicorn, httptools, uvicorn, uvloop" 2>/dev/null; then
  python3 -m venv $venv
  $venv/bin/pip install -q -r Benchmarks/Web/requirements.txt
fi
exec $venv/bin/python Benchmarks/Web/run.py --ours "${SHORELINE:-.build/release/shoreline}" "$@"
