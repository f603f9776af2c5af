"""The script of an interactive map: ids and coordinates, the same every time."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps.interactive import element_id, script
from atlas.maps.outlines import Bounds

RENDER = """
from atlas.maps.interactive import script
from atlas.graph.scene import Pin, Scene, Tie
pins = Pin("a", 50.8, 4.3, ("t", "u")), Pin("b", 35.7, -5.8, ("t", "u"))
ties = Tie("t", "twinning", "a", "b"), Tie("u", "mission", "a", "b")
print(script(Scene("country-ma", pins, ties, ("BE", "MA"), ("MA",)), {"MA": (-13, 27, -1, 36)}))
"""


def drawn(scene: Scene) -> dict[str, Any]:
    """What the script hands to the page's own code."""
    found = re.search(r"Atlas\.ready\(map_\w+, (\{.*\})\);\n", script(scene, {}))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def rendered(seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", RENDER]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_the_same_scene_gives_the_same_script(morocco: Scene) -> None:
    assert script(morocco, {}) == script(morocco, {})
    assert rendered("1") == rendered("2")


def test_it_draws_in_the_element_named_after_the_scene(morocco: Scene) -> None:
    assert element_id(morocco) == "map_country_ma"
    assert 'L.map(\n                "map_country_ma"' in script(morocco, {})
    assert "Atlas.ready(map_country_ma, {" in script(morocco, {})


def test_ids_stand_once_and_lines_and_dots_number_them(morocco: Scene) -> None:
    data = drawn(morocco)
    assert data["cooperations"] == ["brussels-tangier", "saint-josse-tangier"]
    assert data["places"] == ["brussels", "saint-josse", "tangier"]
    assert data["spots"] == [
        [4.3525, 50.8467, [0], [0]],
        [4.3708, 50.8525, [1], [1]],
        [-5.834, 35.7595, [2], [0, 1]],
    ]
    agreement, twinning = data["lines"]
    assert agreement == ["cooperation-agreement", 0, 2, 0, [0]]
    assert twinning[:3] + twinning[4:] == ["twinning", 1, 2, [1]]
    assert 0 < abs(twinning[3]) < 0.1


def test_a_script_grows_by_a_few_bytes_for_each_tie() -> None:
    """Once 400 bytes each, which made megabytes of the map of all cooperations."""

    def size(count: int) -> int:
        towns = [f"a-town-with-a-long-name-{number}" for number in range(count)]
        pins = tuple(
            Pin(town, 50 + number % 7, number / 40, (f"cooperation-of-{town}",))
            for number, town in enumerate(towns)
        )
        ties = tuple(
            Tie(f"cooperation-of-{a}", "twinning", a, b) for a, b in itertools.pairwise(towns)
        )
        return len(script(Scene("some", pins, ties, ()), {}))

    assert (size(2000) - size(1000)) / 1000 < 170


def test_it_asks_no_other_host_and_needs_no_other_library(morocco: Scene) -> None:
    assert "//" not in script(morocco, {})
    assert "$(" not in script(morocco, {})
    assert "innerHTML" not in script(morocco, {})


def test_a_hostile_id_stays_a_string() -> None:
    hostile = '</script><script>"${alert(1)}`'
    pins = Pin(hostile, 50.8, 4.3, (hostile,)), Pin("b", 35.7, -5.8, (hostile,))
    scene = Scene("some", pins, (Tie(hostile, "twinning", hostile, "b"),), ())
    assert "<" not in script(scene, {})
    assert drawn(scene)["cooperations"] == [hostile]


@pytest.mark.parametrize("name", ["a b", "a;alert(1)", "", "é"])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name for a map"):
        script(Scene(name, (), (), ("BE",)), {})


def test_a_blank_scene_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        script(Scene("some", (), (), ()), {})


def view(scene: Scene, bounds: dict[str, Bounds]) -> list[list[float]]:
    """South-west and north-east of what the map shows, latitude first."""
    found = re.search(r'"atlasBounds": \[(.*?)"atlasCountries"', script(scene, bounds), re.DOTALL)
    assert found
    south, west, north, east = map(float, re.findall(r"-?[\d.]+", found[1]))
    return [[south, west], [north, east]]


def test_the_country_of_the_page_is_in_view_with_the_pins(morocco: Scene) -> None:
    bounds = {"MA": (-13.2, 27.7, -1.1, 35.9), "BE": (2.5, 49.5, 6.4, 51.5)}
    (south, _), (north, east) = view(morocco, bounds)
    assert (south, east) == (35.7595, 4.3708)
    assert view(replace(morocco, focus=("MA",)), bounds) == [[27.7, -13.2], [north, east]]


def test_a_country_is_in_view_on_the_side_of_180_where_its_places_are() -> None:
    samoa = replace(pacific(europe=False), focus=("WS",))
    assert view(samoa, {"WS": (-172.8, -14.1, -171.4, -13.4)}) == [[-18.14, 178.44], [-13.4, 188.6]]


def pacific(*, europe: bool) -> Scene:
    pins = [Pin("apia", -13.83, -171.77, ("t",)), Pin("suva", -18.14, 178.44, ("t",))]
    pins += [Pin("ghent", 51.05, 3.72, ())] if europe else []
    return Scene("pacific", tuple(pins), (Tie("t", "twinning", "apia", "suva"),), ())


def test_places_around_180_are_shown_side_by_side() -> None:
    data = drawn(pacific(europe=False))
    assert [spot[0] for spot in data["spots"]] == [188.23, 178.44]
    assert data["west"] == 0


def test_also_on_a_map_of_the_world_their_line_is_whole() -> None:
    data = drawn(pacific(europe=True))
    assert [spot[0] for spot in data["spots"]] == [188.23, 178.44, 3.72]
    assert data["west"] == -150
