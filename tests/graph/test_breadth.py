"""Of a cooperation with many parties, others' pages show a part that does not grow with them."""

from __future__ import annotations

import pytest

from atlas.graph.breadth import MANY, MOST_NAMED
from atlas.graph.parties import order_by_weight
from atlas.model import Party
from tests.network import ID, network


def test_of_few_parties_all_are_named_but_the_own_one() -> None:
    breadth = network(5).breadth
    assert breadth.name_parties(ID) == ([*(f"town-{at}" for at in range(5)), ID], 0)
    assert breadth.name_parties(ID, {"town-2"}) == (["town-0", "town-1", "town-3", "town-4", ID], 0)


@pytest.mark.parametrize("members", [8, 9, 800])
def test_of_many_some_are_named_and_the_others_counted(members: int) -> None:
    breadth = network(members).breadth
    named, more = breadth.name_parties(ID)
    assert len(named) == MOST_NAMED
    assert more == members + 1 - MOST_NAMED
    assert more > 1, "a list is not cut for one name"


def test_who_does_what_few_do_is_named_first() -> None:
    named, _ = network(800).breadth.name_parties(ID)
    assert named[0] == ID, "the body comes last in the record"


def test_who_only_gives_money_is_named_last() -> None:
    """However few they are; a partner that gives some too keeps its place."""
    funders = [{"actor": f"fund-{at}", "roles": ["funding"]} for at in range(2)]
    partners = [{"actor": f"town-{at}", "roles": ["partner"]} for at in range(6)]
    giver = {"actor": "region", "roles": ["partner", "funding"]}
    record = (
        network(1)
        .records.cooperations[ID]
        .model_copy(
            update={
                "parties": [
                    Party.model_validate(one)
                    for one in (*funders, *partners, giver, {"actor": "city", "roles": ["lead"]})
                ]
            }
        )
    )
    weighed = order_by_weight(record)
    assert weighed[:2] == ["city", "region"]
    assert weighed[-2:] == ["fund-0", "fund-1"]


def test_nobody_is_named_on_its_own_page_and_as_many_others_are() -> None:
    breadth = network(800).breadth
    for own in ("town-0", "town-799", ID):
        named, more = breadth.name_parties(ID, {own})
        assert own not in named
        assert len(named) == MOST_NAMED
        assert len(named) + more == 800


def test_a_page_about_a_place_shows_its_own_part_of_a_wide_map() -> None:
    atlas = network(800, roles=("lead", "partner"))
    whole = atlas.scene("x", [ID], [])
    assert len(whole.pins) == 721
    assert len(whole.ties) == 720, "a star has a line for each point"
    part = atlas.scene("x", [ID], [], about={"town-3"})
    assert [pin.place for pin in part.pins] == ["seat", "town-3"]
    assert [(tie.a, tie.b) for tie in part.ties] == [("seat", "town-3")]
    assert atlas.scene("x", [ID], [], about={"town-9"}).pins == (), "it has no point"
    assert atlas.scene("x", [ID], [], about={"seat"}) == whole


def test_a_map_of_few_is_shown_whole_everywhere() -> None:
    atlas = network(MANY - 1)
    assert atlas.scene("x", [ID], [], about={"town-3"}) == atlas.scene("x", [ID], [])


def test_roles_are_told_apart_where_not_all_have_the_same() -> None:
    assert network(3).breadth.name_roles(ID, "town-1") == ("member",)
    assert network(3, roles=("signatory", "signatory")).breadth.name_roles(ID, "town-1") == ()


def test_what_lies_in_a_place_is_found_however_deep() -> None:
    atlas = network(2)
    assert atlas.within("town-0") == {"town-0"}
    assert atlas.places_of_countries(["MA", "BE"]) == {"seat", "town-0", "town-1"}
