"""The address of a record that was taken out says so, and nobody is led there."""

from __future__ import annotations

from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.languages("ar")

SAYS = {
    "": "The record that stood here was taken out on 1 March 2026.",
    "ar/": "أُزيلت البطاقة التي كانت هنا في",
}


@pytest.mark.parametrize("prefix", SAYS)
def test_the_address_says_when_and_why(small: str, visit: Visit, prefix: str) -> None:
    page = visit(f"{small}{prefix}cooperations/hill-dale/")
    article = page.locator("article")
    assert SAYS[prefix] in article.inner_text()
    assert article.locator("a").count() == 1
    article.locator("a").click()
    assert page.url == f"{small}{prefix}cooperations/"


def test_the_languages_of_the_address_lead_to_each_other(small: str, visit: Visit) -> None:
    page = visit(f"{small}places/hill/")
    link = page.locator('.md-select a[hreflang="ar"]')
    assert link.evaluate("link => link.href") == f"{small}ar/places/hill/"


def test_no_list_and_no_search_leads_there(small: str, visit: Visit) -> None:
    page = visit(f"{small}cooperations/hill-dale/")
    assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"
    for path in ("sitemap.xml", "cooperations/", "places/"):
        with urlopen(f"{small}{path}") as answer:  # noqa: S310 - the test's own server
            text = answer.read().decode()
        assert "hill-dale" not in text
        assert "places/hill/" not in text
    page.goto(f"{small}search/?q=Hill")
    expect(page.locator(".atlas-search-said")).not_to_be_empty()
    found = page.locator(".atlas-search-answers a").evaluate_all("all => all.map((a) => a.href)")
    assert f"{small}cooperations/hill-dale/" not in found
    assert f"{small}places/hill/" not in found
