"""The interactive map in a real browser: by pointer, by keyboard, in print, in two directions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps import assets, interactive, outlines
from atlas.maps.static import StaticMaps
from tests.browser import built_site
from tests.conftest import ROOT

Motion = Literal["reduce", "no-preference"]

WORLD = ROOT / "data" / "world" / "countries.geo.json"
SCENE = Scene(
    "country-ma",
    (
        Pin("eskisehir", 39.7767, 30.5206, ("genk-eskisehir",)),
        Pin("genk", 50.965, 5.5, ("genk-eskisehir", "genk-tangier")),
        Pin("tangier", 35.7595, -5.834, ("genk-tangier",)),
    ),
    (
        Tie("genk-eskisehir", "workshop", "genk", "eskisehir"),
        Tie("genk-tangier", "twinning", "genk", "tangier"),
    ),
    ("BE", "MA", "MT"),
)
HOSTILE = "<img src=x onerror=document.title='broken'>"
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Map</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'">
<link rel="stylesheet" href="assets/maps/leaflet.css">
<link rel="stylesheet" href="assets/maps/atlas-map.css">
<script defer src="assets/maps/leaflet.js"></script>
<script defer src="assets/maps/world.js"></script>
<script defer src="assets/maps/atlas-map.js"></script>
<script defer src="assets/maps/scenes/country-ma.js"></script></head>
<body dir="{dir}">
<div class="atlas-map" id="map_country_ma" dir="ltr" role="region" aria-label="Map"
 data-zoom-in="Closer" data-zoom-out="Farther" data-reset="Everything" data-close="Shut"
 data-count-one="{{n}} cooperation" data-count-two="{{n}} twice" data-count-other="{{n}} together">
{svg}<template><a href="#e" data-place="eskisehir">Eskişehir</a></template></div>
<ul class="atlas-legend"><li class="atlas-legend-tiny" hidden>too small to be seen</li></ul>
<table>
<tr data-cooperation="genk-tangier"><td><a href="#genk-tangier">{title}</a></td>
<td><a href="#genk" data-place="genk">Genk</a> <a href="#t" data-place="tangier">Tangier</a></td>
</tr>
<tr data-cooperation="genk-eskisehir"><td><a href="#genk-eskisehir">Genk and Eskişehir</a></td>
<td>Eskişehir</td></tr>
</table></body></html>"""


