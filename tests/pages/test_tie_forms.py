"""What the row of a listed tie has for the forms is what the register says of it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from atlas.graph import relate
from atlas.pages import tie_forms
from tests.pages.conftest import REPOSITORY, NewContext, listed_atlas

PAIR = "bocholt-be-bocholt-de"


def answers(address: str) -> dict[str, str]:
    """What a form is given, whose address leads to a new issue."""
    parts = urlsplit(address)
    assert address.startswith(f"{REPOSITORY}/issues/new?")
    assert not parts.fragment
    return {key: value for key, (value,) in parse_qs(parts.query).items()}


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_a_row_knows_the_tie_in_its_language(context_of: NewContext, language: str) -> None:
    context = context_of(language, listed_atlas())
    pair = context.edition.atlas.listed.pairs[PAIR]
    found = tie_forms.ways(context, pair, context.edition.place("bocholt-de").path)
    given = answers(found.wrong)
    assert given["template"] == f"correction.{language}.yml"
    assert given["record"] == f"assembly/{PAIR}, wikidata/{PAIR}"
    assert found.start == "1961"
    assert found.a == f"{context.edition.language.country('BE')}|Bocholt"
    assert found.b == f"{context.edition.language.country('DE')}|Bocholt"
    assert found.page == "../../places/bocholt-be/"
    assert tie_forms.ways(context, pair, "places/bocholt-be/").page == ""


def test_a_tie_of_a_town_with_an_authority_stands_on_its_page(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas())
    pair = context.edition.atlas.listed.pairs["eskisehir-saint-josse-ten-noode"]
    path = context.edition.place("eskisehir").path
    assert tie_forms.ways(context, pair, "places/x/").page == f"../../{path}"


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_the_script_has_every_form_of_its_language_begun(
    context_of: NewContext, language: str
) -> None:
    texts = tie_forms.texts(context_of(language, listed_atlas()))
    forms = texts["forms"]
    assert isinstance(forms, dict)
    assert {name: answers(address)["template"] for name, (_, address) in forms.items()} == {
        "still": f"still-so.{language}.yml",
        "ended": f"ended.{language}.yml",
        "wrong": f"correction.{language}.yml",
        "more": f"new-cooperation.{language}.yml",
    }
    assert texts["registers"] == {
        "assembly": ["List assembly", "CC-BY-4.0"],
        "wikidata": ["Wikidata", "CC0-1.0"],
    }


@pytest.mark.parametrize("name", ["A&title=x#y", "100% & more", "x\u2028y", "<b>&quot;'", "a+b c"])
def test_a_name_stays_one_answer_whatever_it_holds(context_of: NewContext, name: str) -> None:
    records = listed_atlas().records
    place = records.places["bocholt-be"].model_copy(update={"names": {"en": name}})
    places = {**records.places, "bocholt-be": place}
    context = context_of(atlas=relate.relate(replace(records, places=places)))
    found = tie_forms.ways(context, context.edition.atlas.listed.pairs[PAIR], "places/bocholt-be/")
    assert answers(found.wrong)["title"] == f"Correction: {name} – Bocholt"
    assert found.a == f"Belgium|{name}"
