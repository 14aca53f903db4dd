#!/usr/bin/env bash
# Builds everything with its tests (warnings are errors) and runs them. Arguments go to swift.
set -euo pipefail
cd "$(dirname "$0")/.."

flags=()
filter=()
while [ $# -gt 0 ]; do
  if [ "$1" = --filter ]; then filter=(--filter "$2"); shift 2; else flags+=("$1"); shift; fi
done
swift build --build-tests "${flags[@]}"
exec swift test --skip-build "${flags[@]}" "${filter[@]}"
