"""With JavaScript off, every fact, every list and every map, as a picture, is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import Visit

ANSWERING = ("search", "compare", "match")
"""Kinds whose whole purpose is to answer; without a script they lead to the lists instead."""

TEXTS = """() => {
  const parts = "h1, h2, h3, p, li, dt, dd, th, td, caption, figcaption, summary";
  const moving = ".leaflet-container, .atlas-legend-many, .atlas-legend-cluster"
    + ", .atlas-explore-asked, .atlas-explore-chips, .atlas-explore-save"
    + ", .atlas-downloads, .atlas-cite dd + dd, .atlas-map-load, [data-atlas-files]"
    + ", dialog, [hidden], noscript";
  return [...document.querySelectorAll("article")].flatMap((article) =>
    [...article.querySelectorAll(parts)]
      .filter((part) => !part.closest(moving))
      .map((part) => part.textContent.replace(/\\s+/g, " ").trim())
      .filter(Boolean));
}"""

LINKS = """() => [...document.querySelectorAll("article a[href]")]
  .filter((link) => !link.closest(".leaflet-container, .atlas-explore-asked, [hidden], noscript"))
  .map((link) => link.getAttribute("href"))"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ANSWERING])
def test_nothing_is_lost(look: Visit, kind: str, language: str) -> None:
    path = path_of(kind, language)
    scripted, plain = look(path), look(path, javascript=False)
    texts = set(scripted.evaluate(TEXTS))
    assert texts
    assert texts <= set(plain.evaluate(TEXTS))
    links = set(scripted.evaluate(LINKS))
    assert links <= set(plain.evaluate(LINKS))
    pictures = plain.locator("svg.atlas-still")
    expect(pictures).to_have_count(scripted.locator("svg.atlas-still").count())
    for picture in pictures.all():
        expect(picture).to_be_visible()
        assert picture.locator(".atlas-tie, .atlas-dot, .atlas-shaded").count()


@pytest.mark.parametrize("kind", ["home", "cooperation", "country", "theme", "place", "actor"])
def test_there_is_a_map_as_a_picture(look: Visit, kind: str) -> None:
    page = look(path_of(kind, "en"), javascript=False)
    picture = page.locator("svg.atlas-still")
    expect(picture).to_have_count(1)
    expect(picture).to_be_visible()
    expect(picture.locator(".atlas-tie").first).to_be_attached()
    expect(page.locator(".leaflet-control")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", ANSWERING)
def test_what_cannot_answer_says_so_and_leads_to_the_lists(
    look: Visit, address: str, kind: str, language: str
) -> None:
    page = look(path_of(kind, language), javascript=False)
    expect(page.locator(".atlas-notice")).to_be_visible()
    expect(page.locator("article form:visible")).to_have_count(0)
    links = page.locator("article a:visible:not(.md-content__button)")
    assert links.count() > 1
    for link in links.all():
        leads_to = link.evaluate("link => link.href")
        assert leads_to.startswith(address)
        assert page.request.get(leads_to).ok, leads_to


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.languages("ar")
def test_the_menu_and_the_languages_are_reached(look: Visit, address: str, width: int) -> None:
    page = look(path_of("country", "en"), javascript=False, width=width)
    if width == 390:
        page.get_by_role("button", name="Menu").click()
    page.locator(".atlas-doors a[href$='overview/']:visible").first.click()
    expect(page).to_have_url(address + path_of("overview", "en"))
    page.locator(".md-select").hover()
    page.locator(".md-select a[hreflang=ar]").click()
    expect(page).to_have_url(address + path_of("overview", "ar"))
