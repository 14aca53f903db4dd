#!/usr/bin/env bash
# Kills the work engine at random moments under load and looks whether everything that was acknowledged is kept: on SQLite,
# on PostgreSQL (SHORELINE_TEST_POSTGRES), and with two servers on one PostgreSQL.
#
#   test-crash.sh PROGRAM [KILLS]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
kills=${2:-50}
folder=$(mktemp -d /tmp/shoreline-crash.XXXXXX)
trap 'rm -rf "$folder"' EXIT

echo "SQLite"
python3 Tests/Crash/kill.py "$program" "$folder/crash.sqlite" --kills "$kills"
if [ -z "${SHORELINE_TEST_POSTGRES:-}" ]; then
  echo "SKIPPED: no PostgreSQL for the crash tests. Run scripts/test.sh." >&2
  exit 0
fi
for servers in 1 2; do
  schema="crash_${servers}_$RANDOM"
  psql -q "$SHORELINE_TEST_POSTGRES" -c "CREATE SCHEMA $schema"
  echo "PostgreSQL, servers: $servers"
  python3 Tests/Crash/kill.py "$program" "$SHORELINE_TEST_POSTGRES?options=-csearch_path%3D$schema" --kills "$kills" \
    --servers "$servers"
  psql -q "$SHORELINE_TEST_POSTGRES" -c "DROP SCHEMA $schema CASCADE" 2> /dev/null
done
