"""The script of an interactive map: ids and coordinates, the same every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from atlas.maps.interactive import element_id, script
from atlas.maps.outlines import Bounds
from atlas.scene import Pin, Scene, Tie

RENDER = """
from atlas.maps.interactive import script
from atlas.scene import Pin, Scene, Tie
pins = Pin("a", 50.8, 4.3, ("t", "u")), Pin("b", 35.7, -5.8, ("t", "u"))
ties = Tie("t", "twinning", "a", "b"), Tie("u", "mission", "a", "b")
print(script(Scene("country-ma", pins, ties, ("BE", "MA"), ("MA",)), {"MA": (-13, 27, -1, 36)}))
"""


def features(scene: Scene) -> list[dict[str, Any]]:
    found = re.search(r"_add\((\{.*\})\);\n", script(scene, {}))
    assert found
    data: list[dict[str, Any]] = json.loads(found[1])["features"]
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
    assert "Atlas.ready(map_country_ma, map_country_ma_layer);" in script(morocco, {})


def test_features_hold_ids_and_no_more(morocco: Scene) -> None:
    agreement, twinning, *spots = [each["properties"] for each in features(morocco)]
    assert agreement == {
        "cooperations": ["brussels-tangier"],
        "form": "cooperation-agreement",
        "places": ["brussels", "tangier"],
    }
    assert twinning["cooperations"] == ["saint-josse-tangier"]
    assert [spot["places"] for spot in spots] == [["brussels"], ["saint-josse"], ["tangier"]]


def test_it_asks_no_other_host_and_needs_no_other_library(morocco: Scene) -> None:
    assert "//" not in script(morocco, {})
    assert "$(" not in script(morocco, {})
    assert "innerHTML" not in script(morocco, {})


def test_a_hostile_id_stays_a_string() -> None:
    hostile = '</script><script>"${alert(1)}`'
    pins = Pin(hostile, 50.8, 4.3, (hostile,)), Pin("b", 35.7, -5.8, (hostile,))
    scene = Scene("some", pins, (Tie(hostile, "twinning", hostile, "b"),), ())
    assert "<" not in script(scene, {})
    assert features(scene)[0]["properties"]["cooperations"] == [hostile]


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
    line, apia, suva = [each["geometry"] for each in features(pacific(europe=False))]
    assert line["type"] == "LineString"
    assert (apia["coordinates"][0], suva["coordinates"][0]) == (188.23, 178.44)


def test_on_a_map_of_the_world_a_line_past_180_is_cut() -> None:
    line, apia, *_ = [each["geometry"] for each in features(pacific(europe=True))]
    assert line["type"] == "MultiLineString"
    assert apia["coordinates"][0] == -171.77
