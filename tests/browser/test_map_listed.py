"""What registers list on a map that moves: apart, found, named, and taken away by a switch."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from atlas.maps import assets, interactive, legend
from atlas.maps.static import StaticMaps
from tests.browser import built_site
from tests.browser.scene_page import expect_drawn, name_markers, open_map, write_files
from tests.conftest import ROOT
from tests.maps import listed_scene

HOSTILE = '<img src=x onerror="document.title=1">'
SCENE = listed_scene.scene(
    [
        ("genk", "houffalize"),
        ("houffalize", "turi-ee"),
        ("gabrovo-bg", "genk"),
        ("bree", "turi-ee"),
    ],
    [("genk", "tangier")],
    listed_scene.TOWNS | {"bree": (51.14, 5.6), "houffalize": (44.0, 9.0)},
)
"""Bree lies close to Genk."""
NAMES = {
    "bree": "Bree",
    "genk": ["Genk", "", "actors/genk/"],
    "gabrovo-bg": ["Габрово", "bg", ""],
    "houffalize": HOSTILE,
    "tangier": "Tangier",
    "turi-ee": "Türi",
}
TEXTS = {
    "names": [NAMES[place] for place in interactive.places(SCENE)],
    "pairs": interactive.pairs(SCENE),
    "said": ["Listed by A (2017), not checked", "Listed by B (2019), not checked"],
    "by": [0, 0, 0, 1],
}
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Map</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'">
<link rel="stylesheet" href="assets/maps/atlas-map.css"></head><body><main><h1>Map</h1>
<div class="atlas-map-block">
<div class="atlas-map" id="{element}" data-scene="{scene}" dir="ltr" role="region" aria-label="Map"
 data-zoom-in="Closer" data-zoom-out="Farther" data-reset="Everything" data-base="en/"
 data-count-one="{{n}} cooperation" data-count-other="{{n}} cooperations"
 data-listed-one="{{n}} listed tie" data-listed-other="{{n}} listed ties"
 data-unchecked="Nobody has checked it" data-listed="assets/maps/scenes/{scene}.en.json">
{svg}<template>{links}</template></div>
<ul class="atlas-legend"><li><label><input class="atlas-listed-switch" type="checkbox" checked>
{sample} Listed</label></li></ul></div>
<div class="atlas-downloads" data-of="{element}" data-title="Map">
<button type="button" data-save="svg">SVG</button></div></main>
<script src="assets/javascripts/atlas-map-start.js" type="module"></script>
<script src="assets/javascripts/atlas-downloads.js" type="module"></script></body></html>"""
LINKS = """<select aria-label="Zoom to a country"><option value="">Zoom to a country</option>
<option value="BE">Belgium</option></select>
<a data-place="genk" href="en/actors/genk/">Genk</a>
<a data-place="tangier" href="en/places/tangier/">Tangier</a>
<a data-cooperation="genk-tangier" href="en/cooperations/genk-tangier/">Genk and Tangier</a>"""
SCRIPTS = ("atlas-map-start", "atlas-downloads", "atlas-pictures", "atlas-csv")
INKED = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, at) => at % 4 === 3 && value > 0);
}"""
SHOWN = ".leaflet-atlas-listed-pane .atlas-crowd:not(.atlas-crowd-spare)"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a page with the map of the scene is served."""
    site = tmp_path_factory.mktemp("listed")
    geojson = json.loads((ROOT / "data/world/countries.geo.json").read_text("utf-8"))
    still = StaticMaps(geojson)
    svg = still.svg(SCENE, title="Map", description="Towns.", names={}, root="")
    scenes = f"{assets.FOLDER}/scenes/{SCENE.name}"
    scripts = [f"assets/javascripts/{name}.js" for name in SCRIPTS]
    page = PAGE.format(
        element=interactive.element_id(SCENE),
        scene=SCENE.name,
        svg=svg,
        sample=legend.listed_sample(),
        links=LINKS,
    )
    fetching = page.replace(f"<template>{LINKS}</template>", "").replace(
        " data-unchecked", ' data-names="names.json" data-unchecked'
    )
    contents = dict(assets.files(geojson)) | {
        f"{scenes}.js": interactive.script(SCENE, {}).encode(),
        f"{scenes}.en.json": json.dumps(TEXTS).encode(),
        **{path: (ROOT / "overrides" / path).read_bytes() for path in scripts},
        "page.html": page.encode(),
        "names.json": json.dumps(LINKS).encode(),
        "fetching.html": fetching.encode(),
        "nameless.html": page.replace(".en.json", ".no.json").encode(),
        **{path: text.encode() for path, text in still.take_backgrounds()},
    }
    write_files(site, contents)
    with built_site.serve(site) as url:
        yield url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with open_map(browser, f"{address}page.html") as page:
        yield page


