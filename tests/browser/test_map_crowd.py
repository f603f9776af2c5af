"""A map of a thousand ties: drawn on a canvas, and each of them still to be found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.graph.scene import Pin, Scene, Tie
from tests.browser import built_site, scene_page

HUB = Pin("hub", 40.0, -3.0, tuple(f"c{number}" for number in range(1000)))
TOWNS = [
    Pin(f"t{number}", 44.0 + number % 25 / 2, -5.0 + number // 25, (f"c{number}",))
    for number in range(1000)
]
SCENE = Scene(
    "thousand",
    (HUB, *sorted(TOWNS, key=lambda pin: pin.place)),
    tuple(Tie(f"c{number}", "twinning", "hub", f"t{number}") for number in range(1000)),
    ("ES",),
)
INKED = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, at) => at % 4 === 3 && value > 0);
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page of the scene is served."""
    site = tmp_path_factory.mktemp("crowd")
    scene_page.write(site, [SCENE])
    with built_site.serve(site) as url:
        yield url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The map, drawn; a fault on the page fails the test."""
    faults: list[str] = []
    page = browser.new_page(viewport={"width": 900, "height": 700}, reduced_motion="reduce")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}thousand.html")
    expect(page.locator(".leaflet-container:not(.atlas-drawing)")).to_be_visible()
    settled(page)
    yield page
    page.close()
    assert faults == []


def settled(page: Page) -> None:
    canvas = page.locator(".atlas-crowd:not(.atlas-crowd-spare)").first
    page.wait_for_function(f"canvas => ({INKED})(canvas)", arg=canvas.element_handle())


def closer(page: Page, times: int) -> None:
    for _ in range(times):
        page.get_by_role("button", name="Closer").evaluate("button => button.click()")


def test_no_element_is_made_for_a_line(page: Page) -> None:
    expect(page.locator(".atlas-tie, .atlas-tie-hit, .atlas-spot")).to_have_count(0)
    expect(page.locator("canvas.atlas-crowd")).to_have_count(3)


def test_a_line_under_the_pointer_says_what_it_is_and_opens(page: Page) -> None:
    page.mouse.move(450, 690)
    x, y = page.evaluate(
        """() => {
          const canvas = document.querySelector(".atlas-crowd:not(.atlas-crowd-spare)");
          const { width, height } = canvas;
          const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
          const box = canvas.getBoundingClientRect();
          const pins = [...document.querySelectorAll(".atlas-pin")].map((pin) => {
            const { x, y } = pin.getBoundingClientRect();
            return [x + 12, y + 12];
          });
          for (let at = 3; at < data.length; at += 4) {
            if (!data[at]) continue;
            const [x, y] = [((at - 3) / 4) % width, Math.floor((at - 3) / 4 / width)];
            const point = [box.x + x * box.width / width, box.y + y * box.height / height];
            const isFree = pins.every(([a, b]) => Math.hypot(point[0] - a, point[1] - b) > 16);
            const there = document.elementFromPoint(...point);
            if (isFree && there?.closest(".atlas-map") && !there.closest(".leaflet-control")) {
              return point;
            }
          }
          return null;
        }"""
    )
    page.mouse.move(x, y)
    said = page.locator(".leaflet-tooltip > div > div")
    expect(said).to_have_count(2)
    expect(page.locator(".atlas-has-lit")).to_have_count(1)
    title = said.last.inner_text()
    assert title.startswith("On c")
    page.mouse.click(x, y)
    expect(page.get_by_role("dialog").get_by_role("link", name=title)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_dragged_the_map_keeps_its_lines_and_shows_the_markers_that_come_into_view(
    page: Page,
) -> None:
    closer(page, 3)
    before = set(page.locator(".atlas-pin").evaluate_all("all => all.map((p) => p.ariaLabel)"))
    assert len(before) < len(TOWNS)
    page.mouse.move(450, 300)
    page.mouse.down()
    for step in range(1, 20):
        page.mouse.move(450 - 20 * step, 300)
        assert page.locator(".atlas-crowd:not(.atlas-crowd-spare)").first.is_visible()
    page.mouse.up()
    page.wait_for_function(
        "before => [...document.querySelectorAll('.atlas-pin')]"
        ".some((pin) => !before.includes(pin.ariaLabel))",
        arg=list(before),
    )
    settled(page)


def test_no_name_lies_on_a_marker_that_a_move_has_brought(page: Page) -> None:
    closer(page, 2)
    names = page.locator(".atlas-name:not(.atlas-name-country)")
    expect(names.first).to_be_visible()
    covered = page.evaluate(
        """() => {
          const boxes = (look) =>
            [...document.querySelectorAll(look)].map((each) => each.getBoundingClientRect());
          const isApart = (a, b) =>
            a.right <= b.left + 1 || b.right <= a.left + 1 ||
            a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          const pins = boxes(".atlas-pin");
          return boxes(".atlas-name").filter((name) => !pins.every((pin) => isApart(name, pin)));
        }"""
    )
    assert covered == []


def test_the_keyboard_reaches_a_tie_through_its_place(page: Page) -> None:
    pin = page.locator(".atlas-pin").first
    pin.focus()
    expect(page.locator(".atlas-has-lit")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(pin).to_be_focused()
