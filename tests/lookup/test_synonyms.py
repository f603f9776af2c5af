"""What else people write belongs to something that a record may hold."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from atlas.lookup.aliases import synonyms
from atlas.model import KINDS, iso_codes, ledgers
from atlas.model.fields import content, groups_within

MODELS = groups_within((*KINDS, *ledgers.KINDS))
FIELDS = {name for model in MODELS for name in model.model_fields}
LISTS = {content(model, name).choices for model in MODELS for name in model.model_fields}
KNOWN: dict[str, Collection[str]] = {
    "words": {str(word) for words in LISTS if words is not None for word in words},
    "fields": FIELDS,
    "countries": iso_codes.countries(),
    "currencies": iso_codes.currencies(),
}


@pytest.mark.parametrize("table", KNOWN)
def test_synonyms_are_of_what_records_hold(table: str) -> None:
    assert synonyms(table)
    assert [word for word in synonyms(table) if word not in KNOWN[table]] == []
    assert [word for word, names in synonyms(table).items() if not all(names)] == []


def test_synonyms_of_languages_are_of_languages() -> None:
    tags = list(synonyms("languages"))
    assert tags
    assert list(map(iso_codes.language, tags)) == tags
