"""A tie counts once, whatever figure it stands in; memberships are counted apart."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.graph import counts
from atlas.graph.relate import Atlas
from atlas.graph.tally import count, find_left, tally
from atlas.model import Cooperation
from atlas.model.vocabulary import State
from tests.pages.small_atlas import atlas, cooperation

HILL, DALE, MOOR, WEIR = "hill-town", "dale-town", "moor-town", "weir-town"


def parted() -> Atlas:
    """A project of three countries, its two parts, a part of one of them, and what is no part."""
    return atlas(
        cooperation("whole", HILL, DALE, WEIR, form="joint-project", themes=["health"]),
        cooperation("part-a", HILL, DALE, part_of="whole", themes=["health"]),
        cooperation("part-b", HILL, WEIR, part_of="whole"),
        cooperation("inner", HILL, DALE, part_of="part-a", themes=["health"]),
        cooperation("other", HILL, MOOR),
        cooperation("member", HILL, "forum", form="network-membership", themes=["health"]),
    )


@pytest.mark.parametrize(
    ("ids", "counted", "parts", "memberships"),
    [
        (["whole", "part-a", "part-b", "inner", "other", "member"], 2, 3, 1),
        (["part-a", "inner"], 1, 1, 0),
        (["whole", "inner"], 1, 1, 0),  # a part of a part, without that
        (["part-a", "part-b"], 2, 0, 0),  # without the whole each is one
        (["inner", "other"], 2, 0, 0),
        (["member"], 0, 0, 1),
        (["other", "other"], 1, 0, 0),
        ([], 0, 0, 0),
    ],
)
def test_a_part_is_not_counted_beside_its_whole(
    ids: list[str], counted: int, parts: int, memberships: int
) -> None:
    found = tally(parted(), ids)
    assert (len(found.cooperations), len(found.parts), len(found.memberships)) == (
        counted,
        parts,
        memberships,
    )
    assert count(parted(), ids) == counted


def test_parts_that_are_parts_of_each_other_do_not_hang() -> None:
    ring = atlas(
        cooperation("one", HILL, DALE, part_of="two"),
        cooperation("two", HILL, DALE, part_of="one"),
        cooperation("self", HILL, DALE, part_of="self"),
        cooperation("lost", HILL, DALE, part_of="nowhere"),
    )
    assert tally(ring, ring.records.cooperations).cooperations == ("self", "lost")


def test_states_are_those_of_what_counts() -> None:
    def of(code: str, id_: str, **fields: Any) -> Cooperation:
        status = {"code": code, "evidence": {"en": "none"}}
        return cooperation(id_, HILL, DALE, status=status, **fields)

    found = atlas(
        of("closed", "a"),
        of("cancelled", "b"),
        of("suspended", "c"),
        of("pipeline", "d"),
        of("implementation", "e"),
        of("closed", "f", part_of="e"),
        of("closed", "g", form="network-membership"),
    )
    assert tally(found, found.records.cooperations).states == {
        State.ENDED: 2,
        State.PAUSED: 1,
        State.PLANNED: 1,
        State.ONGOING: 1,
    }


def left(actor: str, until: Any = "2014") -> dict[str, Any]:
    return {"actor": actor, "roles": ["partner"], "until": until}


def stayed(actor: str, **fields: Any) -> dict[str, Any]:
    return {"actor": actor, "roles": ["partner"], **fields}


def test_for_whom_has_left_it_has_ended_and_for_nobody_else() -> None:
    found = atlas(cooperation("one", parties=[left(HILL), stayed(DALE), stayed(WEIR)]))
    for kind, id_ in (("actors", HILL), ("places", "hill"), ("countries", "BE")):
        gone = find_left(found, kind, id_, ["one"])
        assert [str(moment) for moment in gone.values()] == ["2014"]
        assert tally(found, ["one"], gone).states == {State.ENDED: 1}
    for kind, id_ in (("actors", DALE), ("places", "weir"), ("countries", "TR"), ("themes", "x")):
        assert find_left(found, kind, id_, ["one"]) == {}


def test_a_country_has_left_when_the_last_of_its_own_has() -> None:
    both = [left(DALE, "2010"), left("moor-town", "2019-05"), stayed(HILL)]
    found = atlas(cooperation("one", parties=both), cooperation("two", parties=both[1:]))
    gone = find_left(found, "countries", "MA", ["one", "two"])
    assert {id_: str(moment) for id_, moment in gone.items()} == {
        "one": "2019-05",
        "two": "2019-05",
    }
    one_stays = atlas(cooperation("one", parties=[left(DALE), stayed(MOOR), stayed(HILL)]))
    assert find_left(one_stays, "countries", "MA", ["one"]) == {}
    assert [*find_left(one_stays, "places", "dale", ["one"])] == ["one"]


def test_who_came_back_or_whose_place_it_is_has_not_left() -> None:
    back = [left(DALE, "2010"), stayed(DALE, since="2015"), stayed(HILL)]
    assert atlas(cooperation("one", parties=back)).left == {}
    here = atlas(cooperation("one", parties=[left(DALE), stayed(HILL)], locations=["dale"]))
    assert find_left(here, "places", "dale", ["one"]) == {}
    assert find_left(here, "countries", "MA", ["one"]) == {}
    assert [*find_left(here, "actors", DALE, ["one"])] == ["one"]


def test_every_table_counts_a_tie_once() -> None:
    found = parted()
    countries = counts.by_countries(found)
    assert countries.cells["BE", "MA"] == 2, "the whole, and another"
    assert countries.cells["BE", "TR"] == 1
    assert countries.totals == {"BE": 2, "MA": 2, "TR": 1}
    assert countries.tally.cooperations == ("whole", "other")
    forms = counts.by_theme_and_form(found)
    assert forms.totals == {"health": 1}
    assert forms.columns == ("twinning", "joint-project")
    assert forms.cooperations == 1
    assert counts.by_year_and_form(found).cooperations == 2


def test_a_year_that_is_not_known_is_not_counted_as_one() -> None:
    def began(id_: str, start: Any, **fields: Any) -> Cooperation:
        return cooperation(id_, HILL, DALE, dates={"actual_start": start}, **fields)

    planned = {"status": {"code": "pipeline", "evidence": {"en": "none"}}}
    found = atlas(
        began("a", "2014"),
        began("b", {"earliest": "2019-10", "latest": "2019-12-17"}),
        began("c", {"earliest": "2019-10", "latest": "2020-12-17"}),
        began("d", "0836"),
        cooperation("e", HILL, DALE),
        cooperation("f", HILL, DALE, dates={"planned_start": "2030"}, **planned),
    )
    assert counts.by_year_and_form(found).totals == {
        **{"836": 1, "2014": 1, "2019": 1},
        **{"2019/2020": 1, counts.PLANNED: 1, "": 1},
    }
    assert [*counts.by_year_and_form(found).rows] == [
        *("836", "2014", "2019", "2019/2020", counts.PLANNED, "")
    ]