def test_a_map_that_fetches_its_names_is_the_one_of_a_page_that_holds_them(
    page: Page, browser: Browser, address: str
) -> None:
    choice = page.get_by_role("combobox", name="Zoom to a country")
    with open_map(browser, f"{address}fetching.html") as other:
        assert name_markers(other) == name_markers(page)
        again = other.get_by_role("combobox", name="Zoom to a country")
        assert again.inner_text() == choice.inner_text()
        box = ".leaflet-container"
        assert other.locator(box).inner_text() == page.locator(box).inner_text()


BOTH = sorted(
    [
        "Genk, 1 cooperation, 3 listed ties",
        "Tangier, 1 cooperation",
        f"{HOSTILE}, 2 listed ties",
        "Türi, 2 listed ties",
        "Габрово, 1 listed tie",
    ]
)


def test_markers_count_both_tiers_apart_and_look_different(page: Page) -> None:
    assert name_markers(page) == BOTH
    expect(page.locator(".atlas-pin-listed")).to_have_count(3)
    for town in ("Genk", "Tangier"):
        look = page.locator(f'.atlas-pin[aria-label^="{town}"] .atlas-pin-dot')
        expect(look).to_have_class("atlas-pin-dot")
        expect(look).to_have_text("")


def test_the_lines_are_on_a_canvas_below_those_of_cooperations(page: Page) -> None:
    canvas = page.locator(SHOWN).first
    page.wait_for_function(f"canvas => ({INKED})(canvas)", arg=canvas.element_handle())
    assert page.evaluate(
        """() => {
          const level = (name) => Number(getComputedStyle(document.querySelector(name)).zIndex);
          return level(".leaflet-atlas-listed-pane") < level(".leaflet-overlay-pane");
        }"""
    )
    expect(page.locator(".leaflet-overlay-pane .atlas-tie")).to_have_count(1)


def test_a_place_that_is_reached_lights_its_lines(page: Page) -> None:
    page.get_by_role("button", name="Türi").focus()
    expect(page.locator(".atlas-has-lit")).to_have_count(1)
    lit = page.locator(".leaflet-atlas-listed-pane .atlas-crowd").last
    expect(lit).to_be_visible()
    assert lit.evaluate(INKED)
    page.get_by_role("button", name="Closer").focus()
    expect(page.locator(".atlas-has-lit")).to_have_count(0)
    expect(lit).to_be_hidden()


def test_the_keyboard_opens_a_listed_place_and_reaches_its_page(page: Page) -> None:
    page.get_by_role("button", name="Türi").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Türi 2 listed ties")
    expect(dialog).to_contain_text("Nobody has checked it")
    page.keyboard.press("Tab")
    link = dialog.get_by_role("link", name="Türi")
    expect(link).to_be_focused()
    expect(link).to_have_attribute("href", "en/places/turi-ee/")


def test_a_place_of_both_tiers_tells_them_apart(page: Page) -> None:
    page.get_by_role("button", name="Genk, 1").press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("link")).to_have_text(["Genk", "Genk and Tangier", "Bree"])
    expect(dialog).to_contain_text("2 listed ties")
    expect(dialog).to_contain_text("Bree 1 listed tie")


def test_names_are_text_and_marked_with_their_language(page: Page) -> None:
    page.get_by_role("button", name="Габрово").press("Enter")
    link = page.get_by_role("dialog").get_by_role("link", name="Габрово")
    expect(link).to_have_attribute("lang", "bg")
    page.get_by_role("button", name="onerror").press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text(HOSTILE)
    assert page.title() == "Map"


