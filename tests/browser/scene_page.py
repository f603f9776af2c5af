"""Pages with one interactive map and nothing else, for scenes that a test makes up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from atlas.graph.scene import Scene
from atlas.maps import assets, interactive
from tests.conftest import ROOT

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/maps/leaflet.css">
<link rel="stylesheet" href="assets/maps/atlas-map.css"></head><body>
<div class="atlas-map" id="{element}" role="region" aria-label="Map" data-zoom-in="Closer"
 data-zoom-out="Farther" data-reset="Everything" data-count-one="just one"
 data-count-other="{{n}} together"><template>{links}</template></div>
<script src="assets/maps/leaflet.js"></script><script src="assets/maps/world.js"></script>
<script src="assets/maps/atlas-map.js"></script><script src="{scene}.js"></script>
</body></html>"""


def write(site: Path, scenes: Iterable[Scene]) -> None:
    """Write <name>.html for each scene, and all files that it needs.

    A place is called by its id in capitals, a cooperation "On <id>".
    """
    geojson = json.loads((ROOT / "data" / "world" / "countries.geo.json").read_text("utf-8"))
    contents = dict(assets.files(geojson))
    for scene in scenes:
        contents[f"{scene.name}.js"] = interactive.script(scene, {}).encode()
        contents[f"{scene.name}.html"] = _page(scene).encode()
    write_files(site, contents)


def write_files(site: Path, contents: Mapping[str, bytes]) -> None:
    """Write what each path below the site is to hold."""
    for path, content in contents.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


@contextmanager
def open_map(browser: Browser, url: str) -> Iterator[Page]:
    """A page with its map drawn; a fault on the page fails the test."""
    faults: list[str] = []
    page = browser.new_page(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(url)
    expect_drawn(page)
    yield page
    page.close()
    assert faults == []


def expect_drawn(page: Page) -> None:
    """Wait until the map is drawn."""
    expect(page.locator(".leaflet-container:not(.atlas-drawing)")).to_be_visible()


def name_markers(page: Page) -> list[str]:
    """What the markers on the map are called, sorted."""
    found: list[str] = page.locator(".atlas-pin").evaluate_all("all => all.map((p) => p.ariaLabel)")
    return sorted(found)


def _page(scene: Scene) -> str:
    places = [pin.place for pin in scene.pins]
    cooperations = sorted({each for pin in scene.pins for each in pin.cooperations})
    links = [f'<a data-place="{one}" href="#{one}">{escape(one.title())}</a>' for one in places]
    links += [f'<a data-cooperation="{one}" href="#{one}">On {one}</a>' for one in cooperations]
    element = interactive.element_id(scene)
    return _PAGE.format(element=element, links="".join(links), scene=scene.name)
