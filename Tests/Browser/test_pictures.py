"""Pictures of every page for people to look at, where SHORELINE_PICTURES=1 asks for them. They check nothing."""

import base64
import os

import pytest

from server import ROOT
from test_pages import visit, workspace  # noqa: F401

FOLDER = ROOT / "out" / "pictures" / "workspace"
VIEWS = [(390, "light"), (1280, "light"), (2560, "light"), (1280, "dark")]


@pytest.mark.skipif(os.environ.get("SHORELINE_PICTURES") != "1", reason="Set SHORELINE_PICTURES=1 for pictures.")
def test_pictures(workspace, browser):  # noqa: F811
    FOLDER.mkdir(parents=True, exist_ok=True)
    for page in visit(browser, workspace):
        for width, scheme in VIEWS:
            browser.width(width)
            browser.scheme(scheme)
            shot = browser.driver.execute_cdp_cmd(
                "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
            picture = FOLDER / f"{page.name}-{width}-{scheme}.png"
            picture.write_bytes(base64.b64decode(shot["data"]))
            assert picture.stat().st_size > 2000, f"{picture.name} was to show something."
