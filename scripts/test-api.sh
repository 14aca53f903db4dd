#!/usr/bin/env bash
# The API from outside: its document by schemathesis, its promises by pytest. About three minutes.
#   scripts/test-api.sh [BINARY] [EXAMPLE]
set -euo pipefail
binary=$(realpath "${1:-$(dirname "$0")/../.build/release/shoreline}")
cd "$(dirname "$0")/.."
export SHORELINE=$binary SHORELINE_EXAMPLE=$PWD/${2:-Examples/accounts-payable.yaml} PYTHONDONTWRITEBYTECODE=1

venv=$PWD/.build-python
if ! $venv/bin/python -c "import pytest, schemathesis" 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q -r Tests/API/requirements.txt
fi
cd Tests/API
failed=0
"$venv/bin/python" -m pytest -q -p no:cacheprovider . || failed=1
"$venv/bin/python" conformance.py "$SHORELINE" "$SHORELINE_EXAMPLE" || failed=1
exit $failed
