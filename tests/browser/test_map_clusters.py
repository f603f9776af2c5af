"""Places whose markers would overlap have one marker, which says what it stands for."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from atlas.graph.scene import Pin, Scene, Tie
from tests.browser import built_site, scene_page

TOWNS = Scene(
    "towns",
    (
        Pin("destelbergen", 51.06, 3.8, ("b",)),
        Pin("ghent", 51.05, 3.72, ("a", "b", "c")),
        Pin("ledeberg", 51.037, 3.742, ("b",)),
        Pin("melle", 51.0, 3.8, ("c",)),
        Pin("tangier", 35.7595, -5.834, ("a",)),
    ),
    (
        Tie("a", "twinning", "ghent", "tangier"),
        Tie("b", "network", "destelbergen", "tangier"),
        Tie("c", "mission", "melle", "tangier"),
    ),
    ("BE", "MA"),
)
BUSY = Scene(
    "busy",
    (
        Pin("ghent", 51.05, 3.72, tuple(f"g{number}" for number in range(40))),
        Pin("melle", 51.0, 3.8, tuple(f"m{number}" for number in range(11))),
        Pin("tangier", 35.7595, -5.834, ("g1",)),
    ),
    (Tie("g1", "twinning", "ghent", "tangier"),),
    ("BE", "MA"),
)
PLACE = random.Random(7)  # noqa: S311 - any three thousand places will do
CROWD = Scene(
    "crowd",
    tuple(
        Pin(f"p{number}", PLACE.gauss(48, 9), PLACE.gauss(10, 18), (f"c{number}", f"c{number + 1}"))
        for number in range(3000)
    ),
    (),
    (),
)
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".atlas-pin")].map((pin) => {
    const { x, y } = pin.getBoundingClientRect();
    return [x, y];
  });
  return boxes.filter(([x, y], at) =>
    boxes.slice(0, at).some(([a, b]) => Math.max(Math.abs(x - a), Math.abs(y - b)) < 25.9),
  ).length;
}"""

