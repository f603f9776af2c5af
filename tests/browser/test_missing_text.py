"""A text that a language lacks: the visitor sees the original, marked as such, and is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.languages("ar")

RECORD = "cooperations/saint-josse-tangier"
"""Its summary was never written in Arabic."""


@pytest.fixture
def page(browser: Browser, small: str) -> Iterator[Page]:
    with browser.new_context(base_url=small) as context:
        yield context.new_page()


def summary(page: Page) -> str:
    return page.locator("#summary p").inner_text()


def test_the_original_is_shown_in_its_own_language_and_direction(page: Page) -> None:
    page.goto(f"{RECORD}/")
    original = summary(page)
    page.goto(f"ar/{RECORD}/")
    assert summary(page) == original
    text = page.locator("#summary p")
    expect(text).to_have_attribute("lang", "en")
    expect(text).to_have_attribute("dir", "ltr")
    expect(page.locator("h1")).to_have_css("direction", "rtl")


def test_a_notice_says_so_where_it_is_so(page: Page) -> None:
    notice = page.get_by_role("note").filter(has_text="ويُعرض الأصل")
    page.goto(f"ar/{RECORD}/")
    expect(notice).to_have_count(1)
    expect(notice).to_be_visible()
    page.goto("ar/cooperations/saint-josse-oriental/")
    expect(page.locator("h1")).to_be_visible()
    expect(notice).to_have_count(0)
    page.goto(f"{RECORD}/")
    expect(page.get_by_role("note")).to_have_count(0)


def test_only_the_languages_that_were_built_are_offered(page: Page) -> None:
    page.goto(f"ar/{RECORD}/")
    links = page.locator(".md-select a")
    assert [link.get_attribute("hreflang") for link in links.all()] == ["en", "ar"]
