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
# A case that compares partners shows the choice too. Chromium pictures at most some 16,000 pixels, so the page is cut.
if grep -q "^selection:" "$example"; then command=choose; else command=decide; fi
"$shoreline" $command "$example" --quiet --report out/report.html >/dev/null
sed 's/<html lang="en">/<html lang="en" data-theme="dark">/' out/report.html >out/report-dark.html
shot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --screenshot="out/pictures/$1.png" \
    --window-size="$2" "file://$PWD/out/$3" >/dev/null 2>&1
}
# Whole chapters, as many as fit: decision, partner, places.
python3 - <<'PARTS'
import re
for name in ("report", "report-dark"):
    page = open(f"out/{name}.html").read()
    ids = re.findall(r'<section[^>]*id="([^"]*)"', page)
    split = {i: "decision" for i in ids}
    for i in ids:
        if i.startswith("partner-"): split[i] = "partner" if i in ("partner-answer", "partner-why", "partner-weights") else "partner2"
        if i == "places": split[i] = "places"
        if i in ("method", "assumptions"): split[i] = "register"
    for part in set(split.values()):
        text = page
        for i in ids:
            if split[i] != part:
                text = re.sub(r'<section[^>]*id="%s".*?</section>\n?' % re.escape(i), "", text, flags=re.S)
        open(f"out/{name}-{part}.html", "w").write(text)
PARTS
for part in decision partner partner2 places; do
  [ -f out/report-$part.html ] || continue
  shot $part-390 390,14000 report-$part.html
  shot $part-1280 1280,8000 report-$part.html
  shot $part-1920 1920,7000 report-$part.html
  shot $part-2560 2560,6400 report-$part.html
  shot $part-dark 1280,8000 report-dark-$part.html
  shot $part-dark-390 390,14000 report-dark-$part.html
done
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=out/pictures/report.pdf \
  "file://$PWD/out/report.html" >/dev/null 2>&1
pdftoppm -r 60 -png out/pictures/report.pdf out/pictures/page
ls out/pictures
