#!/usr/bin/env bash
# Installs the Debian packages that are missing. Needs nothing where all are there.
#   setup.sh          what the build needs
#   setup.sh test     and what the tests need: a PostgreSQL, a browser with its driver, Python environments
#   setup.sh bench    and what the benchmarks need
set -euo pipefail

packages=(coinor-libclp-dev libpq-dev libxlsxwriter-dev libxml2-dev libzip-dev pkg-config tzdata python3)
case "${1:-build}" in
  build) ;;
  test) packages+=(postgresql chromium chromium-driver python3-venv) ;;
  bench) packages+=(python3-venv wrk) ;;
  *) echo "setup.sh takes nothing, test or bench, and was given $1." >&2; exit 2 ;;
esac
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if ! command -v swift >/dev/null; then
  echo "Swift is missing: install Swift 6.3 or newer from https://www.swift.org/install/linux/ and try again." >&2
  exit 1
fi
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing ${missing[*]}"
sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get update -qq || true
"${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