def test_a_line_under_the_pointer_says_who_lists_it_and_leads_to_its_row(page: Page) -> None:
    ends = [
        page.locator(f'.atlas-pin[aria-label^="{name}"]').bounding_box()
        for name in (HOSTILE.replace('"', '\\"'), "Türi")
    ]
    assert all(ends)
    # A line bends to the north: look for it from the middle of the straight one upwards.
    x, y = (sum(end[side] + 12 for end in ends if end) / 2 for side in ("x", "y"))
    tooltip = page.locator(".leaflet-tooltip")
    for lift in range(0, 60, 3):
        page.mouse.move(x, y - lift)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        if "Türi" in " ".join(tooltip.all_inner_texts()):
            break
    expect(tooltip).to_contain_text(f"{HOSTILE} – Türi")
    expect(tooltip).to_contain_text("Listed by B")
    page.mouse.click(x, y - lift)
    row = page.get_by_role("dialog").get_by_role("link", name="Listed by B")
    expect(row).to_have_attribute("href", "en/places/houffalize/#houffalize-turi-ee")


def test_the_switch_takes_all_of_it_away_and_is_remembered(page: Page) -> None:
    switch = page.get_by_role("checkbox", name="Listed")
    before = page.locator(".atlas-pin:not(:has(.atlas-pin-listed))").count()
    switch.focus()
    page.keyboard.press("Space")
    assert name_markers(page) == ["Genk, 1 cooperation", "Tangier, 1 cooperation"]
    assert before == 2
    canvas = page.locator(SHOWN).first
    page.wait_for_function(f"canvas => !({INKED})(canvas)", arg=canvas.element_handle())
    page.reload()
    expect_drawn(page)
    expect(switch).not_to_be_checked()
    assert name_markers(page) == ["Genk, 1 cooperation", "Tangier, 1 cooperation"]
    switch.click()
    assert name_markers(page) == BOTH


def saved(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()
    return download.value.path().read_text("utf-8")


def test_a_picture_to_take_home_has_it_as_the_switch_says(page: Page) -> None:
    dashes = page.locator(".atlas-legend .atlas-form-listed").evaluate(
        "(path) => getComputedStyle(path).strokeDasharray"
    )
    whole = saved(page)
    assert whole.count(f'stroke-dasharray="{dashes}"') == 2  # the lines, and their sample
    assert ">Listed<" in whole
    page.get_by_role("checkbox", name="Listed").uncheck()
    without = saved(page)
    assert dashes not in without
    assert ">Listed<" not in without


def test_no_fault_is_found_by_axe(page: Page) -> None:
    page.get_by_role("button", name="Türi").press("Enter")
    assert Axe().run(page).response["violations"] == []


def test_without_the_names_places_are_called_by_their_ids(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}nameless.html")
    expect_drawn(page)
    assert "turi-ee, 2 listed ties" in name_markers(page)
    page.close()


def test_without_script_the_switch_takes_it_from_the_picture(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}page.html")
    listed = page.locator(".atlas-still :is(.atlas-form-listed, .atlas-listed-dots)")
    expect(listed).to_have_count(2)
    for part in listed.all():
        expect(part).to_be_visible()
    page.get_by_role("checkbox", name="Listed").uncheck()
    for part in listed.all():
        expect(part).to_be_hidden()
    expect(page.locator(".atlas-still .atlas-form-twinning")).to_be_visible()
    expect(page.locator(".atlas-legend .atlas-form-listed")).not_to_have_css("display", "none")
    page.close()


def test_with_forced_colours_both_tiers_are_seen(browser: Browser, address: str) -> None:
    page = browser.new_page(forced_colors="active", java_script_enabled=False)
    page.goto(f"{address}page.html")
    looks = [
        page.locator(f".atlas-still .atlas-form-{form}").evaluate(
            "(path) => { const { stroke, strokeDasharray } = getComputedStyle(path);"
            " return [stroke, strokeDasharray]; }"
        )
        for form in ("listed", "twinning")
    ]
    assert looks[0][0] != looks[1][0]
    assert looks[0][1] != looks[1][1]
    page.close()
