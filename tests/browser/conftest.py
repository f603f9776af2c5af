"""One browser for all tests of a worker, and the served site for it to visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.browser import built_site
from tests.browser.launch import launched
from tests.browser.visit import Scheme, Visit
from tests.frozen_records import REGISTERS, TOWNS
from tests.mkdocs_build import Build
from tests.shared_folder import shared
from tests.site_languages import DIRECTIONS


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site of the atlas that never changes is served."""
    with built_site.serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Iterator[str]:
    """Where a site of four cooperations is served, in English and Arabic if there is any."""
    yield from _serve(tmp_path_factory, build, "small", TOWNS)


@pytest.fixture(scope="session")
def listing(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Iterator[str]:
    """Where a site is served that has two registers, in English and Arabic if there is any."""
    yield from _serve(tmp_path_factory, build, "listing", REGISTERS)


def _serve(factory: pytest.TempPathFactory, build: Build, name: str, data: Path) -> Iterator[str]:
    """Where the site of other records is served, which is built once for all workers."""

    def fill(folder: Path) -> None:
        done = build(folder, ATLAS_DATA=str(data), ATLAS_LANGUAGES=",".join(DIRECTIONS))
        assert done.returncode == 0, done.stderr

    with built_site.serve(shared(factory, name, fill)) as url:
        yield url


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, without a window, and without the machine's fonts, zone, settings and language."""
    with launched(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[dict[bool, Page]]:
    """Two windows for all tests of a worker, one with scripts and one without.

    To load a page in a window that is open costs a third of what it costs in a new one.
    """
    contexts = {on: browser.new_context(java_script_enabled=on) for on in (True, False)}
    yield {on: context.new_page() for on, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture
def window(windows: dict[bool, Page]) -> Iterator[Page]:
    """The window with scripts, as good as new; what a test keeps there is forgotten after it."""
    page = windows[True]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference")
    yield page
    page.unroute_all()
    if page.url != "about:blank":
        page.evaluate("localStorage.clear(), sessionStorage.clear()")


@pytest.fixture
def look(windows: dict[bool, Page], window: Page, address: str) -> Iterator[Visit]:
    """Opens pages of the site in those two windows, for tests that look and do little else.

    A second page takes the place of the first, unless one of them is without scripts.
    """
    refused: list[str] = []
    listen = _refusals(refused)
    for page in windows.values():
        page.on("console", listen)

    def go(
        path: str, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True
    ) -> Page:
        page = windows[javascript]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="reduce")
        page.goto(address + path, wait_until="load")
        return page

    yield go
    for page in windows.values():
        page.remove_listener("console", listen)
    assert refused == []


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages of the site, each in a new window; they are closed after the test.

    Whatever the test does with them, a page's own policy must never have refused anything.
    """
    opened: list[BrowserContext] = []
    refused: list[str] = []
    listen = _refusals(refused)

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
        page.on("console", listen)
        page.goto(path, wait_until="load")
        return page

    yield go
    for context in opened:
        context.close()
    assert refused == []


def _refusals(refused: list[str]) -> Callable[[ConsoleMessage], None]:
    """Listens to the console for what a page's own policy refuses."""

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    return listen
