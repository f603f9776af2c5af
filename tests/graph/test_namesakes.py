"""Names that several bear carry what sets each apart, in every language by itself."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas, relate
from atlas.i18n import languages
from atlas.model import Actor, Place, Records

LANGUAGES = languages.load(["en", "nl", "fr", "ar"], "en")


def place(id_: str, names: str | dict[str, str], country: str, **fields: Any) -> Place:
    named = {"en": names} if isinstance(names, str) else names
    town = {"names": named, "type": "municipality", "countries": [country]}
    return Place.model_validate({"id": id_, **town, **fields})


def actor(id_: str, name: str, **fields: Any) -> Actor:
    authority = {"names": {"en": name}, "type": "local-government", "sources": [{"source": "s"}]}
    return Actor.model_validate({"id": id_, **authority, **fields})


def edition_of(*records: Place | Actor, code: str = "en") -> Edition:
    language = next(one for one in LANGUAGES if one.code == code)
    return Edition(_atlas(records), language, LANGUAGES)


def _atlas(records: tuple[Place | Actor, ...]) -> Atlas:
    return relate(
        Records(
            cooperations={},
            actors={one.id: one for one in records if isinstance(one, Actor)},
            places={one.id: one for one in records if isinstance(one, Place)},
            sources={},
            themes={},
        )
    )


def names(edition: Edition) -> dict[str, str]:
    """What every place and organisation is called, by its id."""
    records = edition.atlas.records
    return {
        **{id_: edition.place(id_).name.text for id_ in records.places},
        **{id_: edition.actor(id_).name.text for id_ in records.actors},
    }


REGIONS = (
    place("saxony-anhalt", {"en": "Saxony-Anhalt", "nl": "Saksen-Anhalt"}, "DE", type="region"),
    place("westphalia", {"en": "North Rhine-Westphalia"}, "DE", type="region"),
    place("east-flanders", "East Flanders", "BE", type="province"),
)
HALLE = (
    *REGIONS,
    place("halle-be", "Halle", "BE"),
    place("halle-saale", "Halle", "DE", part_of="saxony-anhalt"),
    place("halle-westfalen", "Halle", "DE", part_of="westphalia"),
)


def test_a_country_sets_apart_and_where_it_does_not_a_region_too() -> None:
    assert {id_: name for id_, name in names(edition_of(*HALLE)).items() if "Halle" in name} == {
        "halle-be": "Halle (Belgium)",
        "halle-saale": "Halle (Germany, Saxony-Anhalt)",
        "halle-westfalen": "Halle (Germany, North Rhine-Westphalia)",
    }


def test_what_sets_apart_is_said_in_the_language_of_the_page() -> None:
    name = edition_of(*HALLE, code="nl").place("halle-saale").name
    assert name.text == "Halle (Duitsland, Saksen-Anhalt)"
    assert name.__html__() == ('<span lang="en" dir="ltr">Halle</span> (Duitsland, Saksen-Anhalt)')


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param(
            (place("x", "Sint-Niklaas", "BE"), place("y", "Sint Niklaas", "NL")),
            {"x": "Sint-Niklaas (Belgium)", "y": "Sint Niklaas (Netherlands)"},
            id="signs and accents do not set apart",
        ),
        pytest.param(
            (
                *REGIONS,
                place("x", "Sint-Niklaas", "BE", part_of="east-flanders"),
                place("y", "Sint-Niklaas", "BE"),
            ),
            {"x": "Sint-Niklaas (East Flanders)", "y": "Sint-Niklaas (Municipality)"},
            id="one of two lies in a region",
        ),
        pytest.param(
            (place("x", "Hill", "BE"), place("y", "Hill", "BE"), place("z", "Hill", "BE")),
            {"x": "Hill (x)", "y": "Hill (y)", "z": "Hill (z)"},
            id="nothing but the id",
        ),
        pytest.param(
            (
                place("x", "Antwerp", "BE", part_of="y"),
                place("y", "Antwerp", "BE", type="province"),
            ),
            {"x": "Antwerp (Municipality)", "y": "Antwerp (Province)"},
            id="a town in a province of its name",
        ),
        pytest.param(
            (place("x", "Georgia", "US", type="region"), place("y", "Tbilisi", "GE")),
            {"x": "Georgia (United States)"},
            id="a country",
        ),
        pytest.param(
            (place("x", "Luxembourg", "LU"), place("y", "Luxembourg", "BE", type="province")),
            {"x": "Luxembourg (Municipality)", "y": "Luxembourg (Belgium)"},
            id="a country never sets apart by its own name",
        ),
        pytest.param(
            (place("x", "Martinique", "MQ", type="territory"),),
            {"x": "Martinique"},
            id="a territory is the country",
        ),
        pytest.param(
            (place("x", "Halle", "BE"), actor("town", "Halle", territory=["x"])),
            {"x": "Halle", "town": "Halle"},
            id="a town and its authority",
        ),
        pytest.param(
            (
                place("x", "Halle", "BE"),
                place("y", "Halle", "DE"),
                actor("town", "Halle", territory=["x"]),
            ),
            {"x": "Halle (Belgium)", "town": "Halle (Belgium)", "y": "Halle (Germany)"},
            id="a town and its authority, and another town",
        ),
        pytest.param(
            (
                place("x", "Hill", "BE"),
                place("y", "Dale", "BE"),
                actor("a", "The Friends", seat="x"),
                actor("b", "The Friends", seat="y"),
            ),
            {"a": "The Friends (Hill)", "b": "The Friends (Dale)"},
            id="two organisations of one country",
        ),
        pytest.param(
            (
                *HALLE,
                *(
                    actor(f"m-{town}", "Municipality of Halle", territory=[f"halle-{town}"])
                    for town in ("be", "saale", "westfalen")
                ),
            ),
            {
                "m-be": "Municipality of Halle (Belgium)",
                "m-saale": "Municipality of Halle (Germany, Saxony-Anhalt)",
                "m-westfalen": "Municipality of Halle (Germany, North Rhine-Westphalia)",
            },
            id="the towns of two authorities are namesakes too",
        ),
        pytest.param(
            (
                *REGIONS,
                place("c", "North", "DE", type="district", part_of="saxony-anhalt"),
                place("d", "North", "DE", type="district", part_of="westphalia"),
                place("x", "Hill", "DE", part_of="c"),
                place("y", "Hill", "DE", part_of="d"),
            ),
            {"x": "Hill (Saxony-Anhalt)", "y": "Hill (North Rhine-Westphalia)"},
            id="the districts of two towns are namesakes too",
        ),
    ],
)
def test_each_namesake_is_set_apart(
    records: tuple[Place | Actor, ...], expected: dict[str, str]
) -> None:
    called = names(edition_of(*records))
    assert {id_: called[id_] for id_ in expected} == expected


def test_names_are_the_same_or_not_in_one_language_at_a_time() -> None:
    records = (
        place("x", {"en": "Lille", "nl": "Rijsel"}, "FR"),
        place("y", {"en": "Lille", "nl": "Lille"}, "BE"),
    )
    assert names(edition_of(*records)) == {"x": "Lille (France)", "y": "Lille (Belgium)"}
    assert names(edition_of(*records, code="nl")) == {"x": "Rijsel", "y": "Lille"}


def test_arabic_names_that_fold_together_are_set_apart() -> None:
    records = (
        place("x", {"ar": "الرباط"}, "MA"),
        place("y", {"ar": "رباط"}, "BE"),
        place("z", {"ar": "طنجة"}, "MA"),
    )
    assert names(edition_of(*records, code="ar")) == {
        "x": "الرباط (المغرب)",
        "y": "رباط (بلجيكا)",
        "z": "طنجة",
    }


def test_a_name_alone_stays_as_it_is_and_hostile_ones_are_text() -> None:
    records = (
        place("x", "<b>Hill", "BE", part_of="r"),
        place("y", "<b>Hill", "BE"),
        place("r", "</span><script>", "BE", type="region"),
    )
    edition = edition_of(*records)
    assert edition.place("r").name.aside == ""
    assert edition.place("x").name.__html__() == ("&lt;b&gt;Hill (&lt;/span&gt;&lt;script&gt;)")
