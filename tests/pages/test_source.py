"""A source has a page: what is said of it as a whole stands there, once, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from atlas.model import Records
from atlas.pages import search_record, source, theme
from tests.pages.conftest import NewContext, every_page


def test_a_note_on_a_source_stands_on_the_page_of_the_source_alone(context_of: NewContext) -> None:
    context = context_of()
    noted = {
        id_: one.quality_note["en"]
        for id_, one in context.edition.atlas.records.sources.items()
        if one.quality_note
    }
    assert noted
    found: dict[str, list[str]] = {id_: [] for id_ in noted}
    for page in every_page():
        for id_, note in noted.items():
            if note.strip().split("\n\n")[0] in page.body.unescape():
                found[id_].append(page.path)
    assert found == {id_: [f"sources/{id_}/"] for id_ in noted}


def test_a_note_on_a_source_is_kept_out_of_the_search(context_of: NewContext) -> None:
    context = context_of()
    noted = [
        (record.quality_note["en"], search_record.of_page(context, source.page(context, id_)))
        for id_, record in context.edition.atlas.records.sources.items()
        if record.quality_note
    ]
    assert noted
    for note, found in noted:
        assert found.meta["kind"] == "Source"
        assert found.sentence
        assert note.split("\n")[0][:40] not in repr(found)


def test_every_record_that_cites_a_source_is_led_to_it_and_back(context_of: NewContext) -> None:
    context = context_of()
    records: Records = context.edition.atlas.records
    made = {page.path: str(page.body) for page in every_page()}
    cited = [(id_, one.source) for id_, c in records.cooperations.items() for one in c.sources]
    assert len(cited) > len(records.cooperations)
    for cooperation, id_ in cited:
        assert f'href="../../sources/{id_}/"' in made[f"cooperations/{cooperation}/"]
        assert f'href="../../cooperations/{cooperation}/"' in made[f"sources/{id_}/"]
    for id_, place in records.places.items():
        if place.coordinates:
            assert (
                f'href="../../{context.edition.place(id_).path}"'
                in made[f"sources/{place.coordinates.source}/"]
            )


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_a_translation_by_machine_is_marked_on_the_page_of_a_source(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language)
    for id_, record in context.edition.atlas.records.sources.items():
        is_machine = record.translations.get(language) == "machine"
        assert ('class="atlas-notice"' in source.page(context, id_).body) == is_machine


def test_the_page_of_a_source_names_few_of_many_records_and_says_how_many(
    context_of: NewContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = context_of()
    by_source = context.edition.atlas.by_source
    id_, resting = max(by_source["places"].items(), key=lambda pair: len(pair[1]))
    monkeypatch.setattr(source, "MOST_NAMES", 2)
    html = str(source.page(context, id_).body)
    listed = html[html.index("<h2>Places") :].partition("</section>")[0]
    assert listed.count("<a ") == 2
    assert f"and {len(resting) - 2} more" in listed


def test_a_source_that_no_cooperation_rests_on_has_no_empty_table(context_of: NewContext) -> None:
    context = context_of()
    atlas = context.edition.atlas
    bare = replace(atlas, by_source={**atlas.by_source, "cooperations": {}})
    for id_ in atlas.records.sources:
        html = str(source.page(context_of(atlas=bare), id_).body)
        assert "<table" not in html
        assert not re.search(r"<h2[^>]*>Cooperations", html)


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_a_translation_by_machine_is_marked_on_the_page_of_a_theme(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language)
    for id_, record in context.edition.atlas.records.themes.items():
        is_machine = record.translations.get(language) == "machine"
        assert ('class="atlas-notice"' in theme.page(context, id_).body) == is_machine
