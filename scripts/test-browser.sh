#!/bin/sh
# Runs the browser tests against a built binary: scripts/test-browser.sh .build/release/shoreline [pytest arguments]
# Needs Chromium with chromedriver and Python 3.11. With SHORELINE_PICTURES=1 it takes pictures of every page too.
set -eu
cd "$(dirname "$0")/.."
if [ $# -lt 1 ] || [ ! -x "$1" ]; then
    echo "Name the binary to be tested, such as .build/release/shoreline." >&2
    exit 2
fi
SHORELINE=$(realpath "$1")
shift
export SHORELINE PYTHONDONTWRITEBYTECODE=1
for tool in "${CHROMIUM:-/usr/bin/chromium}" "${CHROMEDRIVER:-/usr/bin/chromedriver}"; do
    if [ ! -x "$tool" ]; then
        echo "$tool is missing. On Debian: apt-get install chromium chromium-driver." >&2
        exit 2
    fi
done
scripts/python-env.sh
exec timeout --signal=INT --kill-after=20 "${SHORELINE_BROWSER_SECONDS:-300}" \
    .build-python/bin/python -m pytest -p no:cacheprovider --quiet Tests/Browser "$@"
