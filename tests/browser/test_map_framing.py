"""A map that shows what visitors choose turns the globe to it, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from atlas.graph.scene import Pin, Scene, Tie
from tests.browser import built_site, scene_page

PINS = (Pin("ghent", 51.05, 3.72, ("a",)), Pin("rome", 41.9, 12.5, ("a",)))
SCENE = Scene("own", PINS, (Tie("a", "twinning", "ghent", "rome"),), ("BE",))

DRAW = """async () => {
  const box = document.body.appendChild(document.createElement("div"));
  box.className = "atlas-map own";
  const texts = {
    placeLink: (place) => Object.assign(document.createElement("a"), { textContent: place }),
    cooperationLink: () => null,
    counted: String,
    line: () => [],
    state: () => "",
    rows: () => [],
  };
  const homeOf = (towns, codes) => {
    const spots = Object.entries(towns).map(([place, [lat, lon]]) => ({
      latlng: L.latLng(lat, lon), places: [place], cooperations: ["t"],
    }));
    const [from, to] = spots.map(({ latlng }) => [latlng.lng, latlng.lat]);
    const [a, b] = Object.keys(towns);
    const lines = [{ form: "twinning", places: [a, b], from, to, bow: 0, cooperations: ["t"] }];
    return { ...Atlas.framing.frame(spots, lines), lines, countries: new Set(codes) };
  };
  const map = L.map(box, { zoomControl: false, attributionControl: false, zoomSnap: 0.25 });
  const first = homeOf({ ghent: [51.05, 3.72], rome: [41.9, 12.5] }, ["BE"]);
  const chart = await Atlas.chart(map, { texts, home: first, isCrowd: true });
  window.choose = (towns, codes) => {
    const home = homeOf(towns, codes);
    chart.settle(home);
    chart.show(home.spots, home.lines);
    return [chart.west, chart.turns, map.getBounds().getEast() - map.getBounds().getWest()];
  };
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_tie_across_180_is_whole(browser: Browser, tmp_path: Path, width: int) -> None:
    scene_page.write(tmp_path, [SCENE])
    with (
        built_site.serve(tmp_path) as address,
        browser.new_context(
            viewport={"width": width, "height": 1400}, reduced_motion="reduce"
        ) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}own.html")
        page.evaluate(DRAW)
        pins = page.locator(".own .atlas-pin")
        shaded = page.locator(".own .atlas-shaded")
        west, turns, across = page.evaluate(
            "choose({suva: [-18.14, 178.44], apia: [-13.83, -171.77]}, ['FJ'])"
        )
        assert (west, turns) == (0, [0, 360])
        assert across < 90
        expect(pins).to_have_count(2)
        for pin in pins.all():
            expect(pin).to_be_in_viewport(ratio=1)
        expect(shaded).to_have_count(2)
        west, turns, across = page.evaluate(
            "choose({ghent: [51.05, 3.72], rome: [41.9, 12.5]}, ['BE'])"
        )
        assert (west, turns) == (-180, [0])
        assert across < 90
        for pin in pins.all():
            expect(pin).to_be_in_viewport(ratio=1)
        expect(shaded.first).to_be_visible()
