#!/usr/bin/env bash
# Installs the Debian packages that the build needs, if they are missing. Needs nothing where all are there.
set -euo pipefail

packages=(coinor-libclp-dev libpq-dev postgresql libxlsxwriter-dev libxml2-dev libzip-dev pkg-config tzdata python3)
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
