"""Every page knows its translations, and a visitor gets from one to the other."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from atlas.i18n.languages import direction as direction_of
from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import Visit
from tests.site_languages import LANGUAGES

SWITCHER = ".md-select"


def choices(page: Page) -> list[str | None]:
    links = page.locator(f"{SWITCHER} a")
    return [link.get_attribute("hreflang") for link in links.all()]


@pytest.mark.parametrize("target", LANGUAGES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_switcher_leads_to_the_same_record_by_click(
    visit: Visit, address: str, language: str, target: str
) -> None:
    page = visit(path_of("cooperation", language))
    choice = page.locator(f"{SWITCHER} a[hreflang={target}]")
    unfolded = page.locator(f"{SWITCHER} ul")
    expect(unfolded).to_have_css("opacity", "0")
    page.locator(f"{SWITCHER} button").click()
    expect(unfolded).to_have_css("opacity", "1")
    choice.click()
    expect(page).to_have_url(address + path_of("cooperation", target))
    expect(page.locator("html")).to_have_attribute("lang", target)


@pytest.mark.parametrize("target", LANGUAGES)
def test_the_switcher_leads_to_the_same_record_by_keyboard(
    visit: Visit, address: str, target: str
) -> None:
    page = visit(path_of("cooperation", "fr"))
    button = page.locator(f"{SWITCHER} button")
    for _ in range(20):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    for _ in range(choices(page).index(target) + 1):
        page.keyboard.press("Tab")
    choice = page.locator(f"{SWITCHER} a[hreflang={target}]")
    expect(choice).to_be_focused()
    expect(page.locator(f"{SWITCHER} ul")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + path_of("cooperation", target))


def test_the_switcher_offers_every_language_once(look: Visit) -> None:
    assert choices(look("")) == [*LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_states_its_language_its_direction_and_its_translations(
    look: Visit, kind: str, language: str
) -> None:
    page = look(path_of(kind, language), javascript=False)
    direction = direction_of(language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("body")).to_have_attribute("dir", direction)
    expect(page.locator("h1")).to_have_css("direction", direction)
    offered = {
        link.get_attribute("hreflang"): link.evaluate("link => link.href")
        for link in page.locator(f"{SWITCHER} a").all()
    }
    home = offered["en"].removesuffix(KINDS[kind])
    assert offered == {code: home + path_of(kind, code) for code in LANGUAGES}
    canonical = page.locator("head link[rel=canonical]")
    expect(canonical).to_have_attribute(
        "href", re.compile(rf"https://[^/]+/(.+/)?{re.escape(path_of(kind, language))}$")
    )
