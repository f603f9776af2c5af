"""The page "Match my list" before its script runs, and the files that the script fetches."""

from __future__ import annotations

import json
import re

import pytest

from atlas.graph import relate
from atlas.imports import existing, town_headings
from atlas.model import Records
from atlas.model.vocabulary.likeness import Likeness, Outcome
from atlas.model.vocabulary.registers import Refusal
from atlas.pages import match
from atlas.site.contents import SiteContents
from atlas.site.exports import match as match_files
from tests.frozen_records import ATLAS
from tests.pages.conftest import LANGUAGES, NewContext


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_a_text_for_all_that_a_row_may_come_to(
    context_of: NewContext, language: str
) -> None:
    html = match.body(context_of(language))
    texts = dict(re.findall(r'<p data-text="([\w-]+)">([^<]*)</p>', html))
    assert {f"why-{one}" for one in (*Likeness, *Outcome, *Refusal)} <= texts.keys()
    assert all(text.strip() for text in texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_a_list_that_is_read(context_of: NewContext, language: str) -> None:
    context = context_of(language)
    heading, *rows = match._example(context)
    assert town_headings.find_columns(heading.split(","), {}) == {"name": 0, "country": 1}
    assert len(rows) == 4
    names = {context.edition.place(id_).name.text for id_ in context.edition.atlas.records.places}
    assert sum(row.split(",")[0] in names for row in rows) == 3


def test_there_is_a_page_without_any_place(context_of: NewContext) -> None:
    html = match.body(context_of(atlas=relate.relate(Records({}, {}, {}, {}, {}))))
    assert "<textarea" in html


def test_fields_of_the_page_are_those_that_headings_may_say() -> None:
    assert {*match.FIELDS} == {*town_headings.fields()} - {"geonames"}  # which tells nothing yet


def test_every_place_is_told_as_the_import_knows_it(context_of: NewContext) -> None:
    site = SiteContents([context_of(code) for code in LANGUAGES], {})
    files = {path: json.loads(content) for path, content in match_files.files(site)}
    assert {*files} == {"assets/match/places.json", "assets/match/reading.json"}
    columns = files["assets/match/places.json"]
    shown = columns.pop("shown")
    places = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    known = {one.id: one for one in existing.read_places(ATLAS)}
    assert {one["ids"] for one in places} == {*known}
    for one in places:
        place = known[one["ids"]]
        assert {*one["names"]} == place.names
        assert one["countries"].split() == [*place.countries]
        assert (one["points"] and tuple(one["points"])) == place.point
        assert one["wikidata"] == place.wikidata
    at = columns["ids"].index("tangier")
    assert [places[at]["names"][shown[code][at]] for code in ("en", "ar")] == ["Tangier", "طنجة"]
    assert places[at]["actors"] == site.atlas.authority_of["tangier"]
