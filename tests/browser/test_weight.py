"""What a page weighs on a first visit, and that nothing heavy stands before its first sight.

These are sizes and orders, not times: they are the same on every machine.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Visit, open_map
from tests.frozen_records import ATLAS, ids
from tests.site_languages import LANGUAGES, PREFIXES

MOST = 100_000
"""Bytes of a cooperation's page, compressed as GitHub Pages does, the search apart."""

MOST_AT_FIRST = 110_000
"""Bytes of any page until it is loaded; what moves its map comes after."""

MOST_BLOCKING = 2_000
"""Bytes of the one script that a page waits for, compressed."""

COOPERATIONS = ids(ATLAS, "cooperations")
MAPPED = ("home", "country", "theme", "cooperations")
PHONE = 412

# A browser that is slow paints a page that has not yet come whole; that is no script's doing.
SHIFTS = """
() => new Promise((resolve) => new PerformanceObserver((list) => {
  const [{ domInteractive }] = performance.getEntriesByType("navigation");
  const moved = list.getEntries().filter(({ startTime }) => startTime > domInteractive);
  resolve(moved.map((entry) => entry.value).reduce((a, b) => a + b, 0));
}).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => resolve(0), 500))
"""


def name(response: Response) -> str:
    return Path(urlsplit(response.url).path).name


@contextmanager
def hearing(page: Page) -> Iterator[list[Response]]:
    """The answers that the page gets."""
    heard: list[Response] = []

    def hear(response: Response) -> None:
        heard.append(response)

    page.on("response", hear)
    yield heard
    page.remove_listener("response", hear)


@pytest.fixture(scope="module")
def weights() -> dict[str, int]:
    """Compressed bytes by address, of what was weighed so far."""
    return {}


def weight(responses: list[Response], weights: dict[str, int]) -> dict[str, int]:
    """Compressed bytes by address, each once, the search's own files apart.

    They are fetched anew: what the browser has kept for long is answered without a body.
    """
    found = {}
    for response in responses:
        url = response.url
        if not url.startswith("data:") and not name(response).startswith("atlas-search."):
            if url not in weights:
                weights[url] = len(gzip.compress(response.frame.page.request.get(url).body(), 9))
            found[url] = weights[url]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cooperation_weighs_less_than_100_kb(
    window: Page, address: str, weights: dict[str, int], language: str
) -> None:
    heavy = {}
    assert COOPERATIONS
    for cooperation in COOPERATIONS:
        with hearing(window) as heard:
            window.goto(f"{address}{PREFIXES[language]}cooperations/{cooperation}/")
            found = weight(heard, weights)
            assert sum(url.endswith((".css", ".js")) for url in found) >= 3
            total = sum(found.values())
        if total >= MOST:
            heavy[cooperation] = total
    assert heavy == {}


@pytest.mark.parametrize("kind", MAPPED)
def test_no_map_is_fetched_before_it_is_asked_for_on_a_phone(visit: Visit, kind: str) -> None:
    """Once half a megabyte came unasked for, on a slow phone for a quarter of a minute."""
    page = visit(path_of(kind, "en"), width=PHONE)
    page.locator(".atlas-map-load").scroll_into_view_if_needed()
    page.evaluate("() => new Promise((then) => requestIdleCallback(then))")
    fetched = "() => performance.getEntriesByType('resource').map(({ name }) => name)"
    moving = ("leaflet.js", "leaflet.css", "world.js", "atlas-map.js")
    assert [url for url in page.evaluate(fetched) if url.endswith(moving)] == []
    open_map(page)
    assert [url for url in page.evaluate(fetched) if url.endswith(moving)]


def test_no_map_is_fetched_before_it_is_seen(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 300})
    page.goto(address + path_of("theme", "en"), wait_until="load")
    page.evaluate("() => new Promise((then) => requestIdleCallback(then))")
    expect(page.locator(".atlas-map")).not_to_be_in_viewport()
    expect(page.locator(".atlas-map.leaflet-container")).to_have_count(0)
    page.locator(".atlas-map").scroll_into_view_if_needed()
    expect(page.locator(".atlas-map.leaflet-container")).to_be_attached()
    page.close()


def test_a_map_that_cannot_be_fetched_can_be_asked_for_again(visit: Visit) -> None:
    page = visit(path_of("home", "en"), width=PHONE)
    page.route("**/world.js", lambda route: route.abort())
    button = page.locator(".atlas-map-load")
    button.click()
    expect(button).not_to_have_attribute("aria-disabled", "true")
    expect(page.locator("svg.atlas-still")).to_be_visible()
    page.unroute("**/world.js")
    open_map(page)


@pytest.mark.parametrize("kind", MAPPED)
def test_the_page_comes_first_and_then_its_map(
    browser: Browser, address: str, weights: dict[str, int], kind: str
) -> None:
    with (
        browser.new_context(viewport={"width": PHONE, "height": 823}) as context,
        hearing(context.new_page()) as heard,
    ):
        (page,) = context.pages
        page.goto(address + path_of(kind, "en"), wait_until="load")
        open_map(page)
        loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart")
        began = page.evaluate(
            "() => Object.fromEntries(performance.getEntriesByType('resource')"
            ".map(({ name, startTime }) => [name.split('/').pop(), startTime]))"
        )
        assert {"leaflet.js", "world.js", "atlas-map.js", "leaflet.css"} <= set(began)
        assert all(began[one] > loaded for one in ("leaflet.js", "world.js", "leaflet.css"))
        blocking = page.evaluate(
            "() => performance.getEntriesByType('resource')"
            ".filter((one) => one.renderBlockingStatus === 'blocking').map(({ name }) => name)"
        )
        assert blocking
        (script,) = [url for url in blocking if not url.endswith(".css")]
        assert script.endswith("/atlas-frame.js"), "it sets the scheme, before anything is seen"
        assert weight([one for one in heard if one.url == script], weights)[script] < MOST_BLOCKING
        first = [one for one in heard if began.get(name(one), 0) < loaded]
        found = weight(first, weights)
        assert sum(url.endswith((".css", ".js")) for url in found) >= 3
        assert sum(found.values()) < MOST_AT_FIRST


@pytest.mark.parametrize("kind", MAPPED)
def test_nothing_moves_when_the_map_comes(visit: Visit, kind: str) -> None:
    page: Page = visit(path_of(kind, "en"), width=PHONE)
    open_map(page)
    assert page.evaluate(SHIFTS) < 0.02
