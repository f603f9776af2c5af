"""The list of the goals: all seventeen, and which of them no cooperation is linked to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import section_indexes
from atlas.pages.page import Maps, PageContext, SiteInfo
from tests.conftest import ROOT

DATA = ROOT / "tests" / "cases" / "whole" / "data"


def listed(by_goal: Mapping[str, tuple[str, ...]]) -> str:
    loaded = load.read(DATA)
    site = languages.load(["en"], "en")
    atlas = replace(relate.relate(loaded.records), by_goal=by_goal)
    context = PageContext(
        Edition(atlas, site[0], site),
        1,
        Maps(StaticMaps(loaded.outlines)),
        SiteInfo("", {}, "", {}),
    )
    return str(section_indexes.front(context, "goals"))


def goals(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'href="\.\./goals/(\d+)/"', html)]


def test_the_goals_without_a_cooperation_stand_together_and_say_so_once() -> None:
    linked, others = listed({"3": ("hill-dale",), "12": ("hill-dale", "hill-fen")}).split("<h2>")
    assert goals(linked) == [3, 12]
    assert re.findall(r"\d+ cooperations?", linked) == ["1 cooperation", "2 cooperations"]
    assert others.startswith("No cooperation on record yet</h2>")
    assert goals(others) == [1, 2, *range(4, 12), *range(13, 18)]
    assert "0 cooperations" not in others


def test_where_every_goal_has_one_nothing_is_said_of_others() -> None:
    html = listed({str(goal): ("hill-dale",) for goal in range(1, 18)})
    assert goals(html) == [*range(1, 18)]
    assert "<h2>" not in html


def test_where_no_goal_has_one_no_list_is_empty() -> None:
    html = listed({})
    assert goals(html) == [*range(1, 18)]
    assert "<ul" in html.partition("<h2>")[2]
    assert "<ul" not in html.partition("<h2>")[0]
