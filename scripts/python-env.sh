#!/usr/bin/env bash
# Prepares .build-python, the Python of the tests from outside, where what they need has changed. Nothing of Shoreline
# itself needs Python.
set -euo pipefail
cd "$(dirname "$0")/.."
mark=.build-python/requirements.txt
wanted=$(cat Tests/API/requirements.txt Tests/Browser/requirements.txt)
[ "$(cat $mark 2>/dev/null || true)" = "$wanted" ] && exit 0
python3 -m venv .build-python
pip=(.build-python/bin/pip install --quiet --disable-pip-version-check)
"${pip[@]}" --requirement Tests/API/requirements.txt
# Its list is complete: what its packages ask for beside it, such as a browser of their own, is not wanted.
"${pip[@]}" --no-deps --requirement Tests/Browser/requirements.txt
printf '%s\n' "$wanted" > "$mark"
