"""The controls of a map: it fills the screen and goes to a country, by pointer and by keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.visit import Scheme, Visit, open_map

NO_FULLSCREEN = "delete Element.prototype.requestFullscreen"
"""A browser that knows no full screen, as those of telephones."""


@pytest.fixture(scope="module")
def address(small: str) -> str:
    """The small site is visited."""
    return small


@pytest.fixture(params=["by the browser", "over the page"])
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    """Morocco, its map drawn, in browsers of both kinds."""
    page = drawn(visit("countries/ma/"))
    if request.param == "over the page":
        page.evaluate(NO_FULLSCREEN)
    return page


def drawn(page: Page) -> Page:
    expect(page.locator(".atlas-pin").first).to_be_visible()
    return page


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def fills(page: Page) -> bool:
    """Whether the map and its legend take up all of the window, and no more."""
    size = page.viewport_size
    assert size
    frame, legend = box(page.locator(".atlas-map-block")), box(page.locator(".atlas-legend"))
    return (
        (frame["x"], frame["y"], frame["width"], frame["height"])
        == (0, 0, size["width"], size["height"])
        and box(page.locator(".atlas-map"))["width"] == size["width"]
        and legend["y"] + legend["height"] <= size["height"]
    )


def test_the_map_fills_the_screen_and_escape_ends_it_with_the_focus_kept(page: Page) -> None:
    before = box(page.locator(".atlas-map"))
    page.get_by_role("button", name="Full screen").press("Enter")
    leave = page.get_by_role("button", name="Leave full screen")
    expect(leave).to_be_focused()
    assert fills(page)
    expect(page.locator(".atlas-map [role=status]")).to_contain_text("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Full screen")).to_be_focused()
    assert box(page.locator(".atlas-map"))["height"] == before["height"]


def test_the_button_leads_back_too(page: Page) -> None:
    page.get_by_role("button", name="Full screen").click()
    leave = page.get_by_role("button", name="Leave full screen")
    expect(leave).to_be_visible()
    leave.click()
    expect(page.get_by_role("button", name="Full screen")).to_be_visible()
    assert not fills(page)


def test_all_of_it_is_in_view_again_in_the_larger_frame(page: Page) -> None:
    def apart() -> float:
        first, *_, last = [box(pin) for pin in page.locator(".atlas-pin").all()]
        return abs(first["y"] - last["y"])

    before = apart()
    page.get_by_role("button", name="Full screen").click()
    expect(page.get_by_role("button", name="Leave full screen")).to_be_visible()
    assert apart() > 1.1 * before


def test_escape_closes_a_popup_before_it_leaves(page: Page) -> None:
    page.evaluate(NO_FULLSCREEN)
    page.get_by_role("button", name="Full screen").click()
    page.locator(".atlas-pin").first.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert fills(page)


def test_the_page_comes_back_when_the_focus_goes_to_it(page: Page) -> None:
    """Else the keyboard would walk unseen behind the map; browsers see to theirs themselves."""
    page.evaluate(NO_FULLSCREEN)
    page.get_by_role("button", name="Full screen").click()
    expect(page.get_by_role("button", name="Leave full screen")).to_be_visible()
    page.locator("tbody th a").first.focus()
    expect(page.get_by_role("button", name="Full screen")).to_be_attached()
    expect(page.locator("tbody th a").first).to_be_focused()


@pytest.mark.parametrize(("path", "label"), [("", "Zoom to a country"), ("ar/", "التكبير على بلد")])
def test_the_choice_of_a_country_has_the_page_s_own_first(
    visit: Visit, path: str, label: str
) -> None:
    page = drawn(visit(f"{path}countries/ma/"))
    choice = page.get_by_label(label)
    values = choice.locator("option").evaluate_all("all => all.map((one) => one.value)")
    assert values == ["", "*", "MA", "BE"]
    middle = box(choice)["x"] + box(choice)["width"] / 2
    closer = box(page.locator(".leaflet-control-zoom-in"))["x"]
    assert (middle > closer) == (path == "")


def land(page: Page) -> tuple[float, float]:
    """Of the outline of Belgium, how much of the map's height it takes, and how far down it is."""
    outlines = page.locator(".leaflet-atlas-world-pane .atlas-land.atlas-shaded")
    whole = box(page.locator(".atlas-map"))
    seen = [one for one in map(box, outlines.all()) if one["width"] > 2]
    small = min(seen, key=lambda one: one["width"])
    return small["height"] / whole["height"], small["y"] - whole["y"]


def test_the_keyboard_takes_the_map_to_a_country_and_back(visit: Visit) -> None:
    page = drawn(visit("countries/ma/"))
    before = [box(pin) for pin in page.locator(".atlas-pin").all()]
    assert land(page)[0] < 0.2
    choice = page.get_by_label("Zoom to a country")
    choice.focus()
    page.keyboard.type("Belg")
    expect(choice).to_have_value("BE")
    share, top = land(page)
    assert share > 0.5
    assert top >= 0
    said = page.locator(".atlas-map [role=status]")
    expect(said).to_have_text("On the map now: Belgium")
    expect(choice).to_be_focused()
    choice.select_option("The whole map")
    expect(said).to_have_text("The whole map is shown.")
    assert [box(pin) for pin in page.locator(".atlas-pin").all()] == before


def test_a_map_that_was_moved_shows_no_country_as_chosen(visit: Visit) -> None:
    page = drawn(visit("countries/ma/"))
    choice = page.get_by_label("Zoom to a country")
    choice.select_option("Belgium")
    expect(choice).to_have_value("BE")
    page.get_by_role("button", name="Zoom out").click()
    expect(choice).to_have_value("")
    choice.select_option("Belgium")
    page.get_by_role("button", name="Show the whole map").click()
    expect(choice).to_have_value("")
    expect(page.locator(".atlas-map [role=status]")).to_have_text("The whole map is shown.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "ar/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_fault_in_a_map_that_fills_the_screen(
    visit: Visit, path: str, scheme: Scheme, width: int
) -> None:
    page = visit(f"{path}countries/ma/", width=width, scheme=scheme)
    if width < 600:
        open_map(page)
    drawn(page)
    page.evaluate(NO_FULLSCREEN)
    page.locator(".atlas-control").last.click()
    assert fills(page)
    assert Axe().run(page, context=".atlas-map-block").response["violations"] == []
