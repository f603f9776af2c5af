"""What a test calls to open a page of the site; the fixture of the same name makes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, Protocol

from playwright.sync_api import Error, Page, expect

Scheme = Literal["light", "dark"]

_RESTED = """() => {
  const ends = performance.getEntries().map(({ responseEnd }) => responseEnd ?? 0);
  return document.readyState === "complete" && !document.querySelector("[aria-busy=true]")
    && performance.now() - Math.max(...ends) > 500;
}"""


class Visit(Protocol):
    """Opens an address of the site in a window of its own and waits until all of it is loaded."""

    def __call__(
        self, path: str, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True
    ) -> Page: ...


def rest(page: Page) -> None:
    """Wait until a page that is loaded is not busy and has fetched nothing for half a second.

    Playwright's "networkidle" waits for ever for a request whose end it was not told.
    """
    page.wait_for_function(_RESTED)


@contextmanager
def lacking(page: Page, file: str) -> Iterator[None]:
    """What is done with a page to which a file does not come, named by the end of its address. The
    file is asked for, and the page reports no fault, then or a moment later."""
    faults: list[str] = []

    def note(error: Error) -> None:
        faults.append(str(error))

    page.on("pageerror", note)
    page.route(f"**/{file}", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: request.url.endswith(file)):
        yield
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    page.unroute(f"**/{file}")
    page.remove_listener("pageerror", note)
    assert faults == []


def open_map(page: Page) -> None:
    """Ask for the map of a page in a small window, where it starts on demand only; wait for it."""
    page.get_by_role("button", name=page.locator(".atlas-map").get_attribute("data-start")).click()
    expect(page.locator(".atlas-map.leaflet-container:not(.atlas-drawing)")).to_be_visible()
