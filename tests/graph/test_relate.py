"""Who works with whom, worked out from small records."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.graph.beginnings import newest_first, start_of, start_or_plan_of, year_of
from atlas.graph.relate import Atlas, relate
from atlas.model import Actor, Cooperation, Place, Records
from atlas.model.edtf_date import EdtfDate

SIGNED = [{"instrument": {"en": "protocol"}, "signed": "2015-03"}]
POINT = {"exactness": "exact", "source": "s"}


def place(id_: str, country: str, point: tuple[str, str] | None = None, **fields: Any) -> Place:
    if point:
        fields["coordinates"] = {"lat": point[0], "lon": point[1], **POINT}
    named = {"id": id_, "names": {"en": id_}, "type": "municipality", "countries": [country]}
    return Place.model_validate({**named, **fields})


def actor(id_: str, **fields: Any) -> Actor:
    named = {"id": id_, "names": {"en": id_}, "type": "local-government"}
    return Actor.model_validate({**named, "sources": [{"source": "s"}], **fields})


def cooperation(id_: str, parties: list[dict[str, Any]], **fields: Any) -> Cooperation:
    return Cooperation.model_validate(
        {
            "id": id_,
            "title": {"en": id_},
            "summary": {"en": id_},
            "form": "twinning",
            "parties": parties,
            "status": {"code": "unknown", "evidence": {"en": "none"}},
            "sources": [{"source": "s"}],
            "review": {"last_verified": "2026-01-01"},
            **fields,
        }
    )


def party(actor: str, *roles: str, **fields: Any) -> dict[str, Any]:
    return {"actor": actor, "roles": [*roles] or ["signatory"], **fields}


PLACES = [
    place("region", "MA"),
    place("a", "BE", ("50.8", "4.4")),
    place("b", "MA", ("34", "-2"), part_of="region"),
    place("c", "MA", ("34.3", "-2.2"), part_of="region"),
    place("d", "MA"),
    place("island", "GP", type="territory"),
]
ACTORS = [
    actor("aa", seat="a", territory=["a"]),
    actor("bb", territory=["b"]),
    actor("cc", seat="c"),
    actor("dd", territory=["d"]),
    actor("ii", territory=["island"]),
    actor("nn", countries=["BJ"]),
]


def atlas(*cooperations: Cooperation) -> Atlas:
    return relate(
        Records(
            cooperations={one.id: one for one in cooperations},
            actors={one.id: one for one in ACTORS},
            places={one.id: one for one in PLACES},
            sources={},
            themes={},
        )
    )


def lines(one: Atlas) -> list[tuple[str, str]]:
    return [(tie.a, tie.b) for ties in one.ties.values() for tie in ties]


def test_a_line_joins_parties_of_different_sides_only() -> None:
    parties = [party("aa", side="a"), party("bb", side="b"), party("cc", side="b")]
    assert lines(atlas(cooperation("x", parties))) == [("a", "b"), ("a", "c")]


def test_without_sides_every_two_signatories_are_joined() -> None:
    parties = [party("aa"), party("bb"), party("cc")]
    assert lines(atlas(cooperation("x", parties))) == [("a", "b"), ("a", "c"), ("b", "c")]


@pytest.mark.parametrize("role", ["funding", "facilitator", "member", "chair"])
def test_no_line_leads_to_who_does_not_tie(role: str) -> None:
    assert lines(atlas(cooperation("x", [party("aa"), party("bb", role)]))) == []


def test_an_actor_without_a_point_is_on_no_map() -> None:
    one = atlas(cooperation("x", [party("aa"), party("dd"), party("nn")]))
    assert lines(one) == []
    assert one.pins_of["x"] == ("a",)


def test_a_cooperation_stands_under_every_country_of_its_parties() -> None:
    one = atlas(cooperation("x", [party("aa"), party("bb"), party("nn")], countries=["RW"]))
    assert one.countries_of["x"] == ("BE", "BJ", "MA", "RW")
    assert set(one.by_country) == {"BE", "BJ", "MA", "RW"}


def test_a_territory_stands_under_its_state_too() -> None:
    one = atlas(cooperation("x", [party("ii"), party("aa")]))
    assert one.countries_of["x"] == ("BE", "GP")
    assert set(one.by_country) == {"BE", "FR", "GP"}


def test_a_place_has_the_cooperations_of_the_places_in_it() -> None:
    one = atlas(cooperation("x", [party("aa"), party("bb")]))
    assert one.by_place["region"] == ("x",)
    assert one.children["region"] == ("b", "c")


def test_a_scene_holds_pins_ties_and_the_countries_to_shade() -> None:
    one = atlas(
        cooperation("x", [party("aa"), party("bb")]), cooperation("y", [party("aa"), party("nn")])
    )
    scene = one.scene("country-be", ["y", "x"], ["BE"])
    assert [(pin.place, pin.cooperations) for pin in scene.pins] == [
        ("a", ("x", "y")),
        ("b", ("x",)),
    ]
    assert [(tie.cooperation, tie.a, tie.b) for tie in scene.ties] == [("x", "a", "b")]
    assert scene.countries == ("BE", "BJ", "MA")
    assert scene.focus == ("BE",)


def test_parts_and_links_are_known_from_both_ends() -> None:
    one = atlas(
        cooperation("whole", [party("aa"), party("bb")]),
        cooperation(
            "part",
            [party("aa"), party("bb")],
            part_of="whole",
            related=[{"relation": "follows", "cooperation": "whole"}],
        ),
    )
    assert one.parts == {"whole": ("part",)}
    assert one.pointed_at == {"whole": (("follows", "part"),)}


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"dates": {"actual_start": "2014"}, "agreements": SIGNED}, 2014),
        ({"dates": {"planned_start": "2022"}, "agreements": SIGNED}, 2015),
        ({"dates": {"planned_start": "2022"}}, None),
        ({"dates": {"actual_start": {"earliest": "2019-10", "latest": "2020"}}}, None),
        ({"dates": {"actual_start": {"earliest": "2019-10", "latest": "2019-12-17"}}}, 2019),
        ({"dates": {"actual_start": {"earliest": "2005"}}}, None),
        ({"dates": {"actual_start": {"latest": "1990"}}}, None),
        ({"dates": {"actual_end": "2020"}}, None),
        ({}, None),
    ],
)
def test_the_start_is_the_actual_one_else_the_signature_and_never_a_plan(
    fields: dict[str, Any], year: int | None
) -> None:
    assert year_of(start_of(cooperation("x", [party("aa")], **fields))) == year


def test_a_year_stays_a_year() -> None:
    start = start_of(cooperation("x", [party("aa")], dates={"actual_start": "2014"}))
    assert isinstance(start, EdtfDate)
    assert start.precision == "year"


def test_a_plan_gives_a_place_in_an_order_by_time() -> None:
    planned = cooperation("x", [party("aa")], dates={"planned_start": "2022"})
    assert year_of(start_or_plan_of(planned)) == 2022


def test_what_began_in_some_year_or_before_stands_in_the_order_of_that_year() -> None:
    starts: dict[str, Any] = {"a": "1980", "b": {"latest": "1990"}, "c": {"earliest": "2005"}}
    records = {
        id_: cooperation(id_, [party("aa")], dates={"actual_start": start})
        for id_, start in {**starts, "d": "2000"}.items()
    }
    undated = {"e": cooperation("e", [party("aa")])}
    found = Records({**records, **undated}, {}, {}, {}, {})
    assert newest_first(found, "abcde") == ["c", "d", "b", "a", "e"]
