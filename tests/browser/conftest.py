"""One browser for all tests of a worker, and the served site for it to visit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser import built_site, chromium, fonts
from tests.browser.visit import Scheme, Visit
from tests.frozen_records import TOWNS
from tests.mkdocs_build import Build
from tests.shared_folder import shared
from tests.site_languages import DIRECTIONS

QUIET = ("--disable-gpu", "--disable-background-networking")
"""Arguments with which the browser itself asks nobody anything."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site of the atlas that never changes is served."""
    with built_site.serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Iterator[str]:
    """Where a site of four cooperations is served, in English and Arabic if there is any."""

    def fill(folder: Path) -> None:
        done = build(folder, ATLAS_DATA=str(TOWNS), ATLAS_LANGUAGES=",".join(DIRECTIONS))
        assert done.returncode == 0, done.stderr

    with built_site.serve(shared(tmp_path_factory, "small", fill)) as url:
        yield url


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, without a window, and without the machine's fonts, zone, settings and language."""
    executable = chromium.path()
    folder = tmp_path_factory.mktemp("browser")
    own = {"HOME": str(folder), "TZ": "UTC", **fonts.environment(folder / "fonts")}
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable, args=[*chromium.FLAGS, *QUIET], env={**os.environ, **own}
        )
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages of the site; they are closed after the test.

    Whatever the test does with them, a page's own policy must never have refused anything.
    """
    opened: list[BrowserContext] = []
    refused: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    def go(
        path: str, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", said)
        page.goto(path, wait_until="load")
        return page

    yield go
    for context in opened:
        context.close()
    assert refused == []
