"""The picture of the site in README.md: `make picture` takes it anew."""

from __future__ import annotations

import base64
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.built_site import serve
from tests.browser.visit import rest
from tests.site_languages import ROOT

PICTURE = ROOT / ".github" / "picture.webp"
WIDTH, HEIGHT = 1280, 800
MOST_BYTES = 150_000


def take(site: Path, picture: Path) -> None:
    """Write a picture of the home page of the built site, in its light scheme."""
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.path(), args=list(chromium.FLAGS)
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto(address, wait_until="load")
        rest(page)
        shot = page.context.new_cdp_session(page).send(
            "Page.captureScreenshot", {"format": "webp", "quality": 80}
        )
        picture.write_bytes(base64.b64decode(shot["data"]))
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]).resolve(), PICTURE)
