"""What a visitor sees at an address that does not exist."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from atlas.i18n.languages import direction
from tests.browser.visit import Visit
from tests.site_languages import LANGUAGES, PREFIXES

LOST = ("nowhere/", "ar/cooperations/nobody-no-one/", "fr/a/b/c/d.html")


@pytest.fixture(params=LOST)
def page(request: pytest.FixtureRequest, visit: Visit) -> Page:
    return visit(request.param)


def test_it_speaks_every_language(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("404")
    sections = page.locator("article section[lang]")
    assert [part.get_attribute("lang") for part in sections.all()] == [*LANGUAGES]
    for language in LANGUAGES:
        part = page.locator(f"article section[lang={language}]")
        expect(part).to_have_css("direction", direction(language))
        expect(part.get_by_role("heading")).not_to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_home(page: Page, address: str, language: str) -> None:
    page.locator(f"article section[lang={language}] a").click()
    expect(page).to_have_url(address + PREFIXES[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#home")).to_be_visible()


def test_it_looks_like_the_site(page: Page, address: str) -> None:
    links = page.locator("head link[rel=stylesheet]").all()
    assert links
    for link in links:
        href = link.evaluate("link => link.href")
        assert href.startswith(address)
        assert page.request.get(href).ok, href
