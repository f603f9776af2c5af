"""Static maps: readable by ear, safe, and alike in every language but for the words."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps import labels
from atlas.maps.countries import World
from atlas.maps.outlines import read
from atlas.maps.static import StaticMaps
from atlas.maps.viewports import HEIGHT, WIDTH, Viewport, project

ENGLISH = {"brussels": "Brussels", "saint-josse": "Saint-Josse-ten-Noode", "tangier": "Tangier"}
ARABIC = {"brussels": "بروكسل", "saint-josse": "سان جوس تن نود", "tangier": "طنجة"}


@pytest.fixture(scope="module")
def maps(outlines: dict[str, Any]) -> StaticMaps:
    return StaticMaps(outlines)


def drawn(maps: StaticMaps, scene: Scene, names: dict[str, str], title: str = "A map") -> str:
    svg = maps.svg(scene, title=title, description="What it shows.", names=names, root="../")
    assert svg is not None
    return svg


WORLD = Pin("a", 60, -150, ()), Pin("b", -40, 175, ()), Pin("c", 50, 5, ())
"""All around the globe; the first two lie closer together across ±180."""


class Elements(HTMLParser):
    """Every element of some markup, with its attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_it_has_a_role_and_is_named_by_its_title_and_description(
    maps: StaticMaps, morocco: Scene
) -> None:
    svg = drawn(maps, morocco, ENGLISH)
    tag, attributes = Elements(svg).found[0]
    assert (tag, attributes["role"]) == ("svg", "img")
    title, description = str(attributes["aria-labelledby"]).split()
    assert f'<title id="{title}">A map</title>' in svg
    assert f'<desc id="{description}">What it shows.</desc>' in svg
    assert "country-ma" in title


def test_languages_differ_in_words_only(maps: StaticMaps, morocco: Scene) -> None:
    english, arabic = drawn(maps, morocco, ENGLISH), drawn(maps, morocco, ARABIC)
    labels_left_out = [re.sub(r'<g class="atlas-label.*</g>', "", svg) for svg in (english, arabic)]
    assert labels_left_out[0] == labels_left_out[1]
    assert all(name in english for name in ENGLISH.values())
    assert all(name in arabic for name in ARABIC.values())
    assert english.count('direction="rtl"') == 0
    assert arabic.count('direction="rtl"') == 3


def test_hostile_words_are_text(maps: StaticMaps, morocco: Scene) -> None:
    hostile = '"><script>alert(1)</script>'
    svg = drawn(maps, morocco, ENGLISH | {"tangier": hostile}, title=hostile)
    assert {tag for tag, _ in Elements(svg).found} == {
        "svg",
        "title",
        "desc",
        "rect",
        "use",
        "g",
        "path",
        "circle",
        "text",
    }
    assert "<script" not in svg


def test_its_background_is_published_with_every_shaded_country(
    maps: StaticMaps, morocco: Scene
) -> None:
    uses = [
        str(attrs["href"])
        for tag, attrs in Elements(drawn(maps, morocco, {})).found
        if tag == "use"
    ]
    published = dict(maps.take_backgrounds())
    assert [use.partition("#")[2] for use in uses] == ["land", "c-BE", "c-MA"]
    for use in uses:
        path, _, fragment = use.removeprefix("../").partition("#")
        assert f'id="{fragment}"' in published[path]


@pytest.mark.parametrize(("code", "pin"), [("CD", (-4.38, 15.28)), ("MA", (35.76, -5.83))])
def test_the_country_of_the_page_is_in_the_picture_whole(
    maps: StaticMaps, outlines: dict[str, Any], code: str, pin: tuple[float, float]
) -> None:
    pins = Pin("ghent", 51.05, 3.72, ()), Pin("there", *pin, ())
    svg = drawn(maps, Scene(f"focus-{code.lower()}", pins, (), (code,), (code,)), {})
    found = re.search(r"base/(\d+)-(\d+)-(\d+)\.svg", svg)
    assert found
    level, column, row = map(int, found.groups())
    shape = shapely.transform(read(outlines)[code], project)
    units = Viewport(level, column - 100, row - 100).units(shapely.get_coordinates(shape))
    assert np.all(units >= 0)
    assert np.all(units <= [WIDTH, HEIGHT])


def test_backgrounds_are_small_and_have_no_colours(maps: StaticMaps) -> None:
    drawn(maps, Scene("world", WORLD, (), ()), {})
    drawn(maps, Scene("pacific", WORLD[:2], (), ()), {})
    files = [*maps.take_backgrounds()]
    assert files
    for path, text in files:
        assert path.startswith("assets/maps/base/")
        assert len(text) < 40_000
        assert {attr for _, attrs in Elements(text).found for attr in attrs} <= {
            "xmlns",
            "viewbox",
            "id",
            "d",
        }


