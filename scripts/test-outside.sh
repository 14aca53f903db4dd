#!/usr/bin/env bash
# Tests what a foreign program may rely on: conditions, keys, pages, events, ends and kills of a running server.
#   test-outside.sh BINARY [options of pytest]
# Loopback only, bounded to four minutes; what it needs of Python it puts into .build-outside.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ $# -lt 1 ] || [ ! -x "$1" ]; then
  echo "Name the binary to be tested, such as .build/release/shoreline." >&2
  exit 2
fi
SHORELINE=$(realpath "$1")
shift
export SHORELINE PYTHONDONTWRITEBYTECODE=1
python=.build-outside/bin/python
mark=.build-outside/requirements.txt
if ! cmp -s Tests/Outside/requirements.txt "$mark"; then
  python3 -m venv .build-outside
  "$python" -m pip install --quiet --disable-pip-version-check --requirement Tests/Outside/requirements.txt
  cp Tests/Outside/requirements.txt "$mark"
fi
exec timeout --signal=INT --kill-after=20 240 "$python" -m pytest -p no:cacheprovider --quiet Tests/Outside "$@"
