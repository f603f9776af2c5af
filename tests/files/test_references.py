"""Which records a document names follows from the model, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from atlas.files.document import Document
from atlas.files.references import mentioned_records, mentions
from atlas.model import KINDS, fields
from atlas.model.paths import FieldPath


def _referring(model: type[BaseModel], path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """The path of every field of `model` that refers to records, and their folder."""
    for name in model.model_fields:
        content = fields.content(model, name)
        here = (*path, name, 0) if content.is_list else (*path, name)
        if content.folder:
            yield here, content.folder
        for group in content.groups:
            yield from _referring(group, here)


_FIELDS = [(kind.folder, *found) for kind in KINDS for found in _referring(kind)]


def _document(folder: str, path: FieldPath) -> Document:
    value: Any = "somewhere"
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return Document(f"data/{folder}/here.yml", folder, "here", {"title": "else", **value})


@pytest.mark.parametrize(("folder", "path", "target"), _FIELDS)
def test_a_field_with_a_reference_names_the_record(
    folder: str, path: FieldPath, target: str
) -> None:
    document = _document(folder, path)
    assert mentioned_records(document) == {(target, "somewhere")}
    (mention,) = mentions(document)
    assert (mention.path, mention.folder, mention.id) == (path, target, "somewhere")


def test_a_text_is_no_mention_whatever_it_is_called() -> None:
    value = {"title": {"en": "actor"}, "summary": {"actor": "hill"}, "actor": "hill"}
    document = Document("data/cooperations/here.yml", "cooperations", "here", value)
    assert mentioned_records(document) == set()
    assert list(mentions(document)) == []
