"""On a map that moves, what is over looks so and says so, and a choice takes it away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps import assets, interactive
from atlas.maps.static import StaticMaps
from atlas.model.vocabulary import State
from tests.browser import built_site
from tests.browser.scene_page import expect_drawn, name_markers, open_map, write_files
from tests.conftest import ROOT

OVER, PAUSED = ("over", State.ENDED), ("paused", State.PAUSED)
SCENE = Scene(
    "time",
    (
        Pin("apia", -13.83, -171.77, ("goes-on", "over"), states=(OVER,)),
        Pin("auckland", -36.85, 174.76, ("paused",), states=(PAUSED,)),
        Pin("honolulu", 21.31, -157.86, ("over", "paused"), states=(OVER, PAUSED)),
        Pin("suva", -18.14, 178.44, ("goes-on",)),
        Pin("tarawa", 1.33, 172.98, ("over",), states=(OVER,)),
    ),
    (
        Tie("goes-on", "twinning", "apia", "suva"),
        Tie("over", "network", "apia", "honolulu", State.ENDED),
        Tie("over", "network", "honolulu", "tarawa", State.ENDED),
        Tie("paused", "twinning", "auckland", "honolulu", State.PAUSED),
    ),
    ("FJ",),
)
"""All around ±180."""

TOWNS = [pin.place for pin in SCENE.pins]
NAMED = ("goes-on", "over")
"""The cooperations that the page has a link to."""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/maps/leaflet.css">
<link rel="stylesheet" href="assets/maps/atlas-map.css"></head><body><main><h1>Map</h1>
<a hreflang="fr" href="fr.html?a=b">Français</a><div class="atlas-map-block">
<div class="atlas-map" id="{element}" dir="ltr" role="region" aria-label="Map"
 data-zoom-in="Closer" data-zoom-out="Farther" data-reset="Everything"
 data-count-one="{{n}} cooperation" data-count-other="{{n}} cooperations"
 data-state-paused="Suspended" data-state-ended="Ended">{svg}<template>{links}</template></div>
<fieldset class="atlas-when atlas-map-when"><legend>Show</legend>
<label><input class="atlas-time" type="radio" name="a" value="ever" checked> Ever</label>
<label><input class="atlas-time" type="radio" name="a" value="now"> Now</label></fieldset>
<p class="atlas-not-now">Not shown: 1 ended</p>
<div class="atlas-downloads" data-of="{element}" data-title="Map">
<button type="button" data-save="svg">SVG</button></div></div>
<fieldset class="atlas-when"><legend>Show rows</legend>
<label><input type="radio" name="b" value="ever" checked> All rows</label>
<label><input type="radio" name="b" value="now"> Rows of now</label></fieldset></main>
<script src="assets/javascripts/atlas-map-time.js" type="module"></script>
<script src="assets/javascripts/atlas-downloads.js" type="module"></script>
<script defer src="assets/maps/leaflet.js"></script>
<script defer src="assets/maps/world.js"></script>
<script defer src="assets/maps/atlas-map.js"></script><script defer src="scene.js"></script>
</body></html>"""
SCRIPTS = [
    f"assets/javascripts/atlas-{name}.js" for name in ("map-time", "downloads", "pictures", "csv")
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a page with the map of the scene is served."""
    site = tmp_path_factory.mktemp("time")
    geojson = json.loads((ROOT / "data/world/countries.geo.json").read_text("utf-8"))
    still = StaticMaps(geojson)
    svg = still.svg(SCENE, title="Map", description="Towns.", names={}, root="")
    links = [f'<a data-place="{town}" href="#{town}">{town.title()}</a>' for town in TOWNS]
    links += [f'<a data-cooperation="{one}" href="#{one}">On {one}</a>' for one in NAMED]
    page = PAGE.format(element=interactive.element_id(SCENE), svg=svg, links="".join(links))
    contents = dict(assets.files(geojson)) | {
        "scene.js": interactive.script(SCENE, {}).encode(),
        "page.html": page.encode(),
        **{path: (ROOT / "overrides" / path).read_bytes() for path in SCRIPTS},
        **{path: text.encode() for path, text in still.take_backgrounds()},
    }
    write_files(site, contents)
    with built_site.serve(Path(site)) as url:
        yield url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with open_map(browser, f"{address}page.html") as page:
        yield page


def lines(page: Page) -> list[str]:
    found: list[str] = page.locator(".atlas-tie-hit").evaluate_all(
        "all => all.map((line) => line.ariaLabel)"
    )
    return sorted(found)


def test_lines_and_markers_say_how_they_stand(page: Page) -> None:
    assert lines(page) == [
        "Apia – Honolulu, On over, Ended",
        "Apia – Suva, On goes-on",
        "Auckland – Honolulu, 1 cooperation, Suspended",
        "Honolulu – Tarawa, On over, Ended",
    ]
    assert "Tarawa, 1 cooperation, Ended" in name_markers(page)
    assert "Suva, 1 cooperation" in name_markers(page)
    expect(page.locator(".atlas-pin-past")).to_have_count(1)
    expect(page.locator(".leaflet-pane .atlas-sign.atlas-state-ended")).to_have_count(2)
    page.get_by_role("button", name="Apia, 2 cooperations").press("Enter")
    said = page.get_by_role("dialog").inner_text().split("\n")
    assert [*filter(None, said)][:3] == ["Apia", "On goes-on", "On over (Ended)"]
    results = Axe().run(page)
    assert results.response["violations"] == []


def test_all_around_180_is_in_view_and_no_line_is_in_pieces(page: Page) -> None:
    for pin in page.locator(".atlas-pin").all():
        expect(pin).to_be_in_viewport(ratio=1)
    whole = page.locator(".atlas-tie-hit").evaluate_all(
        "all => all.map((line) => line.getAttribute('d').split('M').length - 1)"
    )
    assert whole == [1] * 4


def test_what_is_over_is_taken_away_and_the_address_keeps_that(page: Page) -> None:
    now = page.get_by_label("Now", exact=True)
    now.focus()
    now.press("Space")
    expect(page.locator(".atlas-tie-hit")).to_have_count(2)
    assert not any("Ended" in name for name in [*name_markers(page), *lines(page)])
    assert "Apia, 1 cooperation" in name_markers(page)
    expect(page.locator(".atlas-map-status")).to_have_text("Not shown: 1 ended")
    expect(page.get_by_label("Rows of now")).to_be_checked()
    assert page.url.endswith("page.html?state=now")
    assert str(page.locator("a[hreflang]").get_attribute("href")).endswith("fr.html?a=b&state=now")
    page.reload()
    expect_drawn(page)
    expect(page.locator(".atlas-tie-hit")).to_have_count(2)
    page.get_by_label("All rows").check()
    expect(page.locator(".atlas-tie-hit")).to_have_count(4)
    assert page.url.endswith("page.html")


def test_a_saved_picture_shows_what_is_chosen_and_says_what_it_leaves_out(page: Page) -> None:
    def saved() -> str:
        with page.expect_download() as download:
            page.get_by_role("button", name="SVG").click()
        return download.value.path().read_text("utf-8")

    ever = saved()
    assert "Not shown" not in ever
    page.get_by_label("Now", exact=True).check()
    now = saved()
    assert ">Not shown: 1 ended</text>" in now
    assert 0 < now.count("<path") < ever.count("<path")
    assert 0 < now.count("<circle") < ever.count("<circle")


def test_the_picture_follows_without_a_script(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}page.html")
    over = page.locator(".atlas-still .atlas-state-ended")
    assert over.count() >= 3
    expect(over.first).to_be_visible()
    page.get_by_label("Now", exact=True).check()
    for one in over.all():
        expect(one).to_be_hidden()
    expect(page.locator(".atlas-still .atlas-tie").first).to_be_visible()
    page.close()
