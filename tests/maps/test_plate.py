"""A map for paper has all within itself but its names."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from markupsafe import Markup

from atlas.maps import legend
from atlas.maps.plate import Plate, PlateName, plate, sample
from tests.pages.conftest import _context, listed_atlas

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"tangier": "طنجة <1>"}


@pytest.fixture
def made() -> Plate:
    """The plate of what is researched and listed of Belgium."""
    context = _context("en", listed_atlas())
    atlas, still = context.edition.atlas, context.maps.still
    cooperations, pairs = atlas.by_country["BE"], atlas.listed.by_country["BE"]
    scene = atlas.scene("belgium", cooperations, ["BE"], pairs)
    svg = still.svg(scene, title="Belgium", description="", names=NAMES, root="")
    assert svg is not None
    return plate(svg, dict(still.take_backgrounds()))


def test_a_plate_refers_to_no_other_file_and_to_no_colour_of_a_page(made: Plate) -> None:
    text = made.svg.decode()
    root = ET.fromstring(text)  # noqa: S314 - our own output
    assert {one.tag.removeprefix(SVG) for one in root.iter()} == {
        *("svg", "style", "rect", "g", "path", "circle")
    }
    assert not re.search(r"href|url\(|var\(|unit\(|@|http://(?!www.w3.org)", text)


def test_a_plate_draws_the_land_and_shades_the_countries_of_its_scene(made: Plate) -> None:
    root = ET.fromstring(made.svg)  # noqa: S314 - our own output
    land, shaded = (
        root.find(f"{SVG}g[@class='{look}']") for look in ("atlas-land", "atlas-shaded")
    )
    assert land is not None
    assert shaded is not None
    shapes = [one.get("d") for one in land]
    assert all(one.get("d") in shapes for one in shaded)
    assert 1 < len(shaded) < len(land)


def test_the_names_stand_beside_it_each_at_its_side(made: Plate) -> None:
    assert {one.text for one in made.names} == {*NAMES.values()}
    assert all(0 < one.x < 100 and 0 < one.y < 100 for one in made.names)


@pytest.mark.parametrize(
    ("attributes", "side"),
    [
        *(("", "left"), (' text-anchor="end"', "right"), (' text-anchor="middle"', "middle")),
        *((' direction="rtl"', "right"), (' text-anchor="end" direction="rtl"', "left")),
    ],
)
def test_a_name_that_runs_to_the_left_begins_at_its_right(attributes: str, side: str) -> None:
    still = Markup(
        '<svg><use class="atlas-land" href="a.svg#land"/><g class="atlas-label atlas-listed">'
        '<text x="3200" y="900"%s>A &amp; B</text></g></svg>'
    ) % Markup(attributes)  # noqa: S704 - of this test
    (name,) = plate(still, {"a.svg": ""}).names
    assert name == PlateName("A & B", 50.0, 25.0, side, is_listed=True)  # type: ignore[arg-type]  # one of three words


def test_each_form_has_its_colour_and_its_dashes() -> None:
    looks = {
        group[0]: re.search(
            rf"\.atlas-form-{group[0]}\b[^{{]*{{([^}}]*)}}", _style(sample(_line(group[0])))
        )
        for group in legend.GROUPS
        if group
    }
    assert all(looks.values())
    assert len({look[1] for look in looks.values() if look}) == len(looks)


def _line(form: str) -> Markup:
    return Markup(
        '<svg viewBox="0 0 48 12"><path class="atlas-tie atlas-form-{}" d="M2 6H46"/></svg>'
    ).format(form)


def _style(svg: bytes) -> str:
    style = ET.fromstring(svg).find(f"{SVG}style")  # noqa: S314 - our own output
    assert style is not None
    return style.text or ""
