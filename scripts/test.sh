#!/usr/bin/env bash
# Builds everything with its tests (warnings are errors) and runs them beside a PostgreSQL of their own, which ends with
# them; then the tests from outside: the work engine killed under load, the API against its document, and a real browser.
# Arguments go to swift; with --filter only the matching tests in Swift run.
set -euo pipefail
cd "$(dirname "$0")/.."

flags=()
filter=()
while [ $# -gt 0 ]; do
  if [ "$1" = --filter ]; then filter=(--filter "$2"); shift 2; else flags+=("$1"); shift; fi
done
swift build --build-tests "${flags[@]}"

if [ -z "${SHORELINE_TEST_POSTGRES:-}" ]; then
  folder=$(mktemp -d /tmp/shoreline-postgres.XXXXXX)
  trap 'scripts/postgres.sh stop "$folder" || true; rm -rf "$folder"' EXIT
  SHORELINE_TEST_POSTGRES=$(scripts/postgres.sh start "$folder")
  export SHORELINE_TEST_POSTGRES
fi
swift test --skip-build "${flags[@]}" "${filter[@]}"
[ ${#filter[@]} -eq 0 ] || exit 0

# The work engine, killed at any moment (SHORELINE_KILLS for a longer run).
scripts/test-crash.sh .build/release/crash-floor "${SHORELINE_KILLS:-50}"

# From outside, with the program as a user gets it: as another program would use it, and as a person would.
scripts/test-api.sh .build/release/shoreline
scripts/test-browser.sh .build/release/shoreline
