#!/usr/bin/env bash
# Copies the guide that is part of the program to docs/guide, where people read it without the program. A test compares.
set -eu
cd "$(dirname "$0")/.."
mkdir -p docs/guide
rm -f docs/guide/*.md
cp Sources/Guide/Text/*.md docs/guide/
