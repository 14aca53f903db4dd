#!/usr/bin/env bash
# Pictures of the report in headless Chromium: three widths, dark, and the printed pages. Looked at before a release.
set -euo pipefail
cd "$(dirname "$0")/.."

for package in chromium poppler-utils; do
  dpkg-query -W -f='${Status}' $package 2>/dev/null | grep -q 'install ok installed' || apt-get install -y -qq $package >/dev/null
done
shoreline=$1
example=$2
mkdir -p out/pictures
"$shoreline" decide "$example" --quiet --report out/report.html >/dev/null
sed 's/<html lang="en">/<html lang="en" data-theme="dark">/' out/report.html >out/report-dark.html
shot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --screenshot="out/pictures/$1.png" \
    --window-size="$2" "file://$PWD/out/$3" >/dev/null 2>&1
}
shot 390 390,14000 report.html
shot 1280 1280,7600 report.html
shot 1920 1920,6400 report.html
shot dark 1280,7600 report-dark.html
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=out/pictures/report.pdf \
  "file://$PWD/out/report.html" >/dev/null 2>&1
pdftoppm -r 60 -png out/pictures/report.pdf out/pictures/page
ls out/pictures
