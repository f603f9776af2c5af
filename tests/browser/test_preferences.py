"""What a visitor asks of every site: more contrast, own colours, no movement, and any width."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Visit

MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  ["", "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(element, part || null);
    const moves = style.animationName !== "none"
      || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    return moves ? [`${element.tagName}.${element.className}${part}`] : [];
  }))"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address) as context:
        yield context.new_page()


@contextmanager
def opened(browser: Browser, address: str, **wishes: Any) -> Iterator[Page]:
    """A page for a visitor who has set these wishes."""
    with browser.new_context(base_url=address, **wishes) as context:
        yield context.new_page()


def style(page: Page, selector: str, name: str) -> str:
    value: str = page.locator(selector).first.evaluate(
        "(element, name) => getComputedStyle(element).getPropertyValue(name)", name
    )
    return value


@pytest.mark.parametrize("kind", ["home", "cooperation", "cooperations", "overview", "search"])
def test_nothing_moves_by_itself(page: Page, kind: str) -> None:
    page.goto(path_of(kind, "en"))
    assert page.evaluate(MOVING), "the theme has movements to stop"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_draws_more(page: Page, scheme: str) -> None:
    asked = {
        ".atlas-still .atlas-tie": "stroke-width",
        ".atlas-still .atlas-land": "fill",
        ".atlas-where": "color",
        ".md-typeset a": "color",
    }
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path_of("cooperation", "en"))
    before = {selector: style(page, selector, name) for selector, name in asked.items()}
    page.emulate_media(contrast="more")
    for selector, name in asked.items():  # a colour changes in steps
        expect(page.locator(selector).first).not_to_have_css(name, before[selector])


def test_in_the_visitors_own_colours_nothing_is_said_by_a_background(
    browser: Browser, address: str
) -> None:
    with opened(browser, address, forced_colors="active") as page:
        page.goto("countries/be/")
        ground = style(page, "body", "background-color")
        for selector, name in {
            ".atlas-bar": "background-color",
            ".atlas-still .atlas-tie": "stroke",
            ".atlas-doors a[aria-current]": "border-bottom-color",
            ".atlas-map": "border-top-color",
        }.items():
            assert style(page, selector, name) != ground, selector
        ties = page.locator(".atlas-legend .atlas-tie:not(.atlas-tie-any)")
        dashes = [
            tie.evaluate("tie => getComputedStyle(tie).strokeDasharray") for tie in ties.all()
        ]
        assert len(set(dashes)) == len(dashes) > 1, "colour alone tells the ties apart"
        states = page.locator(".atlas-legend .atlas-tie-any")
        drawn = [state.get_attribute("d") for state in states.all()]
        assert len(set(drawn)) == len(drawn) > 1, "colour alone tells their states apart"
        for selector in (".md-header button", "article table button", "article a"):
            page.locator(selector).locator("visible=true").first.focus()
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Tab")
            assert style(page, ":focus-visible", "outline-style") == "solid", selector
            assert style(page, ":focus-visible", "outline-color") != ground, selector


@pytest.mark.parametrize(
    "kind", ["home", "cooperation", "country", "cooperations", "overview", "about"]
)
def test_on_a_wall_of_pixels_text_stays_readable(look: Visit, kind: str) -> None:
    page = look(path_of(kind, "en"))
    sizes = []
    for width in (1280, 1920, 2560, 3840):
        page.set_viewport_size({"width": width, "height": width * 9 // 16})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        sizes.append(float(style(page, "article", "font-size").removesuffix("px")))
        texts = page.locator("article p:visible").all()
        assert texts
        for text in texts[:5]:
            measure = text.evaluate("p => p.offsetWidth / parseFloat(getComputedStyle(p).fontSize)")
            assert measure <= 60, f"a line of {measure:.0f} em at {width} px"
    assert sizes == sorted(set(sizes)), "letters grow with the screen"
    assert page.evaluate("document.querySelector('article').offsetWidth") > 3840 / 2
