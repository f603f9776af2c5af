"""What a visitor sees at an address that does not exist."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

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
    assert {part.get_attribute("lang") for part in sections.all()} == {*LANGUAGES}
    for language in LANGUAGES:
        part = page.locator(f"article section[lang={language}]")
        expect(part).to_have_css("direction", direction(language))
        expect(part.get_by_role("heading")).not_to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_home(page: Page, address: str, language: str) -> None:
    page.locator(f"article section[lang={language}] a.atlas-home").click()
    expect(page).to_have_url(address + PREFIXES[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#home")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_the_doors_and_offers_the_form(look: Visit, address: str, language: str) -> None:
    part = look("nowhere/").locator(f"article section[lang={language}]")
    root = address + PREFIXES[language]
    doors = part.locator("ul a").evaluate_all("links => links.map((link) => link.href)")
    sections = ("cooperations", "countries", "themes", "overview", "about")
    assert doors == [f"{root}{section}/" for section in sections]
    form = part.locator("a.atlas-new").get_attribute("href")
    assert form is not None
    assert form.endswith(f"/issues/new?template=new-cooperation.{language}.yml")


@pytest.mark.languages("nl", "fr", "ar")
@pytest.mark.parametrize(
    ("path", "locale", "first", "asked"),
    [
        ("actors/saint-gilles/", "en-GB", "en", "saint gilles"),
        ("actors/saint-gilles/", "nl-BE", "nl", "saint gilles"),
        ("fr/places/leuven.html", "nl-BE", "fr", "leuven"),
        ("ar/%D8%B7%D9%86%D8%AC%D8%A9", "en", "ar", "طنجة"),
        ("nowhere/", "de", "en", "nowhere"),
        ("a/%E0%A4%A/", "en", "en", "%E0%A4%A"),
        ("<img src=x onerror=alert(1)>/", "en", "en", "<img src=x onerror=alert(1)>"),
    ],
)
def test_it_says_what_was_asked_first_in_the_visitors_language(
    browser: Browser, address: str, path: str, locale: str, first: str, asked: str
) -> None:
    with browser.new_context(locale=locale) as context:
        page = context.new_page()
        page.goto(address + path)
        part = page.locator("article section").first
        expect(part).to_have_attribute("lang", first)
        expect(part.locator(".atlas-asked bdi")).to_have_text(asked)
        expect(part.get_by_role("searchbox")).to_have_value(asked)
        part.get_by_role("button").click()
        expect(page).to_have_url(re.compile(rf"/{PREFIXES[first]}search/\?q=."))


def test_without_a_script_it_searches_too(look: Visit, address: str) -> None:
    page = look("nowhere/", javascript=False)
    expect(page.locator(".atlas-asked").first).to_be_hidden()
    page.locator("article").get_by_role("searchbox").first.fill("genk")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}search/?q=genk")


def test_it_looks_like_the_site(page: Page, address: str) -> None:
    links = page.locator("head link[rel=stylesheet]").all()
    assert links
    for link in links:
        href = link.evaluate("link => link.href")
        assert href.startswith(address)
        assert page.request.get(href).ok, href
