"""The map of a country on its page in a site: drawn, read and walked through."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Visit
from tests.conftest import ROOT

TWINNING = "saint-josse-tangier"
ORIENTAL = "Social action in the Oriental region with Bni Mathar, Aïn Beni Mathar and Jerada"
TIES = {
    ("Twinning between Saint-Josse-ten-Noode and Tangier", "Saint-Josse-ten-Noode", "Tangier"),
    (ORIENTAL, "Aïn Beni Mathar", "Saint-Josse-ten-Noode"),
    (ORIENTAL, "Jerada Province", "Saint-Josse-ten-Noode"),
}
"""Who has a tie with whom in Morocco. The fourth, Bni Mathar, has no known point."""

LAND_SHARE = """
async ([png, land]) => {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const wanted = [1, 3, 5].map((at) => parseInt(land.slice(at, at + 2), 16));
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((value, channel) => data[at + channel] === value)) found += 4;
  }
  return found / data.length;
}
"""


@pytest.fixture(scope="module")
def address(small: str) -> str:
    """The small site is visited."""
    return small


@pytest.fixture
def page(visit: Visit) -> Page:
    """Morocco, its map drawn."""
    return drawn(visit("countries/ma/"))


def drawn(page: Page) -> Page:
    expect(page.locator(".atlas-pin").first).to_be_visible()
    return page


def row(page: Page, cooperation: str) -> Locator:
    return page.locator(f"tr[data-cooperation={cooperation}]")


def tab_to(page: Page, element: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if element.evaluate("element => element === document.activeElement"):
            return
    expect(element).to_be_focused()


def test_there_is_a_line_for_every_tie_that_exists_and_no_other(page: Page) -> None:
    expect(page.locator(".leaflet-pane .atlas-tie")).to_have_count(len(TIES))
    found = set()
    for line in page.locator(".atlas-tie-hit").all():
        line.dispatch_event("mouseover", {"bubbles": True})
        places, cooperation = page.locator(".leaflet-tooltip > div > div").all_inner_texts()
        found.add((cooperation, *sorted(places.split(" – "))))
        line.dispatch_event("mouseout", {"bubbles": True})
        expect(page.locator(".leaflet-tooltip")).to_have_count(0)
    assert found == TIES


def test_tab_reaches_a_marker_enter_opens_and_escape_brings_back(page: Page) -> None:
    marker = page.get_by_role("button", name="Tangier, 1 cooperation", exact=True)
    tab_to(page, marker)
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog", name="Tangier")
    expect(popup).to_be_visible()
    expect(marker).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert popup.evaluate("popup => popup.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(marker).to_be_focused()
    expect(marker).to_have_attribute("aria-expanded", "false")


def test_a_popup_leads_to_the_cooperation(page: Page, address: str) -> None:
    page.get_by_role("button", name="Saint-Josse-ten-Noode, 2 cooperations").press("Enter")
    popup = page.get_by_role("dialog", name="Saint-Josse-ten-Noode")
    title = row(page, TWINNING).locator("th").inner_text()
    expect(popup.locator("li")).to_have_count(2)
    popup.get_by_role("link", name=title).press("Enter")
    expect(page).to_have_url(f"{address}cooperations/{TWINNING}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_pointing_at_a_row_lights_up_its_line_alone(page: Page) -> None:
    expect(page.locator(".atlas-lit")).to_have_count(0)
    row(page, TWINNING).hover()
    expect(row(page, TWINNING)).to_have_class(re.compile(r"\batlas-lit\b"))
    lit = page.locator(".atlas-tie.atlas-lit")
    expect(lit).to_have_count(1)
    expect(lit).to_have_class(re.compile(r"\batlas-form-twinning\b"))
    expect(page.locator("tr.atlas-lit")).to_have_count(1)


def test_pointing_at_a_line_lights_up_its_row(page: Page) -> None:
    page.locator(".atlas-tie-hit").last.dispatch_event("pointerover", {"bubbles": True})
    lit = page.locator("tr.atlas-lit")
    expect(lit).to_have_count(1)
    expect(page.locator(".atlas-tie.atlas-lit")).not_to_have_count(0)


def test_the_keyboard_can_pass_the_map_by(page: Page) -> None:
    skip = page.get_by_role("link", name="Skip the map")
    tab_to(page, skip)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert not page.locator(".atlas-map").evaluate("map => map.contains(document.activeElement)")
    assert page.locator("#after-map").evaluate(
        "end => end.compareDocumentPosition(document.activeElement) & "
        "Node.DOCUMENT_POSITION_FOLLOWING"
    )


@pytest.mark.languages("ar")
def test_an_arabic_popup_runs_from_right_to_left(visit: Visit) -> None:
    page = drawn(visit(path_of("country", "ar")))
    page.locator(".atlas-pin").first.press("Enter")
    popup = page.get_by_role("dialog")
    expect(popup.locator(".atlas-popup-text")).to_have_css("direction", "rtl")
    expect(popup.locator("a").first).to_have_text(re.compile(r"[\u0600-\u06ff]"))
    box, text = page.locator(".atlas-map").bounding_box(), popup.bounding_box()
    assert box
    assert text
    assert box["x"] <= text["x"]
    assert text["x"] + text["width"] <= box["x"] + box["width"]


@pytest.mark.parametrize("kind", ["country", "cooperation", "home"])
@pytest.mark.parametrize("width", [1280, 390])
def test_without_a_script_the_picture_shows_the_land(
    visit: Visit, browser: Browser, kind: str, width: int
) -> None:
    page = visit(path_of(kind, "en"), javascript=False, width=width)
    still = page.locator("svg.atlas-still")
    expect(still).to_be_visible()
    assert still.locator("use").count() > 0
    css = (ROOT / "hooks" / "atlas" / "maps" / "colours.css").read_text()
    land = re.search(r"--atlas-land: (#\w{6});", css)
    assert land
    with browser.new_context() as context:
        png = base64.b64encode(still.screenshot()).decode()
        share = context.new_page().evaluate(LAND_SHARE, [png, land[1]])
    assert share > 0.1