Open = Callable[[Scene], Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a page for each scene is served."""
    site = tmp_path_factory.mktemp("clusters")
    scene_page.write(site, (TOWNS, BUSY, CROWD))
    with built_site.serve(site) as url:
        yield url


@pytest.fixture
def show(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page of a scene on a small screen; a fault on it fails the test."""
    pages: list[Page] = []
    faults: list[str] = []

    def go(scene: Scene) -> Page:
        page = browser.new_page(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}{scene.name}.html")
        expect(page.locator(".leaflet-container:not(.atlas-drawing)")).to_be_visible()
        pages.append(page)
        return page

    yield go
    for page in pages:
        page.close()
    assert faults == []


def markers(page: Page) -> list[str]:
    """The names of the markers, in the order of the Tab key."""
    names: list[str] = page.locator(".atlas-pin").evaluate_all(
        "pins => pins.map((pin) => pin.getAttribute('aria-label'))"
    )
    return names


def zoom(page: Page, name: str, times: int = 1) -> None:
    """Zoom with a button of the map, leaving the focus where it is."""
    for _ in range(times):
        page.get_by_role("button", name=name).evaluate("button => button.click()")


def cluster(page: Page) -> Locator:
    return page.get_by_role("button", name="Ghent – Destelbergen – Ledeberg …, 3 together")


def test_neighbours_are_one_marker_named_after_three_with_each_cooperation_once(
    show: Open,
) -> None:
    page = show(TOWNS)
    assert len(markers(page)) == 2
    expect(cluster(page)).to_have_text("3")
    expect(page.get_by_role("button", name="Tangier, just one", exact=True)).to_have_text("")


def test_what_a_marker_shows_is_in_its_name_where_the_count_is_in_words(show: Open) -> None:
    page = show(BUSY)
    page.locator(".atlas-map").evaluate("map => map.dataset.countOther = 'plenty'")
    zoom(page, "Closer", 2)
    zoom(page, "Closer", 9)
    assert "Ghent, plenty – 40" in markers(page)


def test_zoomed_in_they_part_in_the_order_of_the_page_and_zoomed_out_they_join(
    show: Open,
) -> None:
    page = show(TOWNS)
    before = markers(page)
    zoom(page, "Closer", 13)
    assert [name.partition(",")[0] for name in markers(page)] == [
        *("Destelbergen", "Ghent", "Ledeberg", "Melle", "Tangier")
    ]
    zoom(page, "Everything")
    assert markers(page) == before


def test_a_cluster_opens_by_keyboard_with_each_place_and_its_cooperations(show: Open) -> None:
    page = show(TOWNS)
    cluster(page).press("Enter")
    popup = page.get_by_role("dialog", name="Ghent – Destelbergen – Ledeberg …")
    assert popup.locator(".atlas-popup-text a").all_text_contents() == [
        *("Ghent", "On a", "On b", "On c"),
        *("Destelbergen", "On b"),
        *("Ledeberg", "On b"),
        *("Melle", "On c"),
    ]
    page.keyboard.press("Tab")
    expect(popup.get_by_role("link", name="Ghent")).to_be_focused()
    page.keyboard.press("Escape")
    expect(cluster(page)).to_be_focused()


def test_a_popup_with_over_fifty_cooperations_lists_places_with_counts(show: Open) -> None:
    page = show(BUSY)
    page.get_by_role("button", name="Ghent – Melle, 51 together").press("Enter")
    popup = page.get_by_role("dialog")
    places = popup.locator(".atlas-popup-place")
    expect(places).to_have_text(["Ghent 40 together", "Melle 11 together"])
    expect(popup.get_by_role("link", name="Melle")).to_have_attribute("href", "#melle")
    expect(popup.locator("li")).to_have_count(0)


@pytest.mark.parametrize("keys", [[], ["Enter"], ["Enter", "Tab"]], ids=len)
def test_the_focus_goes_along_when_a_marker_joins_a_cluster(show: Open, keys: list[str]) -> None:
    """From the marker, with its popup shut or open, and from a link in the popup."""
    page = show(TOWNS)
    zoom(page, "Closer", 13)
    page.get_by_role("button", name="Ledeberg, just one").focus()
    for key in keys:
        page.keyboard.press(key)
    zoom(page, "Farther", 13)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(cluster(page)).to_be_focused()
    expect(cluster(page)).to_have_attribute("aria-expanded", "false")
    zoom(page, "Closer", 13)
    expect(page.get_by_role("button", name="Ghent, 3 together")).to_be_focused()


def test_the_buttons_of_the_map_keep_the_focus(show: Open) -> None:
    page = show(TOWNS)
    closer = page.get_by_role("button", name="Closer")
    for _ in range(13):
        closer.press("Enter")
    assert len(markers(page)) == 5
    expect(closer).to_be_focused()


def test_lines_end_at_the_places_themselves(show: Open) -> None:
    page = show(TOWNS)
    apart = page.evaluate(
        """() => {
          const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
          const spots = [...document.querySelectorAll(".atlas-spot")].map((spot) =>
            middle(spot.getBoundingClientRect()));
          return [...document.querySelectorAll(".atlas-tie")].flatMap((line) =>
            [0, line.getTotalLength()].map((at) => {
              const end = line.getPointAtLength(at).matrixTransform(line.getScreenCTM());
              return Math.min(...spots.map(([x, y]) => Math.hypot(x - end.x, y - end.y)));
            }));
        }"""
    )
    assert len(apart) == 6
    assert max(apart) < 2


def test_of_three_thousand_places_no_two_markers_overlap_and_none_is_lost(show: Open) -> None:
    page = show(CROWD)
    expect(page.locator(".atlas-pin").first).to_be_visible()
    for _ in range(2):
        assert 10 < len(markers(page)) < 3000
        assert page.evaluate(OVERLAPS) == 0
        zoom(page, "Closer", 2)
    zoom(page, "Everything")
    found = page.locator(".atlas-pin").evaluate_all(
        """pins => pins.flatMap((pin) => {
          pin.click();
          const places = document.querySelectorAll("[role=dialog] .atlas-popup-place a");
          return [...places].map((place) => place.textContent);
        })"""
    )
    assert sorted(found) == sorted(pin.place.title() for pin in CROWD.pins)


@pytest.mark.parametrize("scene", [TOWNS, BUSY], ids=lambda scene: scene.name)
def test_targets_are_large_enough_and_apart(show: Open, scene: Scene) -> None:
    page = show(scene)
    options = {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}}
    for _ in range(4):
        found = Axe().run(page, context=".atlas-map", options=options).response
        assert found["violations"] == []
        assert found["passes"]
        zoom(page, "Closer", 3)
