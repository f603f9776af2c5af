"""Five doors: every page belongs to one, and is told which, on the way to it and beside it."""

from __future__ import annotations

import pytest

from atlas.i18n.languages import Language
from atlas.pages import KINDS, navigation
from atlas.pages.navigation import DOORLESS, DOORS, Link
from tests.conftest import ROOT
from tests.site_languages import PREFIXES

ENGLISH = Language("en", "")
DUTCH = Language("nl", "nl/")


def titles(links: list[Link]) -> list[str]:
    return [link.title for link in links]


def current(links: list[Link]) -> dict[str, str]:
    return {link.title: link.current for link in links if link.current}


def sections() -> set[str]:
    """The first part of every address: of hand-written pages, and of those made from records."""
    pages = (path.relative_to(ROOT / "docs/en") for path in (ROOT / "docs/en").rglob("*.md"))
    written = {page.with_suffix("").as_posix().removesuffix("index").strip("/") for page in pages}
    return {section.split("/")[0] for section in written} | {kind.SECTION for kind in KINDS}


def test_there_are_five_doors_in_every_language() -> None:
    assert len(DOORS) == 5
    for code, prefix in PREFIXES.items():
        doors = navigation.doors(Language(code, prefix))
        assert len(set(titles(doors))) == 5
        for link in [*doors, *(room for door in doors for room in door.rooms)]:
            assert link.path.startswith(prefix)


def test_every_section_lies_behind_one_door() -> None:
    assert {"cooperations", "about", "compare"} <= sections()
    for section in sections() - DOORLESS:
        doors = navigation.doors(ENGLISH, f"{section}/x/")
        assert [door.current for door in doors].count("true") == 1, section


def test_a_section_is_listed_beside_others_or_says_what_it_lies_in() -> None:
    for section in sections() - DOORLESS - {"cooperations"}:
        beside = navigation.second_level(ENGLISH, f"{section}/")
        assert bool(beside) != bool(navigation.way(ENGLISH, f"{section}/")), section
        assert not beside or list(current(beside).values()) == ["page"], section


@pytest.mark.parametrize(
    ("address", "door", "way", "beside"),
    [
        ("", {}, [], {}),
        ("search/", {}, [], {}),
        ("cooperations/", {"Cooperations": "page"}, [], {}),
        ("cooperations/a-b/", {"Cooperations": "true"}, ["Cooperations"], {}),
        ("explore/twinning/", {"Cooperations": "true"}, ["Cooperations"], {}),
        ("countries/", {"Towns and countries": "page"}, [], {"Countries": "page"}),
        ("actors/", {"Towns and countries": "true"}, [], {"Towns and organisations": "page"}),
        (
            "actors/genk/",
            {"Towns and countries": "true"},
            ["Towns and countries", "Towns and organisations"],
            {},
        ),
        ("places/", {"Towns and countries": "true"}, [], {"Places": "page"}),
        ("places/genk/", {"Towns and countries": "true"}, ["Towns and countries", "Places"], {}),
        ("themes/health/", {"Themes": "true"}, ["Themes"], {}),
        ("goals/3/", {"Themes": "true"}, ["Themes", "Goals"], {}),
        ("coverage/", {"Figures": "true"}, [], {"What is missing": "page"}),
        ("contribute/", {"About": "true"}, [], {"Tell us": "page"}),
        ("sources/", {"About": "true"}, [], {"Sources": "page"}),
        ("sources/x/", {"About": "true"}, ["About", "Sources"], {}),
        ("reference/", {"About": "true"}, ["About"], {}),
        ("nowhere/x/", {}, [], {}),
    ],
)
def test_a_page_is_told_where_it_stands(
    address: str, door: dict[str, str], way: list[str], beside: dict[str, str]
) -> None:
    assert current(navigation.doors(ENGLISH, address)) == door
    assert titles(navigation.way(ENGLISH, address)) == way
    assert current(navigation.second_level(ENGLISH, address)) == beside


def test_every_link_leads_to_its_own_language() -> None:
    (town,) = [link.path for link in navigation.way(DUTCH, "goals/3/")][1:]
    assert town == "nl/goals/"
    assert all(link.path.startswith("nl/") for link in navigation.second_level(DUTCH, "goals/"))
