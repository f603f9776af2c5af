"""What registers list is drawn below what is researched, apart from it, and in few bytes."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from atlas.graph.scene import ListedLine, Pin, Scene
from atlas.maps import interactive, legend
from atlas.maps.layout import CROWD, draw
from atlas.maps.outliers import frame
from atlas.maps.static import StaticMaps
from tests.maps import listed_scene
from tests.maps.test_colours import CONTRAST, DARK, LIGHT
from tests.maps.test_interactive import drawn

BOTH_TIERS = listed_scene.scene(
    [("genk", "houffalize"), ("houffalize", "turi-ee")], [("genk", "tangier")]
)


@pytest.fixture(scope="module")
def maps(outlines: dict[str, Any]) -> StaticMaps:
    return StaticMaps(outlines)


def picture(maps: StaticMaps, scene: Scene) -> str:
    names = {pin.place: pin.place.title() for pin in scene.pins}
    svg = maps.svg(scene, title="A map", description="Of towns.", names=names, root="")
    assert svg is not None
    return svg


# Pictures


def test_listed_lines_lie_below_the_others_and_their_places_are_rings(maps: StaticMaps) -> None:
    svg = picture(maps, BOTH_TIERS)
    order = ["atlas-form-listed", "atlas-form-twinning", "atlas-listed-dots", "atlas-dot"]
    found = [svg.index(f'class="{look}') for look in order[2:]]
    found = [svg.index(f'class="atlas-tie {look}"') for look in order[:2]] + found
    assert found == sorted(found)
    assert svg.count("<circle") == 2
    rings = re.findall(r'class="atlas-listed-dots" d="([^"]*)"', svg)
    assert [ring.count("m") for ring in rings] == [2]


def test_what_is_researched_is_drawn_as_without_what_is_listed(maps: StaticMaps) -> None:
    """Here no listed place changes what is in view."""
    towns = {"genk": (50.965, 5.5), "tangier": (35.76, -5.83), "lyon": (45.75, 4.85)}
    both = listed_scene.scene([("genk", "lyon")], [("genk", "tangier")], towns)
    alone = listed_scene.scene([], [("genk", "tangier")], towns)
    marks = r'<circle [^>]*>|<path class="atlas-tie atlas-form-twinning"[^>]*>'
    found = re.findall(marks, picture(maps, both))
    assert len(found) == 3
    assert found == re.findall(marks, picture(maps, alone))


def test_a_map_of_listed_ties_alone_is_drawn_and_names_its_places(maps: StaticMaps) -> None:
    svg = picture(maps, listed_scene.scene([("houffalize", "turi-ee")]))
    assert "atlas-dot" not in svg
    (names,) = re.findall('<g class="atlas-label atlas-listed">(.*?)</g>', svg)
    assert re.findall(">([^<]+)</text>", names) == ["Houffalize", "Turi-Ee"]


def test_a_far_listed_place_is_an_arrow_that_is_told_apart(maps: StaticMaps) -> None:
    near = {f"town-{n}": (50.0 + n / 2, 4.0 + n) for n in range(8)}
    towns = {**near, "manila": (14.6, 120.98)}
    pairs = [("town-0", other) for other in towns if other != "town-0"]
    svg = picture(maps, listed_scene.scene(pairs, towns=towns))
    assert svg.count('class="atlas-arrow atlas-listed"') == 1
    assert ">Manila</text>" in svg


@pytest.mark.parametrize("count", [3, CROWD, CROWD + 1, 6000])
def test_lines_and_rings_are_one_or_two_paths_each_however_many(
    maps: StaticMaps, count: int
) -> None:
    svg = picture(maps, listed_scene.star(count))
    assert 1 <= len(re.findall(r'<path class="atlas-tie [^>]*>', svg)) <= 2
    assert svg.count("atlas-listed-dots") == 1
    assert "<circle" not in svg
    assert len(svg) < 60_000


def test_a_ring_off_the_map_is_left_out(maps: StaticMaps) -> None:
    svg = picture(maps, listed_scene.star(300, far=20))
    (rings,) = re.findall(r'class="atlas-listed-dots" d="([^"]*)"', svg)
    assert 300 <= rings.count("m") < 321


# The first view


def beyond(scene: Scene) -> set[str]:
    drawing = draw(scene)
    return {place for at in frame(drawing, ()).beyond for place in drawing.spots[at].places}


def test_of_many_listed_places_the_farthest_tenth_does_not_widen_the_view() -> None:
    out = beyond(listed_scene.star(95, far=10))
    assert len(out) == 10
    assert all(place.startswith("out-") for place in out)


def test_a_few_listed_places_are_all_in_view() -> None:
    assert beyond(listed_scene.star(30, far=9)) == set()


def test_a_place_with_a_cooperation_is_never_beyond() -> None:
    towns = {f"town-{n}": (50.0 + n / 20, 4.0 + n / 10) for n in range(60)}
    towns |= {"lima": (-12.05, -77.04), "perth": (-31.95, 115.86)}
    pairs = [("town-0", f"town-{n}") for n in range(1, 60)]
    scene = listed_scene.scene([*pairs, ("perth", "town-0")], [("lima", "town-0")], towns)
    assert "perth" in beyond(scene)
    assert "lima" not in beyond(scene)


# The interactive map


def test_the_script_has_each_pair_as_two_numbers_and_each_place_its_pairs() -> None:
    data = drawn(BOTH_TIERS)
    places, pairs = interactive.places(BOTH_TIERS), interactive.pairs(BOTH_TIERS)
    assert data["places"] == places
    ends = [places[number] for number in data["listed"]]
    assert list(zip(ends[::2], ends[1::2], strict=True)) == [
        ("genk", "houffalize"),
        ("houffalize", "turi-ee"),
    ]
    found = {
        places[there[0]]: [pairs[one] for one in (listed or [[]])[0]]
        for _, _, there, _, *listed in data["spots"]
    }
    assert found == {pin.place: list(pin.listed) for pin in BOTH_TIERS.pins}
    assert [line[0] for line in data["lines"]] == ["twinning"]


def test_a_pair_without_a_line_is_counted_at_the_place_that_has_a_point() -> None:
    """Two at one point, and one whose partner has none."""
    pins = (
        Pin("a", 50.0, 4.0, (), ("a-b", "a-z")),
        Pin("b", 50.0, 4.0, (), ("a-b",)),
        Pin("c", 40.0, 4.0, (), ("c-z",)),
    )
    scene = Scene("some", pins, (), (), (), (ListedLine("a-b", "a", "b"),))
    data = drawn(scene)
    assert data["listed"] == []
    assert interactive.pairs(scene) == ["a-b", "a-z", "c-z"]
    assert [spot[4] for spot in data["spots"]] == [[0, 1], [2]]


def test_a_map_without_anything_listed_says_nothing_of_it(morocco: Scene) -> None:
    assert "listed" not in drawn(morocco)
    assert all(len(spot) == 4 for spot in drawn(morocco)["spots"])


def test_a_script_grows_by_a_few_bytes_for_each_listed_pair() -> None:
    """A pair between known places; what a place weighs, its id says most of."""

    def size(pairs: int) -> int:
        towns = {f"t{n}": (40 + n / 7, n / 9) for n in range(60)}
        every = list(itertools.combinations(sorted(towns), 2))
        return len(interactive.script(listed_scene.scene(every[-pairs:], towns=towns), {}))

    assert (size(1700) - size(700)) / 1000 < 20


# Looks


def test_the_legend_has_a_sample_of_the_line_and_of_the_ring() -> None:
    sample = legend.listed_sample()
    assert "atlas-form-listed" in sample
    assert "atlas-listed-dots" in sample
    assert 'aria-hidden="true"' in sample


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def schemes() -> list[dict[str, str]]:
    """Colours by name in each of the four schemes: those with more contrast over the usual ones."""
    named = [
        dict(re.findall(r"--atlas-([\w-]+): #([0-9a-f]{6});", part))
        for part in (LIGHT, DARK, *CONTRAST.split("@media screen"))
    ]
    return [named[0], named[1], named[0] | named[2], named[1] | named[3]]


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark", "more", "more, dark"])
@pytest.mark.parametrize("ground", ["land", "shaded", "sea"])
def test_a_listed_line_can_be_seen_on_all_that_lies_below_it(
    scheme: dict[str, str], ground: str
) -> None:
    """WCAG 2.2, 1.4.11: three to one."""
    low, high = sorted(luminance(scheme[name]) for name in (ground, "listed"))
    assert (high + 0.05) / (low + 0.05) >= 3