SLOWLY = """
  const soon = window.setTimeout;
  window.setTimeout = (then, after, ...rest) => soon(then, after || 300, ...rest);
"""
"""Every pause takes long enough to do something in it."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site with the map is served: en.html and ar.html."""
    site = tmp_path_factory.mktemp("site")
    geojson = json.loads(WORLD.read_text("utf-8"))
    still = StaticMaps(geojson)
    names = {"genk": "Genk", "tangier": "Tangier", "eskisehir": "Eskişehir"}
    svg = still.svg(SCENE, title="Map", description="Three towns.", names=names, root="")
    contents = dict(assets.files(geojson))
    script = interactive.script(SCENE, outlines.bounds(geojson))
    contents["assets/maps/scenes/country-ma.js"] = script.encode()
    contents |= {path: text.encode() for path, text in still.take_backgrounds()}
    title = HOSTILE.replace("<", "&lt;")
    for lang, direction in (("en", "ltr"), ("ar", "rtl")):
        page = PAGE.format(lang=lang, dir=direction, svg=svg, title=title)
        contents[f"{lang}.html"] = page.encode()
    for path, content in contents.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    with built_site.serve(site) as url:
        yield url


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The English page, its map drawn; a fault or a foreign request fails the test."""
    yield from opened(browser, address, "en.html", getattr(request, "param", "reduce"))


def opened(browser: Browser, address: str, name: str, motion: Motion = "reduce") -> Iterator[Page]:
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    def ask(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            faults.append(request.url)

    page = browser.new_page(viewport={"width": 1000, "height": 1200}, reduced_motion=motion)
    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", ask)
    page.goto(address + name)
    expect(page.locator(".atlas-pin")).to_have_count(3)
    yield page
    page.close()
    assert faults == []


def test_a_map_that_cannot_be_drawn_leaves_its_picture(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/world.js", lambda route: route.fulfill(body="AtlasWorld = {features: [{}]};"))
    with page.expect_event("pageerror"):
        page.goto(address + "en.html")
    expect(page.get_by_role("img", name="Map")).to_be_visible()
    expect(page.locator(".leaflet-pane")).to_have_count(0)
    page.close()


def test_a_map_that_is_still_drawn_is_not_moved(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 1200}, reduced_motion="reduce")
    page.add_init_script(SLOWLY)
    page.goto(address + "en.html", wait_until="commit")
    drawing = page.locator(".atlas-map.atlas-drawing")
    expect(drawing).to_be_attached()
    across = drawing.bounding_box()
    assert across
    x, y = across["x"] + across["width"] / 2, across["y"] + across["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y + 100, steps=5)
    page.mouse.up()
    expect(drawing).to_be_attached()
    expect(drawing).to_have_count(0, timeout=20_000)
    moved = [marker.bounding_box() for marker in page.locator(".atlas-pin").all()]
    page.get_by_role("button", name="Everything").click()
    assert [marker.bounding_box() for marker in page.locator(".atlas-pin").all()] == moved
    page.close()


def test_markers_are_buttons_named_by_place_and_count(page: Page) -> None:
    for name in ("Genk, 2 together", "Tangier, 1 cooperation", "Eskişehir, 1 cooperation"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("tabindex", "0")


def test_the_controls_speak_the_language_of_the_page(page: Page) -> None:
    for name in ("Closer", "Farther", "Everything"):
        expect(page.get_by_role("button", name=name)).to_be_visible()


@pytest.mark.parametrize("page", ["reduce", "no-preference"], indirect=True)
def test_the_keyboard_opens_walks_and_closes_a_popup(page: Page) -> None:
    genk = page.get_by_role("button", name="Genk, 2 together")
    genk.focus()
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog", name="Genk")
    expect(popup.get_by_role("link", name="Genk and Eskişehir")).to_be_visible()
    expect(genk).to_have_attribute("aria-expanded", "true")
    expect(popup).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Genk: 2 together")
    expect(popup.get_by_role("button", name="Shut")).to_be_visible()
    page.keyboard.press("Tab")
    expect(popup.get_by_role("link", name="Genk", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(genk).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(genk).to_be_focused()
    expect(genk).to_have_attribute("aria-expanded", "false")


def test_tab_leaves_a_popup_for_the_next_marker(page: Page) -> None:
    page.get_by_role("button", name="Genk, 2 together").focus()
    page.keyboard.press("Enter")
    for _ in range(5):  # place, two cooperations, the closing button, and on
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Tangier, 1 cooperation")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_popup_leads_to_the_cooperation(page: Page) -> None:
    page.get_by_role("button", name="Eskişehir, 1 cooperation").click()
    page.get_by_role("dialog").get_by_role("link", name="Genk and Eskişehir").click()
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#genk-eskisehir")


def test_words_of_a_record_are_never_markup(page: Page) -> None:
    page.get_by_role("button", name="Tangier, 1 cooperation").click()
    expect(page.get_by_role("dialog").get_by_role("link", name=HOSTILE)).to_be_visible()
    assert page.locator("img").count() == 0
    assert page.title() == "Map"


def test_a_row_lights_its_line_and_a_marker_its_rows(page: Page) -> None:
    lit_line = page.locator("path.atlas-tie.atlas-lit")
    page.locator("tr[data-cooperation=genk-tangier]").hover()
    expect(lit_line).to_have_count(1)
    expect(lit_line).to_have_class("atlas-tie atlas-form-twinning atlas-lit")
    page.get_by_role("link", name="Genk and Eskişehir").focus()
    expect(lit_line).to_have_class("atlas-tie atlas-form-workshop atlas-lit")
    page.get_by_role("button", name="Genk, 2 together").focus()
    expect(page.locator("tr.atlas-lit")).to_have_count(2)
    page.mouse.move(900, 1190)
    expect(page.locator(".atlas-lit")).to_have_count(0)


def test_pointing_at_a_line_lights_its_row_and_a_click_opens_it(page: Page) -> None:
    x, y = page.evaluate(
        """() => {
          const line = document.querySelectorAll('.atlas-tie-hit')[1];
          const middle = line.getPointAtLength(line.getTotalLength() / 2);
          const { x, y } = middle.matrixTransform(line.getScreenCTM());
          return [x, y];
        }"""
    )
    page.mouse.move(x, y)
    lit = page.locator("tr.atlas-lit")
    expect(lit).to_have_count(1)
    name = lit.get_by_role("link").first.text_content() or ""
    page.mouse.click(x, y)
    expect(page.get_by_role("dialog").get_by_role("link", name=name)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_keyboard_opens_a_line_and_comes_back_to_it(page: Page) -> None:
    line = page.get_by_role("button", name="Genk – Eskişehir, Genk and Eskişehir")
    line.focus()
    expect(page.locator("tr.atlas-lit")).to_have_count(1)
    expect(page.locator(".leaflet-tooltip")).to_be_visible()
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog", name="Genk – Eskişehir")
    page.keyboard.press("Tab")
    expect(popup.get_by_role("link", name="Genk", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(line).to_be_focused()


def test_a_tiny_shaded_country_is_a_dot_until_it_can_be_seen(page: Page) -> None:
    dots = page.locator(".leaflet-pane .atlas-shaded-dot")
    legend = page.get_by_text("too small to be seen")
    expect(dots).to_have_count(1)  # Malta
    expect(legend).to_be_visible()
    for _ in range(4):
        page.get_by_role("button", name="Closer").click()
    expect(dots).to_have_count(0)
    expect(legend).to_be_hidden()
    page.get_by_role("button", name="Everything").click()
    expect(dots).to_have_count(1)
    expect(legend).to_be_visible()


def test_lines_do_not_wobble_at_any_zoom(page: Page) -> None:
    """A great circle bends one way, or to the other side once: where it crosses the equator."""
    turns = """() => [...document.querySelectorAll('.leaflet-pane .atlas-tie')].map((line) => {
      const points = line.getAttribute('d').match(/-?[\\d.]+/g).map(Number);
      const angles = [];
      for (let at = 4; at < points.length; at += 2) {
        const [ax, ay, bx, by, cx, cy] = points.slice(at - 4, at + 2);
        const before = Math.atan2(by - ay, bx - ax);
        const after = Math.atan2(cy - by, cx - bx);
        angles.push(Math.atan2(Math.sin(after - before), Math.cos(after - before)));
      }
      const bends = angles.filter((angle) => Math.abs(angle) > 0.02).map(Math.sign);
      const swaps = bends.filter((sign, at) => at && sign !== bends[at - 1]).length;
      return [points.length, swaps, Math.max(0, ...angles.map(Math.abs))];
    })"""
    assert all(count > 20 for count, *_ in page.evaluate(turns))
    for _ in range(4):
        found = page.evaluate(turns)
        assert len(found) == 2
        for _, swaps, sharpest in found:
            assert swaps <= 1
            assert sharpest < 0.2
        page.get_by_role("button", name="Closer").click()
        page.get_by_role("button", name="Closer").click()


def test_accessibility_rules_find_no_fault(page: Page) -> None:
    page.get_by_role("button", name="Genk, 2 together").click()
    assert Axe().run(page, context=".atlas-map").response["violations"] == []


def test_the_static_map_gives_way_and_comes_back_in_print(page: Page) -> None:
    still, live = page.locator(".atlas-still"), page.locator(".leaflet-map-pane")
    expect(still).to_be_hidden()
    page.emulate_media(media="print")
    expect(still).to_be_visible()
    expect(live).to_be_hidden()


def test_without_script_the_static_map_stands(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + "en.html")
    expect(page.get_by_role("img", name="Map")).to_be_visible()
    page.close()


def test_from_right_to_left_the_popup_follows_and_the_map_does_not(
    browser: Browser, address: str
) -> None:
    for page in opened(browser, address, "ar.html"):
        marker = page.get_by_role("button", name="Genk, 2 twice")
        marker.click()
        expect(page.locator(".leaflet-popup-content > div")).to_have_attribute("dir", "rtl")
        west = page.get_by_role("button", name="Tangier, 1").bounding_box()
        east = page.get_by_role("button", name="Eskişehir, 1").bounding_box()
        assert west
        assert east
        assert west["x"] < east["x"]


def test_one_finger_scrolls_the_page_past_the_map(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + "en.html")
    box = page.locator(".atlas-map")
    expect(page.locator(".atlas-pin")).to_have_count(3)
    assert box.evaluate("map => getComputedStyle(map).touchAction") == "pan-x pan-y"
    assert "leaflet-touch-drag" not in (box.get_attribute("class") or "")
    context.close()


def test_on_a_phone_a_popup_comes_from_below_and_shows_all_of_its_text(
    browser: Browser, address: str
) -> None:
    """Once its closing button was covered, and it showed a fifth of its text."""
    context = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto(address + "en.html")
    marker = page.get_by_role("button", name="Genk, 2 together")
    marker.tap()
    popup = page.get_by_role("dialog", name="Genk")
    expect(popup).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Genk: 2 together")
    room = popup.bounding_box()
    assert room
    assert (room["x"], room["width"], room["y"] + room["height"]) == (0, 390, 700)
    shut = popup.get_by_role("button", name="Shut")
    on_top = """button => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === button && width >= 44;
    }"""
    assert shut.evaluate(on_top)
    popup.locator("li").last.scroll_into_view_if_needed()
    expect(popup.locator("li").last).to_be_in_viewport(ratio=1)
    shut.tap()
    expect(popup).to_have_count(0)
    expect(marker).to_be_focused()
    marker.tap()
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(marker).to_be_focused()
    marker.tap()
    page.touchscreen.tap(300, 40)
    expect(popup).to_have_count(0)
    context.close()


def test_markers_and_controls_grow_with_the_letters(page: Page) -> None:
    """Once a button of 30 pixels stood beside letters of 29."""
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    page.get_by_role("button", name="Everything").click()
    page.get_by_role("button", name="Closer").click()
    for control in page.locator(".leaflet-bar a").all():
        size = control.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 60
    dot = page.locator(".atlas-pin-many").first.bounding_box()
    assert dot
    assert dot["height"] == pytest.approx(44, abs=0.5)