@pytest.mark.parametrize("code", ["GP", "MQ", "PS", "MT"])
def test_a_tiny_territory_is_marked_on_a_map_of_the_world(maps: StaticMaps, code: str) -> None:
    assert "atlas-shaded-dot" in drawn(maps, Scene(f"tiny-{code.lower()}", WORLD, (), (code,)), {})


def test_a_map_without_pins_shows_its_countries(maps: StaticMaps) -> None:
    svg = drawn(maps, Scene("shaded", (), (), ("BE", "MA")), {})
    assert len(re.findall("#c-(BE|MA)", svg)) == 2
    assert "atlas-dot" not in svg


@pytest.mark.parametrize("countries", [(), ("AQ",)])
def test_nothing_to_show_is_no_map(maps: StaticMaps, countries: tuple[str, ...]) -> None:
    scene = Scene("nothing", (), (), countries)
    assert maps.svg(scene, title="", description="", names={}, root="") is None


def test_of_many_pins_those_with_the_most_cooperations_are_named_where_there_is_room(
    maps: StaticMaps,
) -> None:
    """Once a map of more than six had no name at all."""
    many = tuple(f"c{number}" for number in range(20))
    pins = tuple(
        Pin(f"p{row}-{column}", 38 + 2 * row, 2 * column, many[: row + column])
        for row in range(8)
        for column in range(12)
    )
    svg = drawn(maps, Scene("many", pins, (), ()), {pin.place: pin.place for pin in pins})
    named = re.findall(r"<text [^>]*>(p\d+-\d+)</text>", svg)
    assert 0 < len(named) <= 12
    assert "p7-11" in named
    crowd = tuple(Pin(f"p{i}", i / 10, i / 9, ()) for i in range(500))
    names = {pin.place: "Name" for pin in crowd}
    assert "<text" not in drawn(maps, Scene("crowd", crowd, (), ()), names)


PACIFIC = {
    "auckland": (-36.85, 174.76),
    **{"honolulu": (21.31, -157.86), "suva": (-18.14, 178.44), "apia": (-13.83, -171.77)},
    **{"funafuti": (-8.52, 179.2), "tokyo": (35.68, 139.69), "lima": (-12.05, -77.04)},
}


def across(a: str, b: str, *countries: str) -> Scene:
    pins = tuple(Pin(town, *PACIFIC[town], ("t",)) for town in (a, b))
    return Scene(f"{a}-{b}", pins, (Tie("t", "twinning", a, b),), countries, countries)


@pytest.mark.parametrize(
    ("a", "b"),
    [("auckland", "honolulu"), ("suva", "apia"), ("apia", "funafuti"), ("tokyo", "lima")],
)
def test_a_tie_across_180_is_one_line_on_a_map_of_the_pacific(
    maps: StaticMaps, a: str, b: str
) -> None:
    """Once it was cut in two, at either edge of a map of the whole world."""
    svg = drawn(maps, across(a, b), {a: a.title(), b: b.title()})
    (line,) = re.findall(r'atlas-tie [^>]*d="([^"]*)"', svg)
    assert line.count("M") == 1
    found = re.search(r"base/(\d+)-\d+-\d+-(180|210)\.svg", svg)
    assert found
    assert int(found[1]) >= 1
    x, y = map(int, re.match(r"M(-?\d+) (-?\d+)[lqc]", line).groups())  # type: ignore[union-attr]  # it is found
    assert 0 < x < WIDTH
    assert 0 < y < HEIGHT
    assert svg.count("<text") == 2


@pytest.mark.parametrize("code", ["FJ", "NZ", "RU", "US", "KI"])
def test_land_on_both_sides_of_180_is_one_on_a_map_of_the_pacific(
    maps: StaticMaps, code: str
) -> None:
    svg = drawn(maps, across("tokyo", "honolulu", code), {})
    path = re.search(r"assets/maps/base/\d+-\d+-\d+-(150|180|210)\.svg", svg)
    assert path
    assert f'id="c-{code}"' in dict(maps.take_backgrounds())[path[0]] or "atlas-shaded-dot" in svg


def test_no_outline_runs_across_a_map_of_the_pacific(outlines: dict[str, Any]) -> None:
    """Where the globe is cut, at Greenwich, a country is in two parts, each on its own side."""
    countries = World(outlines).around(180)
    parts = shapely.get_parts(countries.shapes)
    west, _, east, _ = shapely.bounds(parts).T
    assert len(parts) > 200
    assert max(east - west) < 12_500
    for code in ("GB", "FR", "DZ", "ML"):
        shape = countries.shapes[countries.codes.index(code)]
        middles = [(part.bounds[0] + part.bounds[2]) / 2 for part in shapely.get_parts(shape)]
        assert min(middles) < -10_000 < 10_000 < max(middles), code


