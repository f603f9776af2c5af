"""The forms for a listed tie are filled in as far as the register goes, and find the tie again."""

from __future__ import annotations

from dataclasses import asdict, replace
from urllib.parse import parse_qs, urlsplit

import pytest

from atlas.checks import load
from atlas.editing.listed_ties import ListedTies
from atlas.graph import relate
from atlas.graph.listed import ListedPair
from atlas.pages import tie_forms
from atlas.pages.page import PageContext
from tests.frozen_records import REGISTERS
from tests.pages.conftest import REPOSITORY, NewContext, listed_atlas

PAIR = "bocholt-be-bocholt-de"


def answers(context: PageContext, pair: ListedPair) -> dict[str, dict[str, str]]:
    """What each form is given, by its name; every address leads to a new issue."""
    found = {}
    for name, address in asdict(tie_forms.addresses(context, pair)).items():
        parts = urlsplit(address)
        assert address.startswith(f"{REPOSITORY}/issues/new?")
        assert not parts.fragment
        found[name] = {key: value for key, (value,) in parse_qs(parts.query).items()}
    return found


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_each_form_is_one_of_its_language_and_knows_the_tie(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language, listed_atlas())
    given = answers(context, context.edition.atlas.listed.pairs[PAIR])
    assert {name: one["template"] for name, one in given.items()} == {
        "still": f"still-so.{language}.yml",
        "ended": f"ended.{language}.yml",
        "wrong": f"correction.{language}.yml",
        "more": f"new-cooperation.{language}.yml",
    }
    for name in ("still", "ended", "wrong"):
        assert given[name]["page"].endswith(f"places/bocholt-be/#{PAIR}")
    assert given["still"]["start"] == given["more"]["start"] == "1961"
    assert given["wrong"]["record"] == f"assembly/{PAIR}, wikidata/{PAIR}"
    assert given["more"]["country-a"] == context.edition.language.country("BE")
    assert given["more"]["country-b"] == context.edition.language.country("DE")


def test_every_tie_is_found_again_by_what_its_forms_say(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas())
    documents, _ = load.read_documents(REGISTERS)
    known = ListedTies(documents)
    pairs = context.edition.atlas.listed.pairs
    assert pairs
    for id_, pair in pairs.items():
        given = answers(context, pair)
        for name in ("still", "ended", "wrong"):
            tie = known.find(given[name]["page"])
            assert tie is not None, id_
            assert {one.pair for one in tie.ties} == {id_}


def test_a_tie_of_a_town_with_an_authority_stands_on_its_page(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas())
    pair = context.edition.atlas.listed.pairs["eskisehir-saint-josse-ten-noode"]
    path = context.edition.place("eskisehir").path
    assert tie_forms.address(context, pair) == f"https://example.org/{path}#{pair.id}"


@pytest.mark.parametrize("name", ["A&title=x#y", "100% & more", "x\u2028y", "<b>&quot;'", "a+b c"])
def test_a_name_stays_one_answer_whatever_it_holds(context_of: NewContext, name: str) -> None:
    records = listed_atlas().records
    place = records.places["bocholt-be"].model_copy(update={"names": {"en": name}})
    places = {**records.places, "bocholt-be": place}
    atlas = relate.relate(replace(records, places=places))
    given = answers(context_of(atlas=atlas), atlas.listed.pairs[PAIR])
    assert given["more"]["partner-a"] == name
    assert given["still"]["title"] == f"Still exists: {name} – Bocholt"
