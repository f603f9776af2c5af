"""Who comes to the root and reads another of the site's languages is offered it, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site_languages import PREFIXES

pytestmark = pytest.mark.languages("nl", "fr", "ar")

OFFERS = {
    "nl-BE": ("nl", "Deze pagina in het Nederlands", "ltr"),
    "fr": ("fr", "Cette page en français", "ltr"),
    "ar-MA": ("ar", "هذه الصفحة بالعربية", "rtl"),
}

SHIFT = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().length))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(0), 300);
})"""


@contextmanager
def reader(browser: Browser, address: str, locale: str) -> Iterator[Page]:
    """A page for somebody whose browser asks for a language."""
    with browser.new_context(base_url=address, locale=locale) as context:
        yield context.new_page()


@pytest.fixture(params=OFFERS)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_root_offers_the_language_of_the_reader(
    browser: Browser, address: str, locale: str
) -> None:
    code, words, direction = OFFERS[locale]
    with reader(browser, address, locale) as page:
        page.goto("")
        hint = page.locator(".atlas-hint")
        expect(hint).to_have_attribute("lang", code)
        expect(hint).to_have_css("direction", direction)
        assert page.evaluate(SHIFT) == 0
        hint.get_by_role("link", name=words).click()
        expect(page).to_have_url(address + PREFIXES[code])
        page.goto("")
        expect(hint).to_have_count(0)


def test_whoever_declines_is_not_asked_again(browser: Browser, address: str) -> None:
    with reader(browser, address, "nl") as page:
        page.goto("")
        page.locator(".atlas-hint").get_by_role("button").click()
        expect(page.locator(".atlas-hint")).to_have_count(0)
        page.reload()
        expect(page.locator(".md-header")).to_be_visible()
        expect(page.locator(".atlas-hint")).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "path"), [("en", ""), ("de", ""), ("nl", "themes/"), ("en", "ar/")]
)
def test_nobody_else_is_asked(browser: Browser, address: str, locale: str, path: str) -> None:
    with reader(browser, address, locale) as page:
        page.goto(path)
        expect(page.locator(".md-header")).to_be_visible()
        expect(page.locator(".atlas-hint")).to_have_count(0)