FAR = Scene(
    "far",
    (
        *(Pin("ghent", 51.05, 3.72, ("a", "b", "c")), Pin("manila", 14.6, 120.98, ("c",))),
        *(Pin("rome", 41.9, 12.5, ("a",)), Pin("sofia", 42.7, 23.3, ("b",))),
        Pin("oslo", 59.91, 10.75, ("d",)),
    ),
    (
        *(Tie("a", "twinning", "ghent", "rome"), Tie("b", "twinning", "ghent", "sofia")),
        *(Tie("c", "mission", "manila", "ghent"), Tie("d", "twinning", "oslo", "rome")),
    ),
    ("BE", "PH"),
)


def test_a_far_tie_is_an_arrow_at_the_edge_with_a_name(maps: StaticMaps) -> None:
    """Once it filled the picture with the land in between."""
    names = {pin.place: pin.place.title() for pin in FAR.pins}
    svg = drawn(maps, FAR, names)
    level = int(re.search(r"base/(\d+)-", svg)[1])  # type: ignore[index]  # it is found
    near = replace(FAR, pins=tuple(p for p in FAR.pins if p.place != "manila"), ties=FAR.ties[:2])
    assert level == int(re.search(r"base/(\d+)-", drawn(maps, near, names))[1])  # type: ignore[index]  # it is found
    assert svg.count('class="atlas-arrow"') == 1
    assert svg.count("<circle") == 4
    assert svg.count("atlas-form-mission") == 1
    x, y = map(int, re.search(r'atlas-arrow" d="M(\d+) (\d+)l', svg).groups())  # type: ignore[union-attr]  # it is found
    assert min(x, WIDTH - x, y, HEIGHT - y) == 70
    label = re.search(r'<text [^>]*x="(\d+)" y="(\d+)"[^>]*>Manila</text>', svg)
    assert label
    assert abs(int(label[1]) - x) < 200
    assert abs(int(label[2]) - y) < 600


def test_a_far_place_without_a_line_has_an_arrow_too(maps: StaticMaps) -> None:
    svg = drawn(maps, replace(FAR, ties=()), {"manila": "Manila"})
    assert svg.count('class="atlas-arrow"') == 1
    assert "atlas-tie" not in svg
    assert ">Manila</text>" in svg


pins = st.lists(
    st.tuples(
        st.integers(0, WIDTH), st.integers(0, HEIGHT), st.text("aMش ", min_size=1, max_size=30)
    ),
    max_size=14,
)


def test_names_with_room_each_have_a_label() -> None:
    middle = [(WIDTH // 2, HEIGHT // 4, "Genk"), (WIDTH // 2, 3 * HEIGHT // 4, "طنجة")]
    assert [label.text for label in labels.place(middle)] == ["Genk", "طنجة"]


@given(pins)
def test_labels_stay_on_the_map_and_off_each_other(names: list[tuple[int, int, str]]) -> None:
    boxes = [box(label) for label in labels.place(names)]
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= HEIGHT
        for other in boxes[:at]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def box(label: labels.PlaceLabel) -> tuple[float, float, float, float]:
    """The room a label takes in letters of half its height, on screens where it is largest."""
    width, height = 125 * len(label.text), 250
    right = {"start": not label.rtl, "end": label.rtl}.get(label.anchor)
    left = label.x - width / 2 if right is None else label.x if right else label.x - width
    return left, label.y - 0.8 * height, left + width, label.y + 0.2 * height


def test_a_name_stands_nearer_to_its_own_pin_than_to_another() -> None:
    """A name that found room only beside its neighbour's dot would be read as the neighbour's."""
    pins = [(3000, 1800, "Aïn Beni Mathar"), (2900, 1750, "Tangier"), (3000, 1830, "Jerada")]
    for label, (x, y, _) in itertools.product(labels.place(pins), pins):
        own = next((x, y) for x, y, name in pins if name == label.text)
        assert abs(label.x - own[0]) <= abs(label.x - x) + 100
        assert abs(label.y - own[1]) <= abs(label.y - y) + 120


@pytest.mark.parametrize("x", [2000, 4400])
def test_a_long_name_slides_along_above_its_pin_to_stay_on_the_map(x: int) -> None:
    name = "Halle (Germany, North Rhine-Westphalia)"
    (label,) = labels.place([(x, 1800, name)])
    left, top, right, bottom = box(label)
    assert 0 <= left < x < right <= WIDTH
    assert not top <= 1800 <= bottom
    assert abs(label.x - x) < (right - left) / 4, "the pin stays under smaller letters too"


def test_a_name_that_would_have_to_slide_from_its_pin_is_left_out() -> None:
    assert labels.place([(1200, 1800, "Halle (Germany, North Rhine-Westphalia)")]) == []


def test_a_name_begins_where_its_letters_run_from() -> None:
    (latin,) = labels.place([(1000, 1800, "Tangier")])
    (arabic,) = labels.place([(1000, 1800, "طنجة")])
    assert (latin.anchor, arabic.anchor) == ("start", "end")
    assert latin.x == arabic.x > 1000
