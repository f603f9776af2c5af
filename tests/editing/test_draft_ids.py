"""Ids that are made of names end where a word or a phrase ends, and begin with no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.editing import drafts
from atlas.editing.drafts.ids import shorten, suggest_id
from atlas.editing.drafts.new_records import NewActor, NewSource
from atlas.files.ids import cut_id, slugify, wrong_with_id
from atlas.model.scalars import LONGEST_ID


@pytest.mark.parametrize(
    ("publisher", "title", "id_"),
    [
        ("Stad Leuven", "Leuven en Huye, een stedenband", "stad-leuven-leuven-en-huye"),
        ("Stad Leuven", "Stad Leuven: partnersteden", "stad-leuven-partnersteden"),
        (
            "",
            "Partnerships of the City of Hill – overview 2020",
            "partnerships-of-the-city-of-hill",
        ),
        ("", "The long and winding road to the twinning of the towns", "the-long-and-winding-road"),
        ("Ville de Riverton", "Jumelages de Riverton", "ville-de-riverton-jumelages-de-riverton"),
        ("VVSG", "Gemeentelijke internationale samenwerking", "vvsg-gemeentelijke-internationale"),
    ],
)
def test_an_id_of_a_source_is_not_cut_in_mid_phrase(publisher: str, title: str, id_: str) -> None:
    (draft,) = drafts.draft_records(NewSource(title, "en", publisher), [], "data")
    assert draft.id == id_


@pytest.mark.parametrize("type_", ["local-government", "unknown"])
def test_an_authority_goes_by_its_town(type_: str) -> None:
    actor = NewActor({"en": "The city of Leuven"}, ("page",), type_, countries=("BE",))
    (draft,) = drafts.draft_records(actor, [], "data")
    assert draft.id == "leuven"


def test_an_organisation_keeps_its_whole_name() -> None:
    actor = NewActor({"en": "City of Peace Foundation"}, ("page",), "ngo", countries=("BE",))
    (draft,) = drafts.draft_records(actor, [], "data")
    assert draft.id == "city-of-peace-foundation"


@given(st.text("abc -,:", max_size=120))
def test_an_id_ends_where_a_word_ends(name: str) -> None:
    words = slugify(name).split("-")
    known = "".join(c if c.isalnum() else " " for c in name).split()
    assert all(word in known for word in words if len(word) < LONGEST_ID) or not known
    assert len(slugify(name)) <= LONGEST_ID
    id_ = suggest_id([name], {slugify(name)})
    assert wrong_with_id(id_) is None


@given(st.text(max_size=80), st.integers(1, 60))
def test_what_is_shortened_is_a_beginning(title: str, longest: int) -> None:
    short = shorten(title, longest)
    assert len(short) <= longest
    assert " ".join(title.split()).startswith(" ".join(short.split()))


def test_a_word_that_is_too_long_by_itself_is_cut() -> None:
    assert cut_id("a" * 80) == "a" * 64
    assert cut_id("abc-def", 6) == "abc"
    assert cut_id("abc-def", 3) == "abc"
