"""No page is wider than the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import Visit
from tests.site_languages import LANGUAGES


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_never_scrolls_sideways(look: Visit, kind: str, language: str) -> None:
    page = look(path_of(kind, language), width=320)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("innerWidth") == width
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


BIG = "() => { document.documentElement.style.fontSize = '40px'; }"
"""Text of twice its size: the theme sets 20 px at the root."""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_text_of_twice_its_size_fits_a_small_phone(look: Visit, kind: str, language: str) -> None:
    page = look(path_of(kind, language), width=320)
    page.evaluate(BIG)
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, wide


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_opens_fits_a_small_phone_with_large_text_too(look: Visit, language: str) -> None:
    """The list of the languages once began left of the window, and names of the menu were cut."""
    page = look(path_of("country", language), width=320)
    page.evaluate(BIG)
    page.locator(".atlas-languages").focus()
    links = page.locator(".md-select a")
    expect(links.first).to_be_in_viewport(ratio=1)
    edges = (
        "links => links.map((link) => link.getBoundingClientRect()).map((b) => [b.left, b.right])"
    )
    assert all(0 <= left < right <= 320 for left, right in links.evaluate_all(edges))
    page.locator(".atlas-menu").click()
    menu = page.locator(".atlas-doors")
    expect(menu).to_be_visible()
    assert menu.evaluate("menu => menu.scrollWidth <= menu.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [720, 960, 1280])
def test_the_head_is_one_line_where_it_has_room(look: Visit, language: str, width: int) -> None:
    page = look(path_of("home", language), width=width)
    parts = [part.bounding_box() for part in page.locator(".md-header__inner > *:visible").all()]
    middles = [part["y"] + part["height"] / 2 for part in parts if part]
    assert len(middles) >= 4
    assert max(middles) - min(middles) < 6
    assert page.locator(".atlas-brand span").evaluate("name => name.getClientRects().length") == 1


BESIDE = """() => {
  const parts = [...document.querySelectorAll(".md-header__inner > *, .md-select > button")]
    .filter((one) => one.checkVisibility() && !one.matches(".md-select"));
  const edges = parts.map((one) => {
    const boxes = [one, ...one.querySelectorAll(".atlas-brand span")]
      .flatMap((each) => [...each.getClientRects()]);
    const all = (name, of) => of(...boxes.map((box) => box[name]));
    return [all("left", Math.min), all("right", Math.max), boxes[0].top, boxes[0].bottom];
  });
  return edges.flatMap(([left, right, top, bottom], at) => edges.slice(at + 1)
    .filter(([l, r, t, b]) => l < right - 4 && left < r - 4 && t < bottom - 4 && top < b - 4)
    .map(() => parts[at].className));
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_head_lies_over_another(look: Visit, language: str) -> None:
    """The Dutch name, which is one word, once ran into the list of the languages."""
    page = look(path_of("about", language), width=320)
    for width in (320, 360, 375, 390, 412, 480, 600, 719, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BESIDE) == [], width


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
def test_a_name_with_hyphens_is_whole_in_a_heading_that_has_room(look: Visit, width: int) -> None:
    """It is found and copied as it is written, too."""
    page = look(path_of("actor", "en"), width=width)
    heading = page.locator("h1")
    name = heading.locator("span").last
    expect(name).to_have_text("Saint-Josse-ten-Noode")
    lines = name.evaluate("name => name.getClientRects().length")
    assert (lines == 1) == (width >= 360)
    assert page.evaluate("find('Municipality of Saint-Josse-ten-Noode')")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    copied = page.evaluate("getSelection().toString().trim()")
    assert copied == "Municipality of Saint-Josse-ten-Noode"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.languages("ar")
def test_code_reads_from_left_to_right_in_arabic_too(look: Visit) -> None:
    code = look(path_of("contribute", "ar")).locator("article li code").first
    expect(code).to_have_css("direction", "ltr")
    expect(code).to_have_css("unicode-bidi", "isolate")
