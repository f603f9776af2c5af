"""The list of the goals: all seventeen, and which of them no cooperation is linked to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import goal, section_indexes, theme
from atlas.pages.page import Maps, PageContext, SiteInfo
from tests.conftest import ROOT
from tests.pages.conftest import NewContext

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


def test_the_goals_without_a_cooperation_stand_in_one_line_that_says_so() -> None:
    linked, others = listed({"3": ("hill-dale",), "12": ("hill-dale", "hill-fen")}).split("<p ")
    assert goals(linked) == [3, 12]
    assert re.findall(r"\d+ cooperations?", linked) == ["1 cooperation", "2 cooperations"]
    assert others.startswith('class="atlas-unknown">No cooperation on record yet: ')
    assert others.count("</p>") == 1
    assert goals(others) == [1, 2, *range(4, 12), *range(13, 18)]
    assert "<li>" not in others


def test_where_every_goal_has_one_nothing_is_said_of_others() -> None:
    html = listed({str(goal): ("hill-dale",) for goal in range(1, 18)})
    assert goals(html) == [*range(1, 18)]
    assert "<p" not in html


def test_where_no_goal_has_one_no_list_is_empty() -> None:
    html = listed({})
    assert goals(html) == [*range(1, 18)]
    assert "<ul" not in html


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_a_goal_or_a_theme_without_a_cooperation_says_so_with_the_form(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language)
    theme_id = next(iter(context.edition.atlas.by_theme))
    full = context.edition.atlas
    empty = context_of(language, replace(full, by_theme={}, by_goal={}))
    for made, answer in ((goal.page(empty, 5), ""), (theme.page(empty, theme_id), theme_id)):
        body = str(made.body)
        assert not re.search("<(table|svg|h2[^>]*></h2)", body.partition("atlas-trust")[0])
        (said,) = re.findall(r'class="atlas-asks"><a href="([^"]+)"', body)
        query = parse_qs(urlsplit(unescape(said)).query)
        assert query["template"] == [f"new-cooperation.{language}.yml"]
        assert query.get("themes", [""]) == [answer]
    assert "atlas-asks" not in theme.page(context, theme_id).body
