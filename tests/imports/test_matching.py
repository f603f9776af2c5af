"""Which place a town is by the import's own rule; what is only like it is offered."""

from __future__ import annotations

import pytest

from atlas.checks.borders import Borders
from atlas.files.outlines import read_borders
from atlas.imports.claims import Judge
from atlas.imports.listed_rows import End
from atlas.imports.matching import Match, Matcher
from atlas.imports.towns import Known
from atlas.model.vocabulary.registers import Points
from tests.frozen_records import ATLAS

KANSAS = (39.1, -94.6)


def known(
    id_: str,
    name: str,
    country: str,
    point: tuple[float, float] | None = None,
    wikidata: str = "",
) -> Known:
    return Known(id_, name, frozenset({name}), (country,), point, wikidata)


def match(places: list[Known], end: End) -> Match:
    judge = Judge(Borders(read_borders(ATLAS)), Points.SOURCE, {})
    return Matcher(places, judge).match(end)


def others(found: Match) -> list[tuple[str, str]]:
    return [(one.place.id, str(one.why)) for one in found.others]


def test_the_nearest_of_a_name_is_taken_and_none_beyond_ten_kilometres() -> None:
    places = [
        known("kansas-city-mo", "Kansas City", "US", KANSAS),
        known("kansas-city-ks", "Kansas City", "US", (39.1, -94.715)),
    ]
    found = match(places, End("Kansas City", "US", lat="39.1", lon="-94.69"))
    assert found.found is not None
    assert (found.found.place.id, str(found.found.why)) == ("kansas-city-ks", "near")
    assert others(found) == [("kansas-city-mo", "near")]
    far = match(places, End("Kansas City", "US", lat="39.3", lon="-94.6"))
    assert far.found is None
    assert {why for _, why in others(far)} == {"far"}
    assert match(places, End("Kansas City", "US")).found is None


def test_without_a_point_only_the_one_of_its_very_name_is_taken() -> None:
    lohne = known("lohne-de", "Lohne", "DE", (52.66, 8.24))
    loehne = known("loehne-de", "Löhne", "DE", (52.2, 8.69))
    found = match([lohne, loehne], End("Löhne", "Germany"))
    assert found.found is not None
    assert (found.found.place.id, str(found.found.why)) == ("loehne-de", "only")
    assert others(match([lohne], End("Löhne", "Germany"))) == [("lohne-de", "accents")]
    twice = [known("a", "Bergen", "DE"), known("b", "Bergen", "DE")]
    assert others(match(twice, End("Bergen", "DE"))) == [("a", "namesake"), ("b", "namesake")]


def test_other_ids_never_match_and_the_same_id_always_does() -> None:
    places = [known("genk-be", "Genk", "BE", (50.97, 5.5), "Q1")]
    other = match(places, End("Genk", "BE", lat="50.97", lon="5.5", wikidata="Q2"))
    assert other.found is None
    assert others(other) == [("genk-be", "other-id")]
    for end in (End("Something", "", wikidata="Q1"), End("", "Nowhere", wikidata="Q1")):
        same = match(places, end)
        assert same.found is not None
        assert str(same.found.why) == "wikidata"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (End("Antwerpen", "Belgium", lat="51.221", lon="4.397"), ("antwerp-be", "nearby")),
        (End("Antverp", "Belgium"), ("antwerp-be", "spelling")),
        (End("Antwrep", "Belgium"), ("antwerp-be", "spelling")),
        (End("Antwerp", "Netherlands"), ("antwerp-be", "elsewhere")),
        (End("Antwerp", ""), ("antwerp-be", "elsewhere")),
        (End("Antwerp", "Prussia"), ("antwerp-be", "elsewhere")),
    ],
)
def test_what_is_like_a_town_is_offered(end: End, expected: tuple[str, str]) -> None:
    found = match([known("antwerp-be", "Antwerp", "BE", (51.2214, 4.3972))], end)
    assert found.found is None
    assert others(found) == [expected]


def test_a_territory_is_found_by_its_state_where_the_point_says_so() -> None:
    places = [known("saint-denis-re", "Saint-Denis", "RE", (-20.88, 55.45))]
    found = match(places, End("Saint-Denis", "France", lat="-20.88", lon="55.45"))
    assert found.found is not None
    assert others(match(places, End("Saint-Denis", "France"))) == [("saint-denis-re", "namesake")]


def test_no_more_are_named_than_anybody_reads() -> None:
    places = [known(f"bergen-{n}", "Bergen", "DE", (50.0, 6.0 + n)) for n in range(9)]
    assert len(match(places, End("Bergen", "DE")).others) == 5
