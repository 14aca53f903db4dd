#!/usr/bin/env bash
# The API from outside: its document by schemathesis, its promises by pytest. About three minutes.
#   scripts/test-api.sh [BINARY] [EXAMPLE]
set -euo pipefail
binary=$(realpath "${1:-$(dirname "$0")/../.build/release/shoreline}")
cd "$(dirname "$0")/.."
export SHORELINE=$binary SHORELINE_EXAMPLE=$PWD/${2:-Examples/accounts-payable.yaml} PYTHONDONTWRITEBYTECODE=1

scripts/python-env.sh
python=$PWD/.build-python/bin/python
cd Tests/API
failed=0
"$python" -m pytest -q -p no:cacheprovider . || failed=1
"$python" conformance.py "$SHORELINE" "$SHORELINE_EXAMPLE" || failed=1
exit $failed
