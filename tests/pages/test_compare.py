"""The page Compare before its script runs: examples of the records; and the files it works on."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from urllib.parse import parse_qs, urlsplit

import pytest

from atlas.graph import relate
from atlas.graph.parties import Index
from atlas.model import Records, iso_codes
from atlas.pages import compare
from atlas.site.contents import SiteContents
from atlas.site.exports import compare as compare_files
from tests.pages.conftest import LANGUAGES, NewContext


def examples(context_of: NewContext, **changes: object) -> list[dict[str, list[str]]]:
    context = context_of()
    atlas = replace(context.edition.atlas, **changes)  # type: ignore[arg-type]  # of whatever field
    found = compare._examples(context_of(atlas=atlas))
    return [parse_qs(urlsplit(one.path).query) for one in found]


def test_examples_are_the_countries_and_the_towns_that_share_most(context_of: NewContext) -> None:
    atlas = context_of().edition.atlas
    countries, towns, pairs = examples(context_of)

    def count(index: Index, *ids: str) -> int:
        return len(set.intersection(*(set(index[id_]) for id_ in ids)))

    (a,), (b,) = (
        [one.removeprefix("country:").upper() for one in countries[side]] for side in "ab"
    )
    states = [code for code in atlas.by_country if code not in iso_codes.STATES]
    most = max(count(atlas.by_country, *pair) for pair in combinations(states, 2))
    assert count(atlas.by_country, a, b) == most
    (town,), (other,) = ([one.removeprefix("place:") for one in towns[side]] for side in "ab")
    assert len(atlas.by_place[town]) == max(len(atlas.by_place[one]) for one in atlas.authority_of)
    assert count(atlas.by_place, town, other) > 0
    assert {town, other} <= {*atlas.authority_of}
    assert pairs["a"] == [*countries["a"], *countries["b"]]
    assert len({*pairs["a"]} & {*pairs["b"]}) == 1


def test_there_are_as_many_examples_as_there_are_records_for(context_of: NewContext) -> None:
    assert len(examples(context_of, authority_of={})) == 2
    nothing = relate.relate(Records({}, {}, {}, {}, {}))
    html = compare.body(context_of(atlas=nothing))
    assert "<form" in html
    assert "atlas-examples" not in html


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Belgium compared with "),
        ("nl", "België tegenover "),
        ("fr", "Belgique face à "),
        ("ar", "بلجيكا مقابل "),
    ],
)
def test_examples_speak_the_language_of_the_page(
    context_of: NewContext, language: str, label: str
) -> None:
    first = next(compare._examples(context_of(language)))
    assert first.label.startswith(label)


def test_places_are_told_for_every_cooperation_of_explore(context_of: NewContext) -> None:
    site = SiteContents([context_of(code) for code in LANGUAGES], {})
    written = {path: json.loads(text) for path, text in compare_files.files(site)}
    assert {*written} == {
        "assets/compare/places.json",
        "assets/compare/names.json",
        *(f"assets/compare/{code}.json" for code in LANGUAGES),
    }
    places = written["assets/compare/places.json"]
    found: dict[str, set[str]] = {}
    for id_, numbers in zip(site.table.ids, places["of"], strict=True):
        for number in numbers:
            found.setdefault(places["ids"][number], set()).add(id_)
    atlas = site.atlas
    assert found == {place: {*ids} for place, ids in atlas.by_place.items()}
    assert dict(zip(places["ids"], places["actors"], strict=True)) == {
        place: atlas.authority_of.get(place, "") for place in atlas.by_place
    }
    parties = places["parties"]
    acting: dict[str, set[str]] = {}
    for id_, numbers in zip(site.table.ids, parties["of"], strict=True):
        for number in numbers:
            acting.setdefault(parties["ids"][number], set()).add(id_)
    assert acting == {actor: {*ids} for actor, ids in atlas.by_actor.items() if ids}
    names = written["assets/compare/names.json"]
    assert {"Tangier", "Tanger", "طنجة"} <= {*names["place:tangier"]}
    assert {"Morocco", "Marokko", "Maroc", "المغرب"} <= {*names["country:ma"]}
    assert "VVSG" in names["actor:vvsg"]
    for code in LANGUAGES:
        texts = written[f"assets/compare/{code}.json"]
        assert len(texts["names"]) == len(texts["countries"]) == len(places["ids"])
        assert len(texts["parties"]) == len(places["parties"]["ids"])
