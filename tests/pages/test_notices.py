"""A page says what a machine translated and nobody has read, whatever kind of record it is of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atlas.graph import relate
from atlas.graph.relate import Atlas
from atlas.model.vocabulary import Translation
from atlas.pages import actor, place
from atlas.pages.page import Page
from tests.pages.conftest import NewContext

MARKS = {
    "nl": "De teksten van deze pagina zijn door een machine vertaald",
    "fr": "Les textes de cette page ont été traduits par une machine",
    "ar": "تُرجمت نصوص هذه الصفحة آليًّا",
}
ENGLISH = "The texts of this page were translated by machine and await a human check."
ACTOR, TOWN, PLACE, SILENT = "ancb", "saint-josse-ten-noode", "kinshasa", "kardzhali"


def _page(context_of: NewContext, language: str, id_: str, atlas: Atlas | None = None) -> Page:
    context = context_of(language, atlas)
    records = context.edition.atlas.records
    return actor.page(context, id_) if id_ in records.actors else place.page(context, id_)


@pytest.mark.parametrize("language", MARKS)
@pytest.mark.parametrize("id_", [ACTOR, TOWN, PLACE])
def test_a_machine_translation_is_marked_above_its_text(
    context_of: NewContext, language: str, id_: str
) -> None:
    html = str(_page(context_of, language, id_).body)
    assert html.count(MARKS[language]) == 1
    assert html.index('id="details"') < html.index(MARKS[language]) < html.index("atlas-note-")


def test_the_original_is_not_marked(context_of: NewContext) -> None:
    assert ENGLISH not in _page(context_of, "en", TOWN).body


@pytest.mark.parametrize("language", MARKS)
def test_names_alone_are_no_translation(context_of: NewContext, language: str) -> None:
    assert "atlas-notice" not in _page(context_of, language, SILENT).body


def test_the_mark_goes_with_the_record_of_the_place_too(context_of: NewContext) -> None:
    atlas = context_of().edition.atlas
    note = atlas.records.actors[TOWN].notes[0]
    town = atlas.records.actors[TOWN].model_copy(
        update={"notes": [], "sources": [], "translations": {}}
    )
    here = atlas.records.places[TOWN].model_copy(
        update={"notes": [note], "translations": {"nl": Translation.MACHINE}}
    )
    changed = replace(
        atlas.records,
        actors={**atlas.records.actors, TOWN: town},
        places={**atlas.records.places, TOWN: here},
    )
    assert MARKS["nl"] in _page(context_of, "nl", TOWN, relate.relate(changed)).body


def test_a_text_that_is_not_there_in_the_language_is_named(context_of: NewContext) -> None:
    atlas = context_of().edition.atlas
    record = atlas.records.actors[ACTOR]
    note = record.notes[0].model_copy(update={"text": {"en": "Only in English."}})
    lacking = replace(
        atlas.records,
        actors={**atlas.records.actors, ACTOR: record.model_copy(update={"notes": [note]})},
    )
    html = str(_page(context_of, "fr", ACTOR, relate.relate(lacking)).body)
    assert "Certains textes ne sont pas encore disponibles dans cette langue" in html
