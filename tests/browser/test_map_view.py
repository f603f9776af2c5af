"""What is in view on the maps of the real pages: countries whole, markers apart, names legible."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Visit, open_map

LABELS = """svg => [...svg.querySelectorAll(".atlas-label text")].map((label) => {
  const { x, y, width, height } = label.getBoundingClientRect();
  const size = parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a;
  return { x, y, width, height, size };
})"""


def within(inner: FloatRect, outer: FloatRect) -> bool:
    return (
        outer["x"] <= inner["x"]
        and outer["y"] <= inner["y"]
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"]
    )


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("country", ["ma", "cd", "tr"])
def test_the_country_of_the_page_is_in_view_whole(
    visit: Visit, small: str, country: str, width: int
) -> None:
    """Each of these has Belgium for its only partner, so both countries that are shaded show."""
    page = visit(f"{small}countries/{country}/", width=width)
    if width < 600:
        open_map(page)
    expect(page.locator(".atlas-pin").first).to_be_visible()
    shaded = page.locator(".leaflet-atlas-world-pane path.atlas-shaded")
    expect(shaded).to_have_count(2)
    element = box(page.locator(".atlas-map"))
    assert all(within(box(one), element) for one in shaded.all())


@pytest.mark.parametrize("width", [1280, 390])
def test_on_the_home_page_there_is_land_around_every_marker_but_the_far_one(
    visit: Visit, width: int
) -> None:
    """One tie with the Philippines once filled most of the frame with Siberia; now a button at the
    edge leads there."""
    page = visit("", width=width)
    if width < 600:
        open_map(page)
    expect(page.locator(".atlas-pin").first).to_be_visible()
    element = box(page.locator(".atlas-map"))
    inset = 24
    inner: FloatRect = {
        "x": element["x"] + inset,
        "y": element["y"] + inset,
        "width": element["width"] - 2 * inset,
        "height": element["height"] - 2 * inset,
    }
    markers = page.locator(".atlas-pin").all()
    outside = [marker for marker in markers if not within(box(marker), inner)]
    assert len(markers) > len(outside) == 1
    far = page.locator(".atlas-far")
    expect(far).to_have_text("Binalonan")
    assert within(box(far), element)
    far.click()
    expect(far).to_be_hidden()
    markers = page.locator(".atlas-pin").all()
    assert all(within(box(marker), element) for marker in markers)
    expect(page.get_by_role("button", name="Binalonan, 1 cooperation")).to_be_focused()
    expect(page.locator(".atlas-map-status")).to_have_text("The whole map is shown.")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_way_to_a_far_place_lies_beside_the_controls(
    visit: Visit, language: str, width: int
) -> None:
    """In Arabic, where the controls are on the right, they once lay over it."""
    page = visit(path_of("country", language).replace("/ma/", "/be/"), width=width)
    if width < 600:
        open_map(page)
    far = page.locator(".atlas-far")
    expect(far).to_be_visible()
    way = box(far)
    for control in page.locator(".leaflet-control:visible").all():
        other = box(control)
        assert (
            way["x"] + way["width"] <= other["x"]
            or other["x"] + other["width"] <= way["x"]
            or way["y"] + way["height"] <= other["y"]
            or other["y"] + other["height"] <= way["y"]
        ), other
    assert within(way, box(page.locator(".atlas-map")))


def test_a_map_of_what_was_found_is_framed_by_the_same_rule(visit: Visit) -> None:
    """Explore frames what its visitors choose: all, and then a tie with the far place alone."""
    page = visit(path_of("cooperations", "en"))
    page.locator(".atlas-map").scroll_into_view_if_needed()
    far = page.locator(".atlas-far")
    expect(far).to_have_text("Binalonan")
    assert within(box(far), box(page.locator(".atlas-map")))
    page = visit(f"{path_of('cooperations', 'en')}?country=PH")
    page.locator(".atlas-map").scroll_into_view_if_needed()
    expect(page.locator(".atlas-pin")).to_have_count(2)
    expect(page.locator(".atlas-far")).to_have_count(0)
    element = box(page.locator(".atlas-map"))
    assert all(within(box(marker), element) for marker in page.locator(".atlas-pin").all())


def test_in_a_window_made_narrow_all_is_in_view_again(visit: Visit) -> None:
    page = visit("countries/be/", width=1280)
    expect(page.locator(".atlas-pin").first).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.locator(".atlas-map")).to_have_css("width", re.compile(r"3[0-9]{2}(\.\d+)?px"))
    page.evaluate("() => new Promise((then) => requestAnimationFrame(() => setTimeout(then, 50)))")
    element = box(page.locator(".atlas-map"))
    page.locator(".atlas-far").click()
    markers = page.locator(".atlas-pin").all()
    assert markers
    assert all(within(box(marker), element) for marker in markers)


NAMES = """() => {
  const rects = (all) => [...document.querySelectorAll(all)].map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return { left, top, right, bottom };
  });
  return [rects(".atlas-name"), rects(".atlas-pin"), rects(".atlas-map")[0]];
}"""


@pytest.mark.parametrize(("path", "width"), [("", 1280), ("", 390), ("ar/countries/be/", 390)])
def test_names_on_a_map_lie_on_it_and_cover_neither_markers_nor_each_other(
    visit: Visit, path: str, width: int
) -> None:
    page = visit(path, width=width)
    if width < 600:
        open_map(page)
    expect(page.locator(".atlas-name").first).to_be_visible()
    for _ in range(3):
        names, pins, frame = page.evaluate(NAMES)
        assert names
        for at, name in enumerate(names):
            assert name["left"] >= frame["left"] - 1
            assert name["right"] <= frame["right"] + 1
            assert frame["top"] - 1 <= name["top"]
            assert name["bottom"] <= frame["bottom"] + 1
            for other in [*names[:at], *pins]:
                assert (
                    name["right"] <= other["left"] + 1
                    or other["right"] <= name["left"] + 1
                    or name["bottom"] <= other["top"] + 1
                    or other["bottom"] <= name["top"] + 1
                ), (name, other)
        page.locator(".leaflet-control-zoom-in").evaluate("button => button.click()")


def test_a_country_is_named_once_its_name_has_room_in_it(visit: Visit) -> None:
    page = visit("countries/ma/")
    expect(page.locator(".atlas-name", has_text="Belgium")).to_have_count(0)
    page.locator(".atlas-choose select").select_option("BE")
    expect(page.locator(".atlas-name-country", has_text="Belgium")).to_be_visible()


@pytest.mark.parametrize("path", ["", "ar/", "countries/be/", "themes/health/"])
def test_every_target_on_a_small_screen_is_large_enough_and_apart(visit: Visit, path: str) -> None:
    page = visit(path, width=390)
    open_map(page)
    expect(page.locator(".atlas-pin").first).to_be_visible()
    options = {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}}
    found = Axe().run(page, options=options).response
    assert found["passes"]
    assert found["violations"] == []


@pytest.mark.parametrize("language", ["", "ar/"])
@pytest.mark.parametrize(
    "cooperation", ["saint-josse-oriental", "saint-josse-tangier", "saint-josse-eskisehir"]
)
def test_names_on_a_picture_are_whole_apart_and_legible(
    visit: Visit, cooperation: str, language: str
) -> None:
    page = visit(f"{language}cooperations/{cooperation}/", width=320)
    picture = page.locator("svg.atlas-still")
    for width in (320, 390, 500, 700, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        frame = box(picture)
        labels = picture.evaluate(LABELS)
        assert labels
        for at, label in enumerate(labels):
            assert label["size"] >= 11, (width, label)
            assert within(label, frame), (width, label)
            for other in labels[:at]:
                assert (
                    label["x"] + label["width"] <= other["x"]
                    or other["x"] + other["width"] <= label["x"]
                    or label["y"] + 0.85 * label["height"] <= other["y"]
                    or other["y"] + 0.85 * other["height"] <= label["y"]
                ), (width, label, other)
        pins = picture.locator(".atlas-dot circle").all()
        assert pins
        assert all(within(box(pin), frame) for pin in pins)


def test_the_key_of_a_map_explains_what_is_seen_and_no_more(look: Visit) -> None:
    """Numbers and rings are on a map that can be moved, and not on the picture before it."""
    moving = ".atlas-legend-many, .atlas-legend-cluster"
    page = look("countries/be/", width=390)
    expect(page.locator(moving)).to_have_count(2)
    expect(page.locator(".atlas-legend > li").first).to_be_visible()
    for entry in page.locator(moving).all():
        expect(entry).to_be_hidden()
    open_map(page)
    for entry in page.locator(moving).all():
        expect(entry).to_be_visible()
    page.emulate_media(media="print")
    for entry in page.locator(moving).all():
        expect(entry).to_have_css("display", "none")
    plain = look("countries/be/", javascript=False)
    for entry in plain.locator(moving).all():
        expect(entry).to_have_css("display", "none")
